/** Open the inputs for the replay of a trace, with a Refusal when that fails. */

import { resolve } from 'node:path';
import { known } from '../assert.ts';
import { Refusal } from '../diagnostics/refusal.ts';
import { type FollowLog, LogLost, logPieces } from '../guest/log-file.ts';
import { type TextLine, textLines } from '../guest/text-lines.ts';
import { lostLog, lostMemory, unreadable } from './guest-problems.ts';
import { type MemoryLayout, openQmp, openRam } from './guest-source.ts';
import type { Inputs } from './inputs.ts';
import { loadScript, type PlacedOperation, type Script } from './load-script.ts';
import type { ReplayOptions } from './replay-run.ts';
import type { TraceReplay } from './replay-trace.ts';

/** Where a trace is read from; paths are as given. */
export interface TraceSource extends MemoryLayout, ReplayOptions {
  /** A script whose operations run before the log, or `-`. */
  readonly file: string | null;
  /** QEMU's log; needs `ram`. */
  readonly trace: string | null;
  readonly ram: string | null;
  /** QEMU's machine protocol, to read CAP and ECAP of the guest's unit. */
  readonly qmp: string | null;
}

export interface OpenedTrace extends TraceReplay {
  close(): void;
}

const LONGEST_LINE = 2 ** 20;

/**
 * Undone by: close.
 *
 * @param stop  ends the reading of a growing log; `null`: the log is read to its end, and memory is that of the end
 * @throws Refusal `bad-spec` or `no-input`; errors in lines of the log come when they are read
 */
export async function openTrace(source: TraceSource, inputs: Inputs, stop: AbortSignal | null): Promise<OpenedTrace> {
  const file = known(source.trace, 'the trace');
  const given = source.file === null ? NO_SCRIPT : await loadScript(source.file, inputs);
  const offered = source.qmp === null ? [] : await offeredBy(source.qmp, inputs);
  const script: Script = { file: given.file, operations: [...given.operations, ...offered] };
  const ram = known(source.ram, 'the RAM file');
  const memory = openRam(ram, source, inputs);
  const path = resolve(inputs.cwd, file);
  const memoryLoss = (): Refusal | null => {
    const loss = memory.loss();
    return loss === null ? null : lostMemory(ram, loss);
  };
  const onWait = (): void => inputs.onWait?.(`QEMU to write ${file}; Ctrl-C ends the replay`);
  const { batching } = source;
  return {
    file,
    script,
    memory,
    batching,
    live: stop !== null,
    lines: logLines(path, file, stop === null ? null : { stop, isLost: memoryLoss, onWait }),
    memoryLoss: () => (memory.hasFailed && memory.loss() === 'truncated' ? lostMemory(ram, 'truncated') : null),
    close: memory.close,
  };
}

const NO_SCRIPT: Script = { file: '', operations: [] };

/** CAP and ECAP of a running guest. Disconnects at once, since the monitor serves one client at a time. */
async function offeredBy(socket: string, inputs: Inputs): Promise<readonly PlacedOperation[]> {
  const { registers, close } = await openQmp(socket, null, inputs);
  close();
  const { cap, ecap } = registers;
  return cap === null || ecap === null ? [] : [{ line: 1, operation: { op: 'registers', cap, ecap } }];
}

async function* logLines(path: string, file: string, follow: FollowLog | null): AsyncGenerator<TextLine> {
  try {
    yield* textLines(logPieces(path, follow), LONGEST_LINE);
  } catch (error) {
    if (error instanceof LogLost) throw lostLog(file, error.loss);
    if (error instanceof Refusal) throw error;
    throw error instanceof Error ? unreadable('log', file, error) : error;
  }
}
