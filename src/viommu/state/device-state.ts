/** State of one device: its leaves, and whether the next event must look at all of its tables. */

import { invariant } from '../../assert.ts';
import { NOTHING, PARENT } from '../store/slot-control.ts';
import { SLOTS_PER_LEAF, type SlotStore } from '../store/slot-store.ts';
import { MAX_UNITS } from '../store/stage-key.ts';
import type { EngineDevice } from './engine-device.ts';

export interface DeviceState {
  readonly index: number;
  readonly device: EngineDevice;
  /** Leaf of each 64 PASIDs; −1 where there is none. The first always exists: it holds the RID. */
  readonly leaves: Int32Array;
  plugged: boolean;
  /** Guest memory could not be read at an event: the next one reads all tables. */
  missed: boolean;
  /** Unchanged entries must be judged anew: page requests were switched, or the guest is offered something else. */
  outdated: boolean;
  /** First stages get a fault queue: the guest allows page requests (PRE), and both the vIOMMU and the host have them (PRI). */
  pageRequests: boolean;
  /** PASIDs that the host has attached, the RID left out. */
  bound: number;
}

/** Leaves that PASIDs of this width need. */
export function leafCount(pasidBits: number): number {
  return Math.ceil(2 ** pasidBits / SLOTS_PER_LEAF);
}

/** A new device, with its RID attached to the nest parent. */
export function newDeviceState(
  slots: SlotStore,
  { index, device, pasidBits }: { readonly index: number; readonly device: EngineDevice; readonly pasidBits: number },
): DeviceState {
  // A larger number would be cut off in the stage key, and tables of two units would share one HWPT.
  invariant(
    device.unit < MAX_UNITS,
    `unit ${device.unit} does not fit into a stage key: the limit is ${MAX_UNITS} units`,
  );
  const leaves = new Int32Array(leafCount(pasidBits)).fill(NOTHING);
  const first = slots.newLeaf(index, 0);
  leaves[0] = first;
  slots.setHwpt(first * SLOTS_PER_LEAF, PARENT);
  return { index, device, leaves, plugged: true, missed: false, outdated: false, pageRequests: false, bound: 0 };
}

/** −1 when no leaf holds the PASID. */
export function slotOf({ leaves }: DeviceState, pasid: number): number {
  const leaf = leaves[pasid >>> 6] ?? NOTHING;
  return leaf < 0 ? NOTHING : leaf * SLOTS_PER_LEAF + (pasid & (SLOTS_PER_LEAF - 1));
}
