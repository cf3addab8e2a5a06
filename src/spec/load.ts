/** Files, folders and standard input → `Spec`. The only file of this folder that does I/O. */

import { Buffer, isUtf8 } from 'node:buffer';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Code } from '../diagnostics/codes.ts';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { fileError } from '../diagnostics/file-error.ts';
import { printable } from '../text/escape.ts';
import { readSpec, type SpecInput, type SpecReading } from './read-spec.ts';
import { MAX_TEXT_BYTES } from './yaml/limits.ts';

export interface LoadDeps {
  /** Read when a path is `-`. */
  readonly stdin: AsyncIterable<Uint8Array | string>;
}

/** What standard input is called in diagnostics. */
export const STDIN_NAME = '<stdin>';

/** Codes that mean "no such input": exit 66 rather than 65. */
export const NO_INPUT_CODES: ReadonlySet<Code> = new Set<Code>(['SPEC_FILE_NOT_FOUND', 'SPEC_FILE_UNREADABLE']);

/**
 * Read and check a spec.
 *
 * @param paths  files; folders, of which every `*.yaml` and `*.yml` is read in name order (subfolders and dotfiles are not);
 *               `-` for standard input. A path given twice is read once.
 */
export async function loadSpecs(paths: readonly string[], deps: LoadDeps): Promise<SpecReading> {
  const inputs: SpecInput[] = [];
  const problems: Diagnostic[] = [];
  for (const path of new Set(paths)) {
    const found = path === '-' ? [await readStdin(deps)] : await readPath(path);
    for (const item of found) {
      if ('code' in item) problems.push(item);
      else inputs.push(item);
    }
  }
  return readSpec(inputs, problems);
}

type Found = SpecInput | Diagnostic;

async function readPath(path: string): Promise<readonly Found[]> {
  try {
    if ((await stat(path)).isDirectory()) return await readFolder(path);
    return [await readFile(path)];
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
    found.push(await readFile(join(folder, name)).catch((error) => unreadable(join(folder, name), error)));
  return found;
}

/** Stops after the largest allowed size: `stat` of a special file gives no usable size. */
async function readFile(path: string): Promise<Found> {
  const handle = await open(path);
  try {
    return decode(path, await collect(handle.createReadStream({ autoClose: false })));
  } finally {
    await handle.close();
  }
}

async function readStdin({ stdin }: LoadDeps): Promise<Found> {
  try {
    return decode(STDIN_NAME, await collect(stdin));
  } catch (error) {
    return unreadable(STDIN_NAME, error);
  }
}

/** `null` when there are more bytes than a spec may have. */
async function collect(chunks: AsyncIterable<Uint8Array | string>): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    const part = Buffer.from(chunk);
    parts.push(part);
    length += part.length;
    if (length > MAX_TEXT_BYTES) return null;
  }
  return Buffer.concat(parts);
}

function decode(file: string, bytes: Buffer | null): Found {
  const name = printable(file);
  if (bytes === null) {
    return diagnostic('SPEC_FILE_TOO_LARGE', `${name} is larger than ${MAX_TEXT_BYTES >> 20} MiB.`);
  }
  if (!isUtf8(bytes)) return diagnostic('SPEC_FILE_NOT_UTF8', `${name} is not UTF-8 text.`);
  return { file, text: new TextDecoder().decode(bytes) };
}

function unreadable(path: string, error: unknown): Diagnostic {
  const { errno, words, advice } = fileError(error);
  if (errno === 'ENOENT' || errno === 'ENOTDIR') {
    return diagnostic('SPEC_FILE_NOT_FOUND', `${printable(path)} does not exist.`);
  }
  return diagnostic(
    'SPEC_FILE_UNREADABLE',
    `${printable(path)} cannot be read: ${words}.`,
    advice === null ? {} : { advice },
  );
}
