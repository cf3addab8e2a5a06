/** Everything that a test VM needs from this machine: QEMU, a static busybox, a kernel. */

import { existsSync, readFileSync } from 'node:fs';
import { findKernel } from './find-kernel.ts';
import { findQemus, INSTALLED_QEMU, type Qemus } from './find-qemu.ts';
import { CHECKOUT } from './work-folder.ts';

/** Plain data: it travels from the global set-up to the test files. */
export type VmTools =
  | {
      readonly kind: 'found';
      readonly qemus: Qemus;
      readonly busybox: string;
      readonly kernel: string;
    }
  | { readonly kind: 'missing'; readonly reason: string };

const BUSYBOX_PATHS = ['/usr/bin/busybox', '/bin/busybox'];

export async function findVmTools(): Promise<VmTools> {
  const qemus = await findQemus(INSTALLED_QEMU, process.env);
  if (qemus === null) return missing(`${INSTALLED_QEMU} is not there (Debian: qemu-system-x86)`);
  const busybox = BUSYBOX_PATHS.find((path) => existsSync(path));
  if (busybox === undefined || !isStatic(busybox)) {
    return missing('a static busybox is not there (Debian: busybox-static)');
  }
  const kernel = await findKernel({ checkout: CHECKOUT, environment: process.env });
  if ('missing' in kernel) return missing(kernel.missing);
  return { kind: 'found', qemus, busybox, kernel: kernel.path };
}

function missing(reason: string): VmTools {
  return { kind: 'missing', reason };
}

/** The guest has no dynamic linker when busybox starts. */
function isStatic(program: string): boolean {
  return !readFileSync(program).includes('/ld-linux-x86-64.so');
}
