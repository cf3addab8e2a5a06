/**
 * The machine that a command works on: this one, this one's iommufd with mock devices, or a simulated one. koffi and the
 * simulator are loaded only by the commands that need them.
 */

import { diskTree } from '../host/disk-tree.ts';
import { readKernel } from '../host/kernel-facts.ts';
import { observe } from '../host/observe.ts';
import type { Syscalls } from '../kernel/syscalls.ts';
import { ledgerFile } from '../state/ledger-file.ts';
import { type Backend, type BackendRequest, memoryFiles } from './backend-port.ts';
import { dmarWitness } from './dmar-witness.ts';
import { readMachineFile } from './machine-file.ts';
import type { MachineRequest } from './machine-request.ts';
import { checkPlaces } from './places.ts';

export type { Backend } from './backend-port.ts';

/** @throws Refusal when a place or the machine file cannot be used, StateError when the stored simulated machine cannot */
export async function openBackend(given: MachineRequest): Promise<Backend> {
  checkPlaces(given);
  const { machine: file, ...asked } = given;
  const machine = file === null ? null : await readMachineFile(file, asked.waiting);
  const request = { ...asked, machine };
  switch (request.backend) {
    case 'kernel':
      return kernelBackend(request);
    case 'selftest':
      return selftestBackend(request);
    case 'sim':
      return (await import('./sim-backend.ts')).simBackend(request);
  }
}

/** System calls of this machine, also for locks; koffi is loaded here. */
export async function machineSyscalls(): Promise<Syscalls> {
  const { openLibc } = await import('../kernel/libc.ts');
  return openLibc();
}

function kernelBackend({ root, machine, stateDir }: BackendRequest): Backend {
  const tree = diskTree(root);
  return {
    name: 'kernel',
    tree,
    observe: (spec, live) => machine ?? observe(tree, { files: memoryFiles(spec, live) }),
    bootId: () => (machine?.kernel ?? readKernel(tree)).bootId,
    kernel: async () => {
      const { vfioKernel } = await import('../kernel/vfio-kernel.ts');
      return vfioKernel(await machineSyscalls(), 'kernel');
    },
    callWitness: () => dmarWitness(tree),
    ledger: ledgerFile(stateDir),
  };
}

/** Real iommufd; each device of the spec is a mock device, made when it is bound. */
async function selftestBackend({ stateDir }: BackendRequest): Promise<Backend> {
  const { selftestHost } = await import('../host/selftest-host.ts');
  const tree = diskTree('/');
  return {
    name: 'selftest',
    tree,
    observe: (spec, live) => selftestHost(spec, observe(tree, { files: memoryFiles(spec, live) })),
    bootId: () => readKernel(tree).bootId,
    kernel: async () => {
      const { selftestKernel } = await import('../kernel/selftest-kernel.ts');
      return selftestKernel(await machineSyscalls());
    },
    callWitness: (kernel) => (device, pasid, target) => kernel.witness(device.handle, pasid, target?.hwpt ?? 0),
    ledger: ledgerFile(stateDir),
  };
}
