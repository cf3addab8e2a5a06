/** Open what the replay of a trace needs, or end the command with why it cannot be. */

import { resolve } from 'node:path';
import { known } from '../assert.ts';
import type { ReplayCommandOptions } from '../cli/options.ts';
import type { Deps } from '../cli/terminal.ts';
import { logPieces } from '../guest/log-file.ts';
import { type TextLine, textLines } from '../guest/text-lines.ts';
import { unreadable } from './guest-problems.ts';
import { openQmp, openRam } from './guest-source.ts';
import { loadScript, type PlacedOperation, type Script } from './load-script.ts';
import type { TraceReplay } from './replay-trace.ts';

export interface OpenedTrace extends TraceReplay {
  close(): void;
}

const LONGEST_LINE = 2 ** 20;

/**
 * Undone by: close.
 *
 * @param stop  ends the following; `null`: the log is read to its end, and memory is as it was then
 * @throws Stop exit 65 or 66; what is wrong with the log itself comes while its lines are read
 */
export async function openTrace(
  options: ReplayCommandOptions,
  deps: Deps,
  stop: AbortSignal | null,
): Promise<OpenedTrace> {
  const file = known(options.trace, 'the trace');
  const given = options.file === null ? NO_SCRIPT : await loadScript(options.file, deps);
  const offered = options.qmp === null ? [] : await offeredBy(options.qmp, deps);
  const script: Script = { file: given.file, operations: [...given.operations, ...offered] };
  const memory = openRam(known(options.ram, 'the RAM file'), options, deps);
  const path = resolve(deps.cwd, file);
  const { batching } = options;
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

/** CAP and ECAP of a running guest. The monitor is left at once, since it serves one at a time. */
async function offeredBy(socket: string, deps: Deps): Promise<readonly PlacedOperation[]> {
  const { registers, close } = await openQmp(socket, null, deps);
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
