/**
 * Attaching what entries ask for. The former HWPT of a PASID stays until the new one is attached. A failed replace may leave the
 * hardware blocked (src/quirks.md Q2), so the PASID is then detached and shown as failed.
 */

import { errnoName } from '../../uapi/errno.ts';
import { slotOf } from '../state/device-state.ts';
import type { EngineState } from '../state/engine-state.ts';
import type { DeviceWork } from '../state/work.ts';
import { NOTHING, PARENT, STATE } from '../store/slot-control.ts';
import { type StageKey, stageOf } from '../store/stage-key.ts';
import { keepsFormer, keyOf, wantsParent } from '../wish/target.ts';
import { freeQueue } from './fault-queues.ts';
import { destroyRecord, detach, type Place, setHeld } from './removals.ts';

/** Additions whose first stages are looked up together. */
export const LOOKED_UP_TOGETHER = 64;

/** By device, then PASID. A zombie whose detach failed again blocks its PASID. */
export function runAdditions(engine: EngineState, works: readonly DeviceWork[]): void {
  let most = 0;
  for (const { additions } of works) most += additions.length;
  engine.hwpts.reserve(most);
  for (const work of works) {
    for (let first = 0; first < work.additions.length; first += LOOKED_UP_TOGETHER) {
      const part = { first, end: Math.min(first + LOOKED_UP_TOGETHER, work.additions.length) };
      if (part.end - part.first > 1) touchCells(engine, work, part);
      addPart(engine, work, part);
    }
  }
  engine.hwpts.trim();
}

interface Part {
  readonly first: number;
  readonly end: number;
}

/**
 * Prefetch. A search for a new key reads one cell at a random place of a hash of megabytes, and misses the cache. A loop that only
 * reads the cells of many searches lets the processor load them in parallel.
 */
function touchCells(engine: EngineState, { state, additions }: DeviceWork, { first, end }: Part): void {
  const { hwpts, buffers } = engine;
  const { hashes } = buffers;
  for (let index = first; index < end; index++) {
    hashes[index - first] = hwpts.hashOf(keyOf(engine, state, slotOf(state, additions.at(index))));
  }
  hwpts.touch(hashes, end - first);
}

function addPart(engine: EngineState, { state, additions }: DeviceWork, { first, end }: Part): void {
  const place = { state, pasid: 0, slot: 0 };
  for (let index = first; index < end; index++) {
    place.pasid = additions.at(index);
    place.slot = slotOf(state, place.pasid);
    if (engine.slots.state(place.slot) === STATE.zombie) continue;
    if (wantsParent(engine, place.slot)) bindParent(engine, place);
    else bindFirstStage(engine, place);
  }
}

/** Attach to the nest parent, which the engine neither makes nor destroys. */
export function bindParent(engine: EngineState, place: Place): void {
  if (isBeyondLimit(engine, place)) {
    refuse(engine, place);
    return;
  }
  attach(engine, place, PARENT);
}

function bindFirstStage(engine: EngineState, place: Place): void {
  const { hwpts } = engine;
  if (isBeyondLimit(engine, place)) {
    refuse(engine, place);
    return;
  }
  const key = keyOf(engine, place.state, place.slot);
  const held = hwpts.find(key);
  if (held !== NOTHING) {
    attach(engine, place, held);
    return;
  }
  const made = makeFirstStage(engine, place, key);
  if (typeof made === 'number') attach(engine, place, made);
  else abandon(engine, place, made);
}

interface Failed {
  /** Subject of a sentence: `the attach to HWPT 7`. */
  readonly what: string;
  readonly errno: number;
  /** Failed before the attach, so the hardware is unchanged. */
  readonly isEarly: boolean;
}

/** The record of a new HWPT, with a fault queue of its own where page requests are allowed. */
function makeFirstStage(engine: EngineState, { state }: Place, key: StageKey): number | Failed {
  const { host, hwpts, queues } = engine;
  const queue = state.pageRequests ? host.allocFaultQueue() : null;
  if (typeof queue === 'number') return { what: 'the allocation of a fault queue', errno: -queue, isEarly: true };
  const id = host.allocFirstStage(state.index, stageOf(key), queue?.id ?? 0);
  if (id < 0) {
    freeQueue(engine, queue);
    return { what: 'the allocation of a HWPT', errno: -id, isEarly: true };
  }
  const record = hwpts.add(id, key);
  if (queue !== null) queues.set(record, { queue, pending: [] });
  return record;
}

/** Attach, or replace where something is attached. */
function attach(engine: EngineState, place: Place, record: number): void {
  const { slots, host, hwpts } = engine;
  const { state, pasid, slot } = place;
  const former = slots.hwpt(slot);
  const hwpt = record === PARENT ? state.device.parent : hwpts.idOf(record);
  const result = former === NOTHING ? host.attach(state.index, pasid, hwpt) : host.replace(state.index, pasid, hwpt);
  if (result < 0) {
    if (record !== PARENT && hwpts.usersOf(record) === 0) destroyRecord(engine, record);
    abandon(engine, place, { what: `the attach to HWPT ${hwpt}`, errno: -result, isEarly: false });
    return;
  }
  if (record !== PARENT) hwpts.retain(record);
  setHeld(engine, place, record);
  slots.setState(slot, STATE.attached);
  if (former !== NOTHING && former !== PARENT && hwpts.release(former) === 0) destroyRecord(engine, former);
}

/**
 * After a failure the PASID is detached, and a zombie where that fails too. The former HWPT is kept only where the options say
 * so and no attach was tried: after a failed one the state of the hardware is unknown (src/quirks.md Q2).
 */
function abandon(engine: EngineState, { state, pasid, slot }: Place, { what, errno, isEarly }: Failed): void {
  const { slots, report } = engine;
  const { name } = state.device;
  const message = `${what} failed for PASID ${pasid} of ${name}: ${errnoName(errno)}`;
  report({ code: 'VIOMMU_HOST_FAILED', device: name, pasid, message });
  if (isEarly && keepsFormer(engine, slot)) {
    slots.setState(slot, STATE.failed, errno);
    return;
  }
  const unused: number[] = [];
  const gone = slots.hwpt(slot) === NOTHING || detach(engine, { state, pasid, unused });
  for (const record of unused) destroyRecord(engine, record);
  if (gone) slots.setState(slot, STATE.failed, errno);
}

function isBeyondLimit({ options, slots, bound }: EngineState, { state, pasid, slot }: Place): boolean {
  if (pasid === 0 || slots.hwpt(slot) !== NOTHING) return false;
  return state.bound >= options.maxPerDevice || bound >= options.maxEntries;
}

function refuse({ slots, report }: EngineState, { state, pasid, slot }: Place): void {
  const { name } = state.device;
  if (slots.state(slot) !== STATE.failed) {
    const message = `PASID ${pasid} of ${name} is not bound: the limit of bindings is reached`;
    report({ code: 'VIOMMU_ENTRY_LIMIT', device: name, pasid, message });
  }
  slots.setState(slot, STATE.failed);
}
