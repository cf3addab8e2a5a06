/** A simulated machine behind the two ports, its file tree and its system calls, which share one world. */

import type { SysTree } from '../host/sys-tree.ts';
import type { Syscalls } from '../kernel/syscalls.ts';
import type { Bdf } from '../model/bdf.ts';
import type { Host } from '../model/host.ts';
import { hardwareAt } from './drivers/hardware.ts';
import { requestPages } from './iommufd/faults.ts';
import { simSyscalls } from './process/sim-syscalls.ts';
import type { Json } from './state/json-codec.ts';
import { makeWorld, type WorldOptions } from './state/make-world.ts';
import type { PageRequest } from './state/objects.ts';
import type { World } from './state/world.ts';
import { readWorld, writeWorld } from './stored-world.ts';
import { simTree } from './tree/sim-tree.ts';

export interface SimWorld {
  readonly tree: SysTree;
  readonly syscalls: Syscalls;
  /**
   * The HWPT through which the hardware translates a device's RID (pasid 0) or PASID; `null` when the hardware blocks it. After
   * a failed replace this differs from what iommufd has on record (src/quirks.md Q2). A real machine has no such call.
   */
  hardware(address: Bdf, pasid: number): number | null;
  /**
   * Deliver a device's page requests of one group to the kernel. Without a fault queue at their PASID nothing is queued.
   */
  requestPages(address: Bdf, group: readonly PageRequest[]): void;
  /** Start a reset of this function. Until endReset, attaching in its group answers EBUSY. Undone by: endReset. */
  beginReset(address: Bdf): void;
  endReset(address: Bdf): void;
  /** Open iommufd contexts, their objects, and open file descriptors, for tests that a run leaves none of them. */
  countObjects(): ObjectCounts;
  /** Everything, as plain JSON values. Undone by: restoreWorld. */
  toJson(): Json;
}

export interface ObjectCounts {
  readonly contexts: number;
  readonly objects: number;
  readonly fds: number;
}

export function createWorld(host: Host, options: WorldOptions = {}): SimWorld {
  return simWorld(makeWorld(host, options));
}

/** @throws TypeError when the value did not come from {@link SimWorld.toJson} */
export function restoreWorld(json: Json): SimWorld {
  return simWorld(readWorld(json));
}

function simWorld(world: World): SimWorld {
  return {
    tree: simTree(world),
    syscalls: simSyscalls(world),
    hardware: (address, pasid) => hardwareAt(world, address, pasid),
    beginReset: (address) => setResetting(world, address, 'begins'),
    endReset: (address) => setResetting(world, address, 'ends'),
    requestPages: (address, group) => requestPages(world, address, group),
    countObjects: () => ({
      contexts: world.contexts.size,
      objects: [...world.contexts.values()].reduce((sum, { objects }) => sum + objects.live, 0),
      fds: world.fds.size,
    }),
    toJson: () => writeWorld(world),
  };
}

function setResetting(world: World, address: Bdf, what: 'begins' | 'ends'): void {
  const found = world.functions.get(address);
  if (found !== undefined) found.resetting = what === 'begins';
}
