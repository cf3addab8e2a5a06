/** What a slot's bits ask the host for, as the HWPT table knows it. */

import { PGTT, pasidEntry } from '../../vtd/pasid-entry.ts';
import type { DeviceState } from '../state/device-state.ts';
import type { EngineState } from '../state/engine-state.ts';
import { type Meaning, type StageFacts, writeMeaning } from '../store/meaning.ts';
import { PARENT, STATE } from '../store/slot-control.ts';
import { type Judged, judge, type Wish } from './judge.ts';

type Reused<T> = { -readonly [K in keyof T]: T[K] };

// Written anew by every call: there is one for each PASID.
const MEANING: Meaning = { low: 0, high: 0 };
const FACTS: Reused<StageFacts> = {
  page: 0,
  fiveLevels: false,
  supervisor: false,
  extendedAccess: false,
  writeProtect: false,
  pageRequests: false,
};

let judged: Reused<Judged> | null = null;

/** The meaning of a first-stage entry; valid until the next call. */
export function meaningOf({ slots }: EngineState, { device, pageRequests }: DeviceState, slot: number): Meaning {
  const words = slots.words(slot);
  const at = slots.wordsAt(slot);
  FACTS.page = pasidEntry.firstStagePage(words, at);
  FACTS.fiveLevels = pasidEntry.firstStageLevelsCode(words, at) === 1;
  FACTS.supervisor = pasidEntry.supervisor(words, at);
  FACTS.extendedAccess = pasidEntry.extendedAccess(words, at);
  FACTS.writeProtect = pasidEntry.writeProtect(words, at);
  FACTS.pageRequests = pageRequests;
  writeMeaning(MEANING, device.unit, FACTS);
  return MEANING;
}

/** Of an entry that asks for something which can be bound: pass-through, rather than a first stage. */
export function wantsParent({ slots }: EngineState, slot: number): boolean {
  return pasidEntry.type(slots.words(slot), slots.wordsAt(slot)) === PGTT.passThrough;
}

/**
 * The host has what such an entry asks for. Equal meaning needs no call: type, table, width and the flags that the kernel
 * heeds.
 */
export function hostHasWish(engine: EngineState, state: DeviceState, slot: number): boolean {
  const held = engine.slots.hwpt(slot);
  if (wantsParent(engine, slot)) return held === PARENT;
  return held >= 0 && engine.hwpts.means(held, meaningOf(engine, state, slot));
}

/** What the slot's bits ask for. */
export function wishOf(
  { slots, guest }: EngineState,
  { device }: DeviceState,
  { slot, pasid }: { readonly slot: number; readonly pasid: number },
): Wish {
  judged ??= { guest, device, pasid };
  judged.guest = guest;
  judged.device = device;
  judged.pasid = pasid;
  return judge(slots.words(slot), slots.wordsAt(slot), judged);
}

/**
 * What is attached may stay when the host cannot give what is wanted instead. It must be a binding: an RID is on its nest
 * parent without an entry until the first one comes.
 */
export function keepsFormer({ options, slots }: EngineState, slot: number): boolean {
  const state = slots.state(slot);
  return options.failedReplace === 'keep' && (state === STATE.attached || state === STATE.failed);
}

/**
 * Invalidations name the domain of what is attached. Of an entry that has become another, that is the new one only as soon as the
 * host has followed, or has nothing.
 */
export function followDomain({ slots }: EngineState, slot: number): void {
  const words = slots.words(slot);
  const at = slots.wordsAt(slot);
  if (pasidEntry.present(words, at)) slots.setDomain(slot, pasidEntry.domain(words, at));
}
