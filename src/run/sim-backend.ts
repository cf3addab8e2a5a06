/** A simulated machine, kept in the state folder together with the ledger of what is held on it. */

import { readKernel } from '../host/kernel-facts.ts';
import { observe } from '../host/observe.ts';
import type { Host, PciFunction } from '../model/host.ts';
import { SAMPLE_MACHINE } from '../sim/sample-machine.ts';
import { openWorld, type SavedWorld, WORLD_NAME, WorldFileError } from '../sim/world-file.ts';
import { decodeLedger, encodeLedger } from '../state/ledger-file.ts';
import { StateError } from '../state/state-file.ts';
import { printable } from '../text/escape.ts';
import { type Backend, type BackendRequest, memoryFiles } from './backend-port.ts';

export { WORLD_NAME };

const CODES = {
  damaged: 'STATE_DAMAGED',
  newer: 'STATE_NEWER',
  unreadable: 'STATE_UNREADABLE',
  unwritable: 'STATE_NOT_WRITABLE',
} as const;

/** @throws StateError when the stored simulated machine cannot be used, or is not that of the request */
export function simBackend({ stateDir, machine }: BackendRequest): Backend {
  const { world, trust } = openSimWorld({ stateDir, machine });
  if (machine !== null) refuseOtherHardware(machine, trust(() => observe(world.tree, { files: [] }))(), stateDir);
  return {
    name: 'sim',
    tree: world.tree,
    observe: trust((spec, live) => observe(world.tree, { files: memoryFiles(spec, live) })),
    bootId: trust(() => readKernel(world.tree).bootId),
    kernel: async () => {
      const { vfioKernel } = await import('../kernel/vfio-kernel.ts');
      return vfioKernel(world.syscalls, 'sim');
    },
    callWitness: () => (device, pasid, target) =>
      world.hardware(device.address, pasid) === (target?.hwpt ?? null) ? 'yes' : 'no',
    ledger: {
      fileName: WORLD_NAME,
      read: async () => (world.note === null ? null : decodeLedger(world.note, stateDir)),
      write: (record) => inState(() => world.save(encodeLedger(record))),
    },
  };
}

interface OpenedWorld {
  readonly world: SavedWorld;
  /** Wraps what reads the world: its exceptions become StateErrors. */
  readonly trust: Trust;
}

/** @throws StateError when the world cannot be used */
export function openSimWorld({ stateDir, machine }: Pick<BackendRequest, 'stateDir' | 'machine'>): OpenedWorld {
  const opened = inState(() => openWorld(stateDir, () => machine ?? SAMPLE_MACHINE));
  if (!opened.isFromFile) return { world: opened, trust: (work) => work };
  const trust = blamingContent(stateDir);
  return { world: guarded(opened, trust), trust };
}

function inState<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof WorldFileError)) throw error;
    const message = `the simulated machine cannot be used: ${error.message}`;
    throw new StateError(CODES[error.reason], message, error.fault);
  }
}

type Trust = <A extends readonly unknown[], R>(work: (...args: A) => R) => (...args: A) => R;

/**
 * A right checksum does not prove that pasidctl wrote the content: an exception of the simulator on a world from a file is told as
 * a damaged file. Mistakes of the simulator show on a new world.
 */
function blamingContent(stateDir: string): Trust {
  const blame = (error: unknown): never => {
    if (error instanceof WorldFileError || error instanceof StateError) throw error;
    const words = printable(error instanceof Error ? error.message : String(error), 200);
    const message = `the simulated machine in ${stateDir} cannot be used: the simulator fails on its content: ${words}`;
    throw new StateError('STATE_DAMAGED', message);
  };
  return <A extends readonly unknown[], R>(work: (...args: A) => R) =>
    (...args: A): R => {
      try {
        const answer = work(...args);
        // A promise of the same value.
        return answer instanceof Promise ? (answer.catch(blame) as R) : answer;
      } catch (error) {
        return blame(error);
      }
    };
}

function guarded(world: SavedWorld, trust: Trust): SavedWorld {
  return {
    ...everyCall(world, trust),
    tree: everyCall(world.tree, trust),
    syscalls: everyCall(world.syscalls, trust),
  };
}

function everyCall<T extends object>(port: T, trust: Trust): T {
  const entries = Object.entries(port).map(([name, part]) => [name, typeof part === 'function' ? trust(part) : part]);
  // The same names, with the same calls.
  return Object.fromEntries(entries) as T;
}

/** VFs come and go, and so does what is below a VMD controller. */
function isAlways({ physicalFunction, vmd }: PciFunction): boolean {
  return physicalFunction === null && vmd === null;
}

/** Only hardware is compared: commands change drivers and modules. */
function refuseOtherHardware(machine: Host, simulated: Host, stateDir: string): void {
  const hardware = ({ units, functions }: Host): string =>
    JSON.stringify([
      units.map(({ name, cap, ecap }) => [name, String(cap), String(ecap)]),
      functions
        .filter(isAlways)
        .map(({ address, vendor, device, unit, group }) => [address, vendor, device, unit, group]),
    ]);
  if (hardware(machine) === hardware(simulated)) return;
  throw new StateError(
    'STATE_OTHER_MACHINE',
    `the simulated machine in ${stateDir} differs from that of the machine file`,
  );
}
