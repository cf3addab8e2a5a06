/** Read a machine file, with a Refusal for its errors. */

import { readFileSync, statSync } from 'node:fs';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import { fileError } from '../diagnostics/file-error.ts';
import { Refusal } from '../diagnostics/refusal.ts';
import type { Host } from '../model/host.ts';
import type { GivenFile } from './machine-request.ts';

/** @throws Refusal: `no-input` when it cannot be read, `bad-spec` when it is not a machine file */
export async function readMachineFile(file: GivenFile): Promise<Host> {
  const { MACHINE_LIMIT_BYTES, parseMachine } = await import('../host/machine.ts');
  const text = readText(file, MACHINE_LIMIT_BYTES);
  const { host, diagnostics } = parseMachine(text, file.name);
  if (host !== null) return host;
  throw new Refusal('bad-spec', diagnostics, {
    locate: () => null,
    text: (name) => (name === file.name ? text : null),
  });
}

function readText({ name, path }: GivenFile, limitBytes: number): string {
  try {
    if (statSync(path).size > limitBytes) throw new Error(`it is larger than ${limitBytes} bytes`);
    return readFileSync(path, 'utf8');
  } catch (error) {
    const message = `${name} cannot be read: ${fileError(error).words}`;
    throw new Refusal('no-input', [diagnostic('USAGE_MACHINE_UNREADABLE', message)]);
  }
}
