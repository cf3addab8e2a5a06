/**
 * A simulated machine in a folder, to a process what a real one is: what is done to the host stays as it was done, call by call,
 * and files that the process had open go with it. The state folder lies beside it, with its ledger in a file.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { observe } from '../../src/host/observe.ts';
import type { SysTree } from '../../src/host/sys-tree.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { vfioKernel } from '../../src/kernel/vfio-kernel.ts';
import type { Host } from '../../src/model/host.ts';
import type { Backend } from '../../src/run/backend.ts';
import { createWorld, restoreWorld, type SimWorld } from '../../src/sim/sim-world.ts';
import { ledgerFile } from '../../src/state/ledger-file.ts';

/** Told before and after everything that a run does to the world. */
export type Reach = (what: string) => void;

export interface CrashMachine {
  readonly backend: Backend;
  /** Drivers, overrides, modules and files, and whatever is still open: comparable. */
  snapshot(): unknown;
}

/** File descriptors of one process; no run has more. */
const MOST_FDS = 256;

export function stateDirIn(folder: string): string {
  return join(folder, 'state');
}

/** @param host  what the machine is when there is none in the folder */
export function openMachine(folder: string, host: Host, reach: Reach = () => {}): CrashMachine {
  const path = join(folder, 'machine.json');
  const world = existsSync(path) ? restoreWorld(JSON.parse(readFileSync(path, 'utf8'))) : createWorld(host);
  const keep = (): void => writeFileSync(path, JSON.stringify(withoutProcess(world).toJson()));
  const tree = watchedTree(world.tree, { reach, keep });
  const kernel = watchedKernel(vfioKernel(world.syscalls, 'kernel' as 'sim'), reach);
  return {
    backend: {
      name: 'kernel',
      tree,
      observe: (spec, live) => {
        const named = spec.viommus.flatMap(({ memory }) => memory.map(({ file }) => file));
        return observe(world.tree, { files: [...named, ...live.createdFiles] });
      },
      bootId: () => 'one boot',
      kernel: async () => kernel,
      callWitness:
        () =>
        ({ address }, pasid, target) =>
          (world.hardware(address, pasid) ?? 0) === (target?.hwpt ?? 0) ? 'yes' : 'no',
      ledger: ledgerFile(stateDirIn(folder)),
    },
    snapshot: () => {
      const { modules, functions } = observe(world.tree, { files: [] });
      return {
        modules,
        functions: functions.map(({ address, driver, driverOverride }) => ({ address, driver, driverOverride })),
        files: world.tree.list('/dev/shm'),
        open: world.countObjects(),
      };
    },
  };
}

function withoutProcess(world: SimWorld): SimWorld {
  const left = restoreWorld(JSON.parse(JSON.stringify(world.toJson())));
  for (let fd = 0; fd < MOST_FDS; fd++) left.syscalls.close(fd);
  return left;
}

interface Watch {
  readonly reach: Reach;
  /** The host as it is now outlives the process. */
  readonly keep: () => void;
}

function watchedTree(tree: SysTree, { reach, keep }: Watch): SysTree {
  const begin = (what: string): void => reach(`before ${what}`);
  const end = (what: string, result: number): number => {
    keep();
    reach(`after ${what}`);
    return result;
  };
  const later = async (what: string, call: () => Promise<number>): Promise<number> => {
    begin(what);
    return end(what, await call());
  };
  const now = (what: string, call: () => number): number => {
    begin(what);
    return end(what, call());
  };
  return {
    ...tree,
    write: (path, text, deadlineMs) => later(`write ${path}`, () => tree.write(path, text, deadlineMs)),
    loadModule: (name, parameters) => later(`load ${name}`, () => tree.loadModule(name, parameters)),
    unloadModule: (name) => later(`unload ${name}`, () => tree.unloadModule(name)),
    createFile: (path, sizeBytes) => now(`create ${path}`, () => tree.createFile(path, sizeBytes)),
    removeFile: (path) => now(`remove ${path}`, () => tree.removeFile(path)),
  };
}

type Changing = Exclude<keyof Kernel, 'backend' | 'syscalls'>;

const CHANGING: readonly Changing[] = [
  ...(['openIommufd', 'close', 'destroy', 'allocIoas', 'mapFile', 'unmap'] as const),
  ...(['allocNestParent', 'allocFirstStage', 'bindDevice', 'releaseDevice', 'attach', 'replace', 'detach'] as const),
];

function watchedKernel(kernel: Kernel, reach: Reach): Kernel {
  const watched = (name: Changing): unknown => {
    // Arguments and answer go through as they are.
    const call = kernel[name] as (...args: readonly unknown[]) => unknown;
    return (...args: readonly unknown[]): unknown => {
      reach(`before ${name}`);
      const result = call(...args);
      reach(`after ${name}`);
      return result;
    };
  };
  return { ...kernel, ...Object.fromEntries(CHANGING.map((name) => [name, watched(name)])) };
}
