/** A whole replay script, read and checked before its first operation runs. */

import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { Refusal } from '../diagnostics/refusal.ts';
import type { Operation } from '../guest/operation.ts';
import { readScript } from '../guest/script.ts';
import { codeOf, scriptName, unreadable, wrongScriptLine } from './guest-problems.ts';
import type { Inputs } from './inputs.ts';

/** An operation and its line, from 1. */
export interface PlacedOperation {
  readonly line: number;
  readonly operation: Operation;
}

export interface Script {
  readonly file: string;
  readonly operations: readonly PlacedOperation[];
}

/** @throws Refusal `no-input` when it cannot be read, `bad-spec` when a line is wrong */
export async function loadScript(path: string, { stdin, cwd }: Inputs): Promise<Script> {
  const file = scriptName(path);
  const source = path === '-' ? stdin : createReadStream(resolve(cwd, path));
  const operations: PlacedOperation[] = [];
  try {
    for await (const item of readScript(source)) {
      if (item.kind === 'problem') throw wrongScriptLine(file, item);
      operations.push(item);
    }
  } catch (error) {
    // An error without a system error code is a bug.
    if (error instanceof Refusal || !(error instanceof Error) || codeOf(error) === null) throw error;
    throw unreadable('script', file, error);
  }
  return { file, operations };
}
