/** A simulated machine behind the two ports: its file tree and its system calls, which agree with each other. */

import type { SysTree } from '../host/sys-tree.ts';
import type { Syscalls } from '../kernel/syscalls.ts';
import type { Bdf } from '../model/bdf.ts';
import type { Host } from '../model/host.ts';
import { hardwareAt } from './drivers/hardware.ts';
import { requestPages } from './iommufd/faults.ts';
import { simSyscalls } from './process/sim-syscalls.ts';
import { fromJson, type Json, toJson } from './state/json-codec.ts';
import { makeWorld, type WorldOptions } from './state/make-world.ts';
import type { PageRequest } from './state/objects.ts';
import type { World } from './state/world.ts';
import { simTree } from './tree/sim-tree.ts';

export interface SimWorld {
  readonly tree: SysTree;
  readonly syscalls: Syscalls;
  /**
   * The HWPT through which the hardware really translates a device's RID (pasid 0) or PASID; `null` when it is blocked, which
   * after a failed replace differs from what the kernel has on record (§6.5). Nothing in a real machine tells this so plainly.
   */
  hardware(address: Bdf, pasid: number): number | null;
  /**
   * A device's page requests of one group reach the kernel; nobody takes those of what is not attached with a fault queue.
   */
  requestPages(address: Bdf, group: readonly PageRequest[]): void;
  /** A reset of this function takes until endReset; meanwhile attaching in its group is EBUSY. Undone by: endReset. */
  beginReset(address: Bdf): void;
  endReset(address: Bdf): void;
  /** Open iommufd contexts, objects in them, and open file descriptors: what a run must not leave behind. */
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
  // The value was written by toJson; a file that was tampered with is found out by its checksum.
  return simWorld(fromJson(json) as World);
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
    toJson: () => toJson(world),
  };
}

function setResetting(world: World, address: Bdf, what: 'begins' | 'ends'): void {
  const found = world.functions.get(address);
  if (found !== undefined) found.resetting = what === 'begins';
}
