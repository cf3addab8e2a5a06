/** Read a machine file, with a Refusal for its errors. */

import { diagnostic } from '../diagnostics/diagnostic.ts';
import { Refusal } from '../diagnostics/refusal.ts';
import { fileFault } from '../files/file-fault.ts';
import { readWholeFile } from '../files/read-whole.ts';
import type { Host } from '../model/host.ts';
import type { GivenFile, Waiting } from './machine-request.ts';

/** @throws Refusal: `no-input` when it cannot be read, `bad-spec` when it is not a machine file */
export async function readMachineFile(file: GivenFile, waiting?: Waiting): Promise<Host> {
  const { MACHINE_LIMIT_BYTES, parseMachine } = await import('../host/machine.ts');
  const text = await readText(file, MACHINE_LIMIT_BYTES, waiting);
  const { host, diagnostics } = parseMachine(text, file.name);
  if (host !== null) return host;
  throw new Refusal('bad-spec', diagnostics, {
    locate: () => null,
    text: (name) => (name === file.name ? text : null),
  });
}

async function readText({ name, path }: GivenFile, limitBytes: number, waiting?: Waiting): Promise<string> {
  try {
    const bytes = await readWholeFile(path, { limitBytes, fifo: true, waiting: () => waiting?.(name) });
    return bytes.toString();
  } catch (error) {
    const { words, advice } = fileFault(error);
    const message = `${name} cannot be read: ${words}`;
    throw new Refusal('no-input', [diagnostic('USAGE_MACHINE_UNREADABLE', message, { advice })]);
  }
}
