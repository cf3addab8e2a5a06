/** A file that the request names, read whole. */

import type { Code } from '../diagnostics/codes.ts';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import { Refusal } from '../diagnostics/refusal.ts';
import { fileFault } from '../files/file-fault.ts';
import { readWholeFile } from '../files/read-whole.ts';
import type { GivenFile, Waiting } from './machine-request.ts';

export interface GivenFileOptions {
  readonly limitBytes: number;
  /** Of the diagnostic when it cannot be read. */
  readonly code: Code;
  readonly waiting: Waiting | undefined;
}

/** A FIFO is read to its end. @throws Refusal `no-input` */
export async function readGivenFile(
  { name, path }: GivenFile,
  { limitBytes, code, waiting }: GivenFileOptions,
): Promise<string> {
  try {
    return (await readWholeFile(path, { limitBytes, fifo: true, waiting: () => waiting?.(name) })).toString();
  } catch (error) {
    const { words, advice } = fileFault(error);
    throw new Refusal('no-input', [diagnostic(code, `${name} cannot be read: ${words}`, { advice })]);
  }
}
