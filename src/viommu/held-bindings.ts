/**
 * What the host has attached, as the ledger writes it down: names instead of numbers, and ranges instead of PASIDs. The slots are
 * the only record of it; this is made from them when somebody asks.
 */

import { heldStageRef, parentRef } from '../model/hwpt-ref.ts';
import type { HwptRef, LiveBinding, LiveFirstStage } from '../model/live.ts';
import type { DeviceState } from './device-state.ts';
import type { EngineState } from './engine-state.ts';
import { stageOf } from './meaning.ts';
import { NOTHING, PARENT, STATE } from './slot-control.ts';
import { SLOTS_PER_LEAF } from './slot-store.ts';

export interface HeldByEngine {
  readonly firstStages: readonly LiveFirstStage[];
  /** By device in the engine's order, then PASID. Failed ones are not among them, zombies are. */
  readonly bindings: readonly LiveBinding[];
  /** Devices whose RID is on its nest parent. */
  readonly resting: ReadonlySet<string>;
}

/** @param units  names, by the index that devices know them by */
export function heldByEngine(engine: EngineState, units: readonly string[]): HeldByEngine {
  const stages = new Map<number, LiveFirstStage>();
  const bindings: LiveBinding[] = [];
  const resting = new Set<string>();
  for (const state of engine.devices) {
    const unit = units[state.device.unit] ?? String(state.device.unit);
    const nameOf = (record: number): HwptRef => {
      if (record === PARENT) return parentRef(unit);
      const stage = stages.get(record) ?? heldStage(engine, unit, record);
      stages.set(record, stage);
      return heldStageRef(stage);
    };
    collectRanges(engine, state, { nameOf, bindings });
    if (isResting(engine, state)) resting.add(state.device.name);
  }
  return { firstStages: [...stages.values()], bindings, resting };
}

function heldStage({ hwpts, queues, options }: EngineState, unit: string, record: number): LiveFirstStage {
  const held = { ...stageOf(hwpts.meaningOf(record)), unit, hwpt: hwpts.idOf(record) };
  return queues.has(record) || !options.sharing ? { ...held, separate: true } : held;
}

function isResting({ slots }: EngineState, { leaves }: DeviceState): boolean {
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
  const close = (end: number): void => {
    const { record, domain, first } = open;
    if (record !== NOTHING) bindings.push({ device: device.name, first, last: end - 1, domain, to: nameOf(record) });
  };
  for (const [number, leaf] of leaves.entries()) {
    for (let index = 0; index < SLOTS_PER_LEAF; index++) {
      const slot = leaf * SLOTS_PER_LEAF + index;
      const pasid = number * SLOTS_PER_LEAF + index;
      const record = leaf < 0 || isUnbound({ slots }, { slot, pasid }) ? NOTHING : slots.hwpt(slot);
      const domain = record === NOTHING ? 0 : slots.domain(slot);
      // The RID is a range of its own: it is attached without the PASID flag.
      if (record === open.record && domain === open.domain && pasid !== 1) continue;
      close(pasid);
      open = { record, domain, first: pasid };
      if (leaf < 0) break;
    }
  }
  close(leaves.length * SLOTS_PER_LEAF);
}

/** An RID that rests on its parent is told as that, whether or not an entry says so. */
function isUnbound({ slots }: Pick<EngineState, 'slots'>, { slot, pasid }: { slot: number; pasid: number }): boolean {
  return pasid === 0 ? slots.hwpt(slot) === PARENT : slots.state(slot) === STATE.absent;
}
