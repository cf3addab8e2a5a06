/** `describe` for tests on a real kernel: skipped, visibly, where the machine cannot run a VM. */

import { describe, inject } from 'vitest';
import { bootVm, type VmRequest } from './boot-vm.ts';
import type { GuestTables } from './find-qemu.ts';
import { describeRun, type VmRun } from './vm-run.ts';

/** Boots a VM and prints the kernel's release and the times. */
export type Boot = (request: VmRequest) => Promise<VmRun>;

/** @param tables  what all its VMs ask for; also skipped where no QEMU offers that */
export function describeVm(title: string, tests: (boot: Boot) => void, tables: GuestTables = 'second-stage'): void {
  const tools = inject('vmTools');
  describe.skipIf(tools.kind === 'missing' || 'missing' in tools.qemus[tables])(title, () => {
    tests(async (request) => {
      if (tools.kind === 'missing') throw new Error(tools.reason);
      const run = await bootVm(tools, { tables, ...request });
      process.stdout.write(`${title}: ${describeRun(run)}\n`);
      return run;
    });
  });
}
