/**
 * The machine that a command works on: this one, this one's iommufd with mock devices, or a simulated one. koffi and the
 * simulator are loaded only by the commands that need them.
 */

import type { Witness } from '../apply/witness.ts';
import { diskTree } from '../host/disk-tree.ts';
import { readKernel } from '../host/kernel-facts.ts';
import { observe } from '../host/observe.ts';
import type { SysTree } from '../host/sys-tree.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Syscalls } from '../kernel/syscalls.ts';
import type { BackendName } from '../model/backend-name.ts';
import type { Host } from '../model/host.ts';
import type { Live } from '../model/live.ts';
import type { Spec } from '../model/spec.ts';
import { decodeLedger, encodeLedger, type LedgerStore, ledgerFile } from '../state/ledger-file.ts';
import { StateError } from '../state/state-file.ts';
import { dmarWitness } from './dmar-witness.ts';
import { readMachineFile } from './machine-file.ts';
import type { MachineRequest } from './machine-request.ts';
import { checkPlaces } from './places.ts';

export interface Backend {
  readonly name: BackendName;
  readonly tree: SysTree;
  /** Observe the machine, with the files that the spec names and those that this tool made. */
  observe(spec: Spec, live: Live): Host;
  /** The boot id alone, without observing the whole machine. */
  bootId(): string;
  /** The kernel port; made on first use. */
  kernel(): Promise<Kernel>;
  /** A witness of what is attached. */
  callWitness(kernel: Kernel): Witness;
  /** Where the ledger is kept: in a file of the state folder, or in the file of the simulated machine. */
  readonly ledger: LedgerStore;
}

/** A request with the contents of its machine file. */
interface BackendRequest extends Omit<MachineRequest, 'machine'> {
  readonly machine: Host | null;
}

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
      return simBackend(request);
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

const WORLD_CODES = {
  damaged: 'STATE_DAMAGED',
  newer: 'STATE_NEWER',
  unreadable: 'STATE_UNREADABLE',
  unwritable: 'STATE_NOT_WRITABLE',
} as const;

async function simBackend({ stateDir, machine }: BackendRequest): Promise<Backend> {
  const [{ openWorld, WorldFileError }, { SAMPLE_MACHINE }] = await Promise.all([
    import('../sim/world-file.ts'),
    import('../sim/sample-machine.ts'),
  ]);
  const inState = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof WorldFileError)) throw error;
      throw new StateError(
        WORLD_CODES[error.reason],
        `the simulated world cannot be used: ${error.message}`,
        error.fault,
      );
    }
  };
  const world = inState(() => openWorld(stateDir, () => machine ?? SAMPLE_MACHINE));
  if (machine !== null) refuseOtherHardware(machine, observe(world.tree, { files: [] }), stateDir);
  return {
    name: 'sim',
    tree: world.tree,
    observe: (spec, live) => observe(world.tree, { files: memoryFiles(spec, live) }),
    bootId: () => readKernel(world.tree).bootId,
    kernel: async () => {
      const { vfioKernel } = await import('../kernel/vfio-kernel.ts');
      return vfioKernel(world.syscalls, 'sim');
    },
    callWitness: () => (device, pasid, target) =>
      world.hardware(device.address, pasid) === (target?.hwpt ?? null) ? 'yes' : 'no',
    ledger: {
      read: () => (world.note === null ? null : decodeLedger(world.note, stateDir)),
      write: (record) => inState(() => world.save(encodeLedger(record))),
    },
  };
}

function memoryFiles(spec: Spec, live: Live): string[] {
  const named = spec.viommus.flatMap(({ memory }) => memory.map(({ file }) => file));
  return [...new Set([...named, ...live.createdFiles])].sort();
}

/** Only hardware is compared: commands change drivers and modules. */
function refuseOtherHardware(machine: Host, simulated: Host, stateDir: string): void {
  const hardware = ({ units, functions }: Host): string =>
    JSON.stringify([
      units.map(({ name, cap, ecap }) => [name, String(cap), String(ecap)]),
      functions.map(({ address, vendor, device, unit, group }) => [address, vendor, device, unit, group]),
    ]);
  if (hardware(machine) === hardware(simulated)) return;
  throw new StateError('STATE_OTHER_MACHINE', `the simulated machine in ${stateDir} differs from that of --machine`);
}
