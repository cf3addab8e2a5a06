/** A whole replay script, read and judged before anything of it runs. */

import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { Stop } from '../cli/stop.ts';
import type { Deps } from '../cli/terminal.ts';
import type { Operation } from '../guest/operation.ts';
import { readScript } from '../guest/script.ts';
import { codeOf, scriptName, unreadable, wrongScriptLine } from './guest-problems.ts';

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
  const file = scriptName(path);
  const source = path === '-' ? terminal.stdin : createReadStream(resolve(cwd, path));
  const operations: PlacedOperation[] = [];
  try {
    for await (const item of readScript(source)) {
      if (item.kind === 'problem') throw wrongScriptLine(file, item);
      operations.push(item);
    }
  } catch (error) {
    // Whatever has no system error code is our own mistake.
    if (error instanceof Stop || !(error instanceof Error) || codeOf(error) === null) throw error;
    throw unreadable('script', file, error);
  }
  return { file, operations };
}
