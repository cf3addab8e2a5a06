/**
 * What the host has attached, in the form of the ledger: names instead of ids, and ranges instead of PASIDs. It is made from the
 * slots, the only record of it, at each call.
 */

import { type HwptRef, heldStageRef, parentRef } from '../../model/hwpt-ref.ts';
import type { HeldForGuest, LiveBinding, LiveFirstStage } from '../../model/live.ts';
import type { DeviceState } from '../state/device-state.ts';
import type { EngineState } from '../state/engine-state.ts';
import { NOTHING, PARENT } from '../store/slot-control.ts';
import { SLOTS_PER_LEAF } from '../store/slot-store.ts';
import { stageOf } from '../store/stage-key.ts';

/** @param units  names, by the index that devices know them by */
export function heldByEngine(engine: EngineState, units: readonly string[]): HeldForGuest {
  const stages = new Map<number, LiveFirstStage>();
  const bindings: LiveBinding[] = [];
  const onParent = new Set<string>();
  for (const state of engine.devices) {
    const unit = units[state.device.unit] ?? String(state.device.unit);
    const nameOf = (record: number): HwptRef => {
      if (record === PARENT) return parentRef(unit);
      const stage = stages.get(record) ?? heldStage(engine, unit, record);
      stages.set(record, stage);
      return heldStageRef(stage);
    };
    collectRanges(engine, state, { nameOf, bindings });
    if (isOnParent(engine, state)) onParent.add(state.device.name);
  }
  const plugged = engine.devices.filter((state) => state.plugged);
  const devices = new Set(plugged.map(({ device }) => device.name));
  return { firstStages: [...stages.values()], bindings, devices, onParent };
}

function heldStage({ hwpts, queues, options }: EngineState, unit: string, record: number): LiveFirstStage {
  const held = { ...stageOf(hwpts.keyOf(record)), owner: 'guest', unit, hwpt: hwpts.idOf(record) } as const;
  return queues.has(record) || !options.sharing ? { ...held, separate: true } : held;
}

function isOnParent({ slots }: EngineState, { leaves }: DeviceState): boolean {
  return slots.hwpt((leaves[0] ?? 0) * SLOTS_PER_LEAF) === PARENT;
}

interface Collecting {
  readonly nameOf: (record: number) => HwptRef;
  readonly bindings: LiveBinding[];
}

/** Neighbours on one HWPT with one domain are one range, so a name is made once for each. */
function collectRanges(
  { slots }: EngineState,
  { device, leaves }: DeviceState,
  { nameOf, bindings }: Collecting,
): void {
  let open = { record: NOTHING, domain: 0, first: 0 };
  const move = (pasid: number, record: number, domain: number): void => {
    const { first } = open;
    // The RID is a range of its own: it is attached without the PASID flag.
    if (record === open.record && domain === open.domain && pasid !== 1) return;
    if (open.record !== NOTHING) {
      const range = { first, last: pasid - 1, domain: open.domain };
      bindings.push({ owner: 'guest', device: device.name, ...range, to: nameOf(open.record) });
    }
    open = { record, domain, first: pasid };
  };
  for (const [number, leaf] of leaves.entries()) {
    const first = number * SLOTS_PER_LEAF;
    if (leaf < 0) move(first, NOTHING, 0);
    for (let index = 0; leaf >= 0 && index < SLOTS_PER_LEAF; index++) {
      const slot = leaf * SLOTS_PER_LEAF + index;
      const held = slots.hwpt(slot);
      // An RID on its nest parent is in `onParent`, whether or not an entry says so.
      const isBound = held !== NOTHING && (held !== PARENT || first + index > 0);
      move(first + index, isBound ? held : NOTHING, isBound ? slots.domain(slot) : 0);
    }
  }
  move(leaves.length * SLOTS_PER_LEAF, NOTHING, 0);
}
