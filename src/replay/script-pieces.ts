/** The text of a replay script in pieces: from a file, a FIFO or standard input. */

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { refuseNoStream } from '../guest/file-loss.ts';
import { scriptName } from './guest-problems.ts';
import type { Inputs } from './inputs.ts';

const PATIENCE_MS = 1000;

/** @throws the system's error; UnusableInput when it is neither a file nor a FIFO */
export async function* scriptPieces(
  path: string,
  { stdin, cwd, onWait }: Inputs,
): AsyncGenerator<string | Uint8Array, void, undefined> {
  if (path !== '-') refuseNoStream(await stat(resolve(cwd, path)));
  const say = once(() => onWait?.(`more of the script ${scriptName(path)}; Ctrl-C ends it`));
  // Before the stream: opening a FIFO waits for its writer.
  let timer = setTimeout(say, PATIENCE_MS);
  try {
    for await (const piece of path === '-' ? stdin : createReadStream(resolve(cwd, path))) {
      clearTimeout(timer);
      yield piece;
      timer = setTimeout(say, PATIENCE_MS);
    }
  } finally {
    clearTimeout(timer);
  }
}

function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) act();
    isDone = true;
  };
}
