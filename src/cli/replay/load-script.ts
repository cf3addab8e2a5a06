/** A whole replay script, read and judged before anything of it runs. */

import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Operation } from '../../guest/operation.ts';
import { readScript, type ScriptProblem } from '../../guest/script.ts';
import type { Location } from '../../model/source.ts';
import { EXIT } from '../exit-codes.ts';
import { Stop } from '../stop.ts';
import type { Deps } from '../terminal.ts';

/** An operation and its line, from 1. */
export interface PlacedOperation {
  readonly line: number;
  readonly operation: Operation;
}

export interface Script {
  readonly file: string;
  readonly operations: readonly PlacedOperation[];
}

/** @throws Stop: exit 66 when it cannot be read, 65 when a line is wrong */
export async function loadScript(path: string, { terminal, cwd }: Deps): Promise<Script> {
  const file = path === '-' ? '<stdin>' : path;
  const source = path === '-' ? terminal.stdin : createReadStream(resolve(cwd, path));
  const operations: PlacedOperation[] = [];
  try {
    for await (const item of readScript(source)) {
      if (item.kind === 'problem') throw wrongLine(file, item);
      operations.push(item);
    }
  } catch (error) {
    throw error instanceof Stop ? error : unreadable(file, error);
  }
  return { file, operations };
}

/** @throws nothing: makes the error to throw */
export function wrongLine(file: string, { line, message, text }: Omit<ScriptProblem, 'kind'>): Stop {
  const range = { start: { line, column: 1 }, end: { line, column: text.length + 1 } };
  const location: Location = { file, range };
  return new Stop(EXIT.badSpec, [diagnostic('SCRIPT_INVALID', `line ${line}: ${message}`, { location })]);
}

function unreadable(file: string, error: unknown): Stop {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null;
  // Whatever has no system error code is our own mistake.
  if (code === null) throw error;
  const said = code === 'ENOENT' ? 'does not exist' : `cannot be read: ${code}`;
  return new Stop(EXIT.noInput, [
    diagnostic('GUEST_UNREADABLE', `the script ${file} ${said}`, { advice: 'Check the path and its permissions.' }),
  ]);
}
