/** Open the inputs for the replay of a trace, with a Refusal when that fails. */

import { resolve } from 'node:path';
import { known } from '../assert.ts';
import { logPieces } from '../guest/log-file.ts';
import { type TextLine, textLines } from '../guest/text-lines.ts';
import { unreadable } from './guest-problems.ts';
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
  const memory = openRam(known(source.ram, 'the RAM file'), source, inputs);
  const path = resolve(inputs.cwd, file);
  const { batching } = source;
  return {
    file,
    script,
    memory,
    batching,
    live: stop !== null,
    lines: logLines(path, file, stop),
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

async function* logLines(path: string, file: string, stop: AbortSignal | null): AsyncGenerator<TextLine> {
  try {
    yield* textLines(logPieces(path, stop === null ? null : { stop }), LONGEST_LINE);
  } catch (error) {
    throw error instanceof Error ? unreadable('log', file, error) : error;
  }
}
