/**
 * Making the host do what guest tables say, or what applies while translation is off. The removals of all devices run before any
 * addition (src/quirks.md Q37).
 */

import { bindParent, runAdditions } from '../host/additions.ts';
import { destroyRecord, destroyUnfreed, runRemovals, setHeld } from '../host/removals.ts';
import type { DeviceState } from '../state/device-state.ts';
import type { EngineState } from '../state/engine-state.ts';
import { ALL, type Scope } from '../state/scope.ts';
import { clearWork, type DeviceWork, worksOf } from '../state/work.ts';
import { NOTHING, PARENT, STATE } from '../store/slot-control.ts';
import { SLOTS_PER_LEAF } from '../store/slot-store.ts';
import { decide } from '../survey/note-slot.ts';
import { surveyDevice } from '../survey/survey.ts';
import { wishOf } from '../wish/target.ts';

/** `tables`: guest tables decide. `parent`: every RID is on the nest parent. `blocked`: nothing is attached. */
export type Mode = 'tables' | 'parent' | 'blocked';

/** TTM 3 aborts all DMA; the reserved TTM 2 is treated alike (VT-d r5 §11.4.5, src/quirks.md Q40). */
export function modeOf({ registers }: EngineState): Mode {
  if (!registers.isTranslating) return 'parent';
  const { mode } = registers.root;
  if (mode === 'scalable') return 'tables';
  return mode === 'legacy' ? 'parent' : 'blocked';
}

/** @param devices  those that the event concerns */
export function sync(engine: EngineState, scope: Scope, devices: readonly DeviceState[] = engine.devices): void {
  const mode = modeOf(engine);
  if (mode !== 'tables') {
    dropAll(engine, mode);
    return;
  }
  destroyUnfreed(engine);
  const works = worksOf(engine.works, devices);
  for (const work of works) surveyDevice(engine, scope, work);
  run(engine, works);
}

/** Retry failed slots as they are, and read the tables of devices that could not be read. */
export function retry(engine: EngineState): void {
  if (modeOf(engine) !== 'tables') {
    sync(engine, ALL);
    return;
  }
  destroyUnfreed(engine);
  const works = worksOf(engine.works, engine.devices);
  for (const work of works) {
    if (work.state.missed) surveyDevice(engine, ALL, work);
    else retryDevice(engine, work);
  }
  run(engine, works);
}

function retryDevice(engine: EngineState, work: DeviceWork): void {
  const { state } = work;
  eachSlot(state, (slot, pasid) => {
    const was = engine.slots.state(slot);
    if (was !== STATE.failed && was !== STATE.zombie) return;
    work.touched.push(pasid >>> 6);
    const place = { slot, pasid };
    decide({ engine, work }, place, wishOf(engine, state, place));
  });
}

/** Remove all bindings without reading guest memory; in mode `parent` attach RIDs to the nest parent. */
function dropAll(engine: EngineState, mode: 'parent' | 'blocked'): void {
  destroyUnfreed(engine);
  const works = worksOf(engine.works, engine.devices);
  for (const work of works) dropDevice(engine, work, mode);
  runRemovals(engine, works);
  for (const work of works) if (mode === 'parent') toParent(engine, work.state);
  for (const work of works) finish(engine, work);
}

/** Detach all of a device, its RID too, before it is removed. */
export function unplug(engine: EngineState, state: DeviceState): void {
  for (const work of worksOf(engine.works, [state])) {
    dropDevice(engine, work, 'blocked');
    runRemovals(engine, [work]);
    forgetZombies(engine, state);
    finish(engine, work);
  }
  state.plugged = false;
}

/** Closing the device file detaches what could not be detached (src/quirks.md Q12); the destroy of its HWPTs is then retried. */
function forgetZombies(engine: EngineState, state: DeviceState): void {
  const { slots, hwpts } = engine;
  eachSlot(state, (slot, pasid) => {
    const held = slots.hwpt(slot);
    if (held === NOTHING) return;
    setHeld(engine, { state, pasid, slot }, NOTHING);
    slots.setState(slot, STATE.absent);
    if (held !== PARENT && hwpts.release(held) === 0) destroyRecord(engine, held);
  });
}

function dropDevice({ slots }: EngineState, work: DeviceWork, mode: 'parent' | 'blocked'): void {
  eachSlot(work.state, (slot, pasid) => {
    const held = slots.hwpt(slot);
    const zombie = slots.state(slot) === STATE.zombie;
    slots.copyWords(slot, null, 0);
    if (pasid === 0 && mode === 'parent' && !zombie) return;
    if (held !== NOTHING) work.removals.push(pasid);
    slots.setState(slot, STATE.absent);
  });
  for (const [number, leaf] of work.state.leaves.entries()) if (leaf >= 0) work.touched.push(number);
  work.state.missed = false;
}

/** An RID that is on its nest parent because translation is off is an absent slot: no entry stands for it. */
function toParent(engine: EngineState, state: DeviceState): void {
  const { slots } = engine;
  const slot = (state.leaves[0] ?? 0) * SLOTS_PER_LEAF;
  if (slots.state(slot) === STATE.zombie) return;
  if (slots.hwpt(slot) !== PARENT) bindParent(engine, { state, pasid: 0, slot });
  if (slots.hwpt(slot) === PARENT) slots.setState(slot, STATE.absent);
}

function run(engine: EngineState, works: readonly DeviceWork[]): void {
  runRemovals(engine, works);
  runAdditions(engine, works);
  for (const work of works) finish(engine, work);
}

/** Free leaves that have become empty, and clear the lists of the event. */
function finish({ slots }: EngineState, work: DeviceWork): void {
  const { state, touched } = work;
  for (let index = 0; index < touched.length; index++) {
    const number = touched.at(index);
    const leaf = state.leaves[number] ?? NOTHING;
    // The first leaf holds the RID.
    if (number === 0 || leaf < 0 || slots.liveIn(leaf) > 0) continue;
    state.leaves[number] = NOTHING;
    slots.freeLeaf(leaf);
  }
  clearWork(work);
}

function eachSlot({ leaves }: DeviceState, visit: (slot: number, pasid: number) => void): void {
  for (const [number, leaf] of leaves.entries()) {
    if (leaf < 0) continue;
    for (let index = 0; index < SLOTS_PER_LEAF; index++) {
      visit(leaf * SLOTS_PER_LEAF + index, number * SLOTS_PER_LEAF + index);
    }
  }
}
