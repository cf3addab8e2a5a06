/** Files, folders and standard input → `Spec`. The only file of this folder that does I/O. */

import { type Buffer, isUtf8 } from 'node:buffer';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Code } from '../diagnostics/codes.ts';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { errnoNameOf, fileFault } from '../files/file-fault.ts';
import {
  readWholeFile,
  readWholeStream,
  STDIN_NAME,
  TooLargeError,
  type WholeFileOptions,
} from '../files/read-whole.ts';
import { printable } from '../text/escape.ts';
import { readSpec, type SpecInput, type SpecReading } from './read-spec.ts';
import { MAX_TEXT_BYTES } from './yaml/limits.ts';

export interface LoadDeps {
  /** Read when a path is `-`. */
  readonly stdin: AsyncIterable<Uint8Array | string>;
  /** Told when nothing comes from a stream, with its name. */
  readonly waiting?: (name: string) => void;
  /** Ends the wait for a stream. */
  readonly signal?: AbortSignal;
}

/** Codes that mean "no such input": exit 66 rather than 65. */
export const NO_INPUT_CODES: ReadonlySet<Code> = new Set<Code>(['SPEC_FILE_NOT_FOUND', 'SPEC_FILE_UNREADABLE']);

/**
 * Read and check a spec.
 *
 * @param paths  files; folders, of which every `*.yaml` and `*.yml` is read in name order (subfolders and dotfiles are not);
 *               `-` for standard input; a FIFO is read as a stream, but none of a folder. A path given twice is read once.
 */
export async function loadSpecs(paths: readonly string[], deps: LoadDeps): Promise<SpecReading> {
  const run: Run = { ...deps, room: { bytes: MAX_TEXT_BYTES }, stdin: () => deps.stdin };
  const inputs: SpecInput[] = [];
  const problems: Diagnostic[] = [];
  for (const path of new Set(paths)) {
    const found = path === '-' ? [await readStdin(run)] : await readPath(path, run);
    for (const item of found) {
      if ('code' in item) problems.push(item);
      else inputs.push(item);
    }
  }
  return readSpec(inputs, problems);
}

interface Run extends Omit<LoadDeps, 'stdin'> {
  /** Opened when it is read. */
  readonly stdin: () => LoadDeps['stdin'];
  /** What all files together may still have. */
  readonly room: { bytes: number };
}

type Found = SpecInput | Diagnostic;

async function readPath(path: string, run: Run): Promise<readonly Found[]> {
  try {
    if ((await stat(path)).isDirectory()) return await readFolder(path, run);
    const options = { ...limitOf(run), ...streamOptions(path, run), fifo: true };
    return [decode(path, await readWholeFile(path, options), run)];
  } catch (error) {
    return [unreadable(path, error)];
  }
}

async function readFolder(folder: string, run: Run): Promise<readonly Found[]> {
  const names = (await readdir(folder)).filter((name) => /^[^.].*\.ya?ml$/.test(name)).sort();
  if (names.length === 0)
    return [diagnostic('SPEC_EMPTY', `The folder ${printable(folder)} has no *.yaml or *.yml file.`)];
  const found: Found[] = [];
  for (const path of names.map((name) => join(folder, name))) {
    const read = readWholeFile(path, limitOf(run)).then((bytes) => decode(path, bytes, run));
    found.push(await read.catch((error) => unreadable(path, error)));
  }
  return found;
}

async function readStdin(run: Run): Promise<Found> {
  try {
    const options = { ...limitOf(run), ...streamOptions(STDIN_NAME, run) };
    return decode(STDIN_NAME, await readWholeStream(run.stdin(), options), run);
  } catch (error) {
    return unreadable(STDIN_NAME, error);
  }
}

function limitOf({ room }: Run): Pick<WholeFileOptions, 'limitBytes'> {
  return { limitBytes: room.bytes };
}

function streamOptions(name: string, { waiting, signal }: Run): Pick<WholeFileOptions, 'signal' | 'waiting'> {
  return { signal, waiting: () => waiting?.(name) };
}

function decode(file: string, bytes: Buffer, { room }: Run): Found {
  room.bytes -= bytes.length;
  if (!isUtf8(bytes)) return diagnostic('SPEC_FILE_NOT_UTF8', `${printable(file)} is not UTF-8 text.`);
  return { file, text: new TextDecoder().decode(bytes) };
}

function unreadable(path: string, error: unknown): Diagnostic {
  const name = printable(path);
  if (error instanceof TooLargeError) {
    return diagnostic('SPEC_FILE_TOO_LARGE', `With ${name} the spec is larger than ${MAX_TEXT_BYTES >> 20} MiB.`);
  }
  if (errnoNameOf(error) === 'ENOENT') return diagnostic('SPEC_FILE_NOT_FOUND', `${name} does not exist.`);
  const { words, advice, kind } = fileFault(error);
  const code = kind === 'missing' ? 'SPEC_FILE_NOT_FOUND' : 'SPEC_FILE_UNREADABLE';
  return diagnostic(code, `${name} cannot be read: ${words}.`, { advice });
}
