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
  /** Asked at the log's end: memory was not whole while it was read. */
  readonly memoryLoss: () => Refusal | null;
  /** What goes before the log: its `config` and `registers`. */
  readonly script: Script;
}

/** @throws Refusal `bad-spec` when the log is no trace or ends early, after the bindings of then, or the script does not go with it */
export async function replayTrace(trace: TraceReplay, emit: EmitLine): Promise<void> {
  const { file, lines, memory, live, script } = trace;
  checkScript(script);
  const replay = lateStart({ ...trace, emit });
  for (const { operation } of script.operations) replay.run(operation);
  const read = traceReader(live ? memory : null);
  let events = 0;
  const ending = await eachLine(file, lines, (text) => {
    for (const operation of read(text)) {
      events += 1;
      replay.run(operation);
    }
  });
  const problem = ending ?? trace.memoryLoss();
  if (events === 0) throw problem ?? withoutEvents(file);
  for (const { code, message } of problem?.diagnostics ?? [])
    emit({ diagnostic: { code, device: null, pasid: null, message } });
  replay.end();
  if (problem !== null) throw problem;
}

/** Why the log ended early; `null` when it came to its end. What `use` throws goes on up. */
async function eachLine(
  file: string,
  lines: AsyncIterable<TextLine>,
  use: (text: string) => void,
): Promise<Refusal | null> {
  const iterator = lines[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await iterator.next().catch((error: unknown) => {
        if (error instanceof Refusal) return error;
        throw error;
      });
      if (next instanceof Refusal) return next;
      if (next.done === true) return null;
      const { number, text, problem } = next.value;
      if (problem !== null) return wrongLogLine(file, { line: number, message: problem, text });
      use(text);
    }
  } finally {
    await iterator.return?.();
  }
}

function withoutEvents(file: string): Refusal {
  return new Refusal('bad-spec', [diagnostic('TRACE_INVALID', `${file} has no event of a register or descriptor.`)]);
}

/** With a trace these come from memory and the log. */
const FROM_TRACE: readonly Operation['op'][] = ['write', 'register', 'descriptor'];

function checkScript({ file, operations }: Script): void {
  for (const { operation, line } of operations) {
    const message = misfit(operation);
    if (message !== null) throw wrongScriptLine(file, { line, message, text: '' });
  }
}

function misfit(operation: Operation): string | null {
  if (FROM_TRACE.includes(operation.op))
    return `the operation ${operation.op} cannot be used with a trace, which contains it`;
  const hasMemory = operation.op === 'config' && operation.memory !== null;
  return hasMemory ? 'the memory of `config` cannot be used with a trace, whose memory is in a file' : null;
}
