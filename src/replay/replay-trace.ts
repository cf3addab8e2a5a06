/** Runs a guest through the engine from QEMU's trace log and the guest's memory, while it runs or afterwards. */

import { diagnostic } from '../diagnostics/diagnostic.ts';
import { Refusal } from '../diagnostics/refusal.ts';
import type { GuestMemory } from '../guest/guest-memory.ts';
import type { Operation } from '../guest/operation.ts';
import type { TextLine } from '../guest/text-lines.ts';
import { traceReader } from '../guest/trace-operations.ts';
import { wrongLogLine, wrongScriptLine } from './guest-problems.ts';
import { lateStart } from './late-start.ts';
import type { Script } from './load-script.ts';
import type { EmitLine, ReplayOptions } from './replay-run.ts';

export interface TraceReplay extends ReplayOptions {
  /** The log's name, for messages. */
  readonly file: string;
  readonly lines: AsyncIterable<TextLine>;
  readonly memory: GuestMemory;
  /** The guest runs: memory is that of the time of each line, not that of the log's end. */
  readonly live: boolean;
  /** Operations before the log: `config` and `registers`. */
  readonly script: Script;
}

/** @throws Refusal `bad-spec` when the log has no trace events, or the script has other operations than may precede a log */
export async function replayTrace(trace: TraceReplay, emit: EmitLine): Promise<void> {
  const { file, lines, memory, live, script } = trace;
  checkScript(script);
  const replay = lateStart({ ...trace, emit });
  for (const { operation } of script.operations) replay.run(operation);
  const read = traceReader(live ? memory : null);
  let events = 0;
  for await (const { number, text, problem } of lines) {
    if (problem !== null) throw wrongLogLine(file, { line: number, message: problem, text });
    for (const operation of read(text)) {
      events += 1;
      replay.run(operation);
    }
  }
  if (events === 0) throw withoutEvents(file);
  replay.end();
}

function withoutEvents(file: string): Refusal {
  return new Refusal('bad-spec', [diagnostic('TRACE_INVALID', `${file} has no event of a register or descriptor.`)]);
}

/** With a trace these come from memory and the log. */
const FROM_TRACE: readonly Operation['op'][] = ['write', 'register', 'descriptor'];

function checkScript({ file, operations }: Script): void {
  const found = operations.find(({ operation }) => FROM_TRACE.includes(operation.op));
  if (found === undefined) return;
  const message = `the operation ${found.operation.op} cannot be used with a trace, which contains it`;
  throw wrongScriptLine(file, { line: found.line, message, text: '' });
}
