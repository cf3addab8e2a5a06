/**
 * Detaching, and destroying HWPTs without users. What the host refuses to detach or destroy is kept and retried.
 */

import { errnoName } from '../../uapi/errno.ts';
import { type DeviceState, slotOf } from '../state/device-state.ts';
import type { EngineState } from '../state/engine-state.ts';
import type { DeviceWork } from '../state/work.ts';
import { NOTHING, PARENT, STATE } from '../store/slot-control.ts';
import { followDomain } from '../wish/target.ts';
import { dropPending, freeQueue, retryQueues, takeQueue } from './fault-queues.ts';

/** Detach on all devices, PASIDs ascending and the RID last; then destroy the HWPTs that have no users left. */
export function runRemovals(engine: EngineState, works: readonly DeviceWork[]): void {
  const unused: number[] = [];
  for (const { state, removals } of works) {
    const hasRid = removals.length > 0 && removals.at(0) === 0;
    for (let index = hasRid ? 1 : 0; index < removals.length; index++) {
      detach(engine, { state, pasid: removals.at(index), unused });
    }
    if (hasRid) detach(engine, { state, pasid: 0, unused });
  }
  for (const record of unused) destroyRecord(engine, record);
}

export interface Detaching {
  readonly state: DeviceState;
  readonly pasid: number;
  /** Records that this leaves without users. */
  readonly unused: number[];
}

/** A refusal leaves a zombie, with its HWPT still attached. */
export function detach(engine: EngineState, { state, pasid, unused }: Detaching): boolean {
  const { slots, host } = engine;
  const slot = slotOf(state, pasid);
  const result = host.detach(state.index, pasid);
  if (result < 0) {
    slots.setState(slot, STATE.zombie, -result);
    reportDetach(engine, state, { pasid, result });
    return false;
  }
  const held = slots.hwpt(slot);
  setHeld(engine, { state, pasid, slot }, NOTHING);
  if (held !== NOTHING && held !== PARENT && engine.hwpts.release(held) === 0) unused.push(held);
  if (slots.state(slot) === STATE.zombie) slots.setState(slot, STATE.absent);
  return true;
}

export interface Place {
  readonly state: DeviceState;
  readonly pasid: number;
  readonly slot: number;
}

/** Record what the host has attached, and update counts and domain. */
export function setHeld(engine: EngineState, place: Place, record: number): void {
  const { slots } = engine;
  const { state, pasid, slot } = place;
  const former = slots.hwpt(slot);
  dropPending(engine, former, place);
  if (pasid !== 0) {
    const change = Number(record !== NOTHING) - Number(former !== NOTHING);
    state.bound += change;
    engine.bound += change;
  }
  slots.setHwpt(slot, record);
  // Where nothing was attached, the domain was set when the entry was noted.
  if (former !== NOTHING) followDomain(engine, slot);
}

/** Destroy a HWPT without users; invalidations that wait for it are dropped, since its id may be reused (src/quirks.md Q17). */
export function destroyRecord(engine: EngineState, record: number): void {
  const hwpt = engine.hwpts.idOf(record);
  const queue = takeQueue(engine, record);
  engine.hwpts.remove(record);
  engine.pending.drop(hwpt);
  if (destroy(engine, hwpt)) freeQueue(engine, queue);
  else engine.unfreed.push({ hwpt, queue });
}

/** Retry what could not be destroyed. */
export function destroyUnfreed(engine: EngineState): void {
  retryQueues(engine);
  if (engine.unfreed.length === 0) return;
  const left = engine.unfreed.splice(0).filter(({ hwpt, queue }) => {
    const gone = destroy(engine, hwpt);
    if (gone) freeQueue(engine, queue);
    return !gone;
  });
  engine.unfreed.push(...left);
}

function destroy({ host, report }: EngineState, id: number): boolean {
  const result = host.destroy(id);
  if (result >= 0) return true;
  const message = `HWPT ${id} could not be destroyed: ${errnoName(result)}`;
  report({ code: 'VIOMMU_DESTROY_FAILED', device: null, pasid: null, message });
  return false;
}

function reportDetach(
  { report }: EngineState,
  { device }: DeviceState,
  { pasid, result }: { readonly pasid: number; readonly result: number },
): void {
  const message = `PASID ${pasid} of ${device.name} could not be detached: ${errnoName(result)}`;
  report({ code: 'VIOMMU_DETACH_FAILED', device: device.name, pasid, message });
}
