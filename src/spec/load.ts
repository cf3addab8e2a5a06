/** Files, folders and standard input → `Spec`. The only file of this folder that does I/O. */

import { type Buffer, isUtf8 } from 'node:buffer';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Code } from '../diagnostics/codes.ts';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { errnoNameOf, fileFault } from '../files/file-fault.ts';
import { readWholeFile, readWholeStream, TooLargeError, type WholeFileOptions } from '../files/read-whole.ts';
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

/** What standard input is called in diagnostics. */
export const STDIN_NAME = '<stdin>';

/** Codes that mean "no such input": exit 66 rather than 65. */
export const NO_INPUT_CODES: ReadonlySet<Code> = new Set<Code>(['SPEC_FILE_NOT_FOUND', 'SPEC_FILE_UNREADABLE']);

/**
 * Read and check a spec.
 *
 * @param paths  files; folders, of which every `*.yaml` and `*.yml` is read in name order (subfolders and dotfiles are not);
 *               `-` for standard input; a FIFO is read as a stream, but none of a folder. A path given twice is read once.
 */
export async function loadSpecs(paths: readonly string[], deps: LoadDeps): Promise<SpecReading> {
  const inputs: SpecInput[] = [];
  const problems: Diagnostic[] = [];
  for (const path of new Set(paths)) {
    const found = path === '-' ? [await readStdin(deps)] : await readPath(path, deps);
    for (const item of found) {
      if ('code' in item) problems.push(item);
      else inputs.push(item);
    }
  }
  return readSpec(inputs, problems);
}

type Found = SpecInput | Diagnostic;

async function readPath(path: string, deps: LoadDeps): Promise<readonly Found[]> {
  try {
    if ((await stat(path)).isDirectory()) return await readFolder(path);
    return [await readFile(path, { ...streamOptions(path, deps), fifo: true })];
  } catch (error) {
    return [unreadable(path, error)];
  }
}

async function readFolder(folder: string): Promise<readonly Found[]> {
  const names = (await readdir(folder)).filter((name) => /^[^.].*\.ya?ml$/.test(name)).sort();
  if (names.length === 0)
    return [diagnostic('SPEC_EMPTY', `The folder ${printable(folder)} has no *.yaml or *.yml file.`)];
  const found: Found[] = [];
  for (const name of names)
    found.push(await readFile(join(folder, name), ONE_FILE).catch((error) => unreadable(join(folder, name), error)));
  return found;
}

const ONE_FILE: WholeFileOptions = { limitBytes: MAX_TEXT_BYTES };

function streamOptions(name: string, { waiting, signal }: LoadDeps): WholeFileOptions {
  return { ...ONE_FILE, signal, waiting: () => waiting?.(name) };
}

async function readFile(path: string, options: WholeFileOptions): Promise<Found> {
  return decode(path, await readWholeFile(path, options));
}

async function readStdin(deps: LoadDeps): Promise<Found> {
  try {
    return decode(STDIN_NAME, await readWholeStream(deps.stdin, streamOptions(STDIN_NAME, deps)));
  } catch (error) {
    return unreadable(STDIN_NAME, error);
  }
}

function decode(file: string, bytes: Buffer): Found {
  if (!isUtf8(bytes)) return diagnostic('SPEC_FILE_NOT_UTF8', `${printable(file)} is not UTF-8 text.`);
  return { file, text: new TextDecoder().decode(bytes) };
}

function unreadable(path: string, error: unknown): Diagnostic {
  const name = printable(path);
  if (error instanceof TooLargeError) {
    return diagnostic('SPEC_FILE_TOO_LARGE', `${name} is larger than ${MAX_TEXT_BYTES >> 20} MiB.`);
  }
  if (errnoNameOf(error) === 'ENOENT') return diagnostic('SPEC_FILE_NOT_FOUND', `${name} does not exist.`);
  const { words, advice, kind } = fileFault(error);
  const code = kind === 'missing' ? 'SPEC_FILE_NOT_FOUND' : 'SPEC_FILE_UNREADABLE';
  return diagnostic(code, `${name} cannot be read: ${words}.`, { advice });
}
