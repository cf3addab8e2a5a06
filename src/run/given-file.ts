/** A file that the request names, read whole. */

import type { Code } from '../diagnostics/codes.ts';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import { Refusal } from '../diagnostics/refusal.ts';
import { fileFault } from '../files/file-fault.ts';
import { readWholeFile, readWholeStream } from '../files/read-whole.ts';
import type { GivenFile, Waiting } from './machine-request.ts';

export interface GivenFileOptions {
  readonly limitBytes: number;
  /** Of the diagnostic when it cannot be read. */
  readonly code: Code;
  readonly waiting: Waiting | undefined;
}

/** A FIFO is read to its end. @throws Refusal `no-input` */
export async function readGivenFile(
  { name, path, stream }: GivenFile,
  { limitBytes, code, waiting }: GivenFileOptions,
): Promise<string> {
  try {
    const options = { limitBytes, fifo: true, waiting: () => waiting?.(name) };
    const whole = stream === undefined ? readWholeFile(path, options) : readWholeStream(stream(), options);
    return (await whole).toString();
  } catch (error) {
    const { words, advice } = fileFault(error);
    throw new Refusal('no-input', [diagnostic(code, `${name} cannot be read: ${words}`, { advice })]);
  }
}
