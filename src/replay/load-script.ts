/** A whole replay script, read and checked before its first operation runs. */

import { Refusal } from '../diagnostics/refusal.ts';
import { errnoNameOf } from '../files/file-fault.ts';
import { UnusableInput } from '../guest/file-loss.ts';
import type { Operation } from '../guest/operation.ts';
import { readScript } from '../guest/script.ts';
import { scriptName, unreadable, wrongScriptLine } from './guest-problems.ts';
import type { Inputs } from './inputs.ts';
import { scriptPieces } from './script-pieces.ts';

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
export async function loadScript(path: string, inputs: Inputs): Promise<Script> {
  const file = scriptName(path);
  const operations: PlacedOperation[] = [];
  try {
    for await (const item of readScript(scriptPieces(path, inputs))) {
      if (item.kind === 'problem') throw wrongScriptLine(file, item);
      operations.push(item);
    }
  } catch (error) {
    if (error instanceof Refusal || !(error instanceof Error)) throw error;
    // Whatever has no system error code is our own mistake.
    if (errnoNameOf(error) === null && !(error instanceof UnusableInput)) throw error;
    throw unreadable('script', file, error);
  }
  return { file, operations };
}
