/** Read `--machine`, or end the command with what is wrong with the file. */

import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { EXIT } from '../cli/exit-codes.ts';
import { Stop } from '../cli/stop.ts';
import type { Deps } from '../cli/terminal.ts';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import type { Host } from '../model/host.ts';

/** @throws Stop: exit 66 when it cannot be read, 65 when it is no machine file */
export async function readMachineFile(file: string, { cwd }: Deps): Promise<Host> {
  const { MACHINE_LIMIT_BYTES, parseMachine } = await import('../host/machine.ts');
  const text = readText(resolve(cwd, file), { file, limitBytes: MACHINE_LIMIT_BYTES });
  const { host, diagnostics } = parseMachine(text, file);
  if (host !== null) return host;
  throw new Stop(EXIT.badSpec, diagnostics, { locate: () => null, text: (name) => (name === file ? text : null) });
}

function readText(path: string, { file, limitBytes }: { readonly file: string; readonly limitBytes: number }): string {
  try {
    if (statSync(path).size > limitBytes) throw new Error(`it is larger than ${limitBytes} bytes`);
    return readFileSync(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Stop(EXIT.noInput, [diagnostic('USAGE_MACHINE_UNREADABLE', `${file} cannot be read: ${reason}`)]);
  }
}
