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
import type { ReplayOptions, TellLine } from './replay-run.ts';

export interface TraceReplay extends ReplayOptions {
  /** The log's name, for messages. */
  readonly file: string;
  readonly lines: AsyncIterable<TextLine>;
  readonly memory: GuestMemory;
  /** Memory is that of the time of each line, not that of the log's end. */
  readonly live: boolean;
  /** What goes before the log: its `config` and `registers`. */
  readonly script: Script;
}

/** @throws Refusal `bad-spec` when the log is no trace, or the script does not go with it */
export async function replayTrace(trace: TraceReplay, tell: TellLine): Promise<void> {
  const { file, lines, memory, live, script } = trace;
  checkScript(script);
  const replay = lateStart({ ...trace, tell });
  for (const { operation } of script.operations) replay.run(operation);
  const read = traceReader(live ? memory : null);
  let told = 0;
  for await (const { number, text, problem } of lines) {
    if (problem !== null) throw wrongLogLine(file, { line: number, message: problem, text });
    for (const operation of read(text)) {
      told += 1;
      replay.run(operation);
    }
  }
  if (told === 0) throw tellsNothing(file);
  replay.end();
}

function tellsNothing(file: string): Refusal {
  return new Refusal('bad-spec', [diagnostic('TRACE_INVALID', `${file} tells of no register and no descriptor.`)]);
}

/** What only memory or the log may tell would be told twice. */
const ELSEWHERE: readonly Operation['op'][] = ['write', 'register', 'descriptor'];

function checkScript({ file, operations }: Script): void {
  const found = operations.find(({ operation }) => ELSEWHERE.includes(operation.op));
  if (found === undefined) return;
  const message = `beside a trace there is no operation ${found.operation.op}: memory and log tell it`;
  throw wrongScriptLine(file, { line: found.line, message, text: '' });
}
