/** A program of ours and one in C of the same name, side by side in a VM with the kernel's mock. */

import { readFileSync } from 'node:fs';
import { bootVm } from '../vm/harness/boot-vm.ts';
import { findVmTools } from '../vm/harness/find-vm.ts';
import type { Workshop } from './workshop.ts';

const TIMEOUT_MS = 240_000;

/**
 * Run `NAME C-PROGRAM ARGS…` in a VM.
 *
 * @returns what it printed, as JSON; or what is missing here
 */
export async function runInVm(
  shop: Workshop,
  name: string,
  args: readonly string[],
): Promise<{ readonly printed: unknown } | { readonly missing: string }> {
  const program = shop.compile(name);
  if ('missing' in program) return program;
  const tools = await findVmTools();
  if (tools.kind === 'missing') return { missing: tools.reason };
  const run = await bootVm(tools, {
    files: { [`${name}.b64`]: readFileSync(program.path).toString('base64') },
    programs: { [name]: new URL(`programs/${name}.ts`, import.meta.url) },
    script: scriptOf(name, args),
    timeoutMs: TIMEOUT_MS,
  });
  return { printed: JSON.parse(run.text('printed')) };
}

/** Base64, since the work folder takes text; below /tmp the guest can run what it is given. */
function scriptOf(name: string, args: readonly string[]): string {
  return `
base64 -d ${name}.b64 >/tmp/${name}-c
chmod +x /tmp/${name}-c
${name} /tmp/${name}-c ${args.join(' ')} >printed
`;
}
