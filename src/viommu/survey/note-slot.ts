/**
 * Copying the entries that an event covers into slots. An entry is covered when its cached domain or its domain in memory is that
 * of the event (src/quirks.md Q23).
 */

import { PASID_ENTRY_STEP, pasidEntry } from '../../vtd/pasid-entry.ts';
import { slotOf } from '../state/device-state.ts';
import type { Look } from '../state/look.ts';
import type { TableBuffer } from '../state/table-reader.ts';
import { NOTHING, STATE, type State } from '../store/slot-control.ts';
import { SLOTS_PER_LEAF } from '../store/slot-store.ts';
import { isRefusal, REFUSALS, type Wish } from '../wish/judge.ts';
import { followDomain, hostHasWish, keepsFormer, wishOf } from '../wish/target.ts';
import { reportBeyondWidth, reportLeafLimit, reportRefusal, reportReservedEntry, reportStale } from './report-table.ts';
import type { Survey } from './survey-scope.ts';

/** @param page  a PASID table, read; `null` when there is none */
export function noteLeaf(survey: Survey, number: number, page: TableBuffer | null): void {
  const { state, work } = survey;
  if (!needsLook(survey, number, page)) return;
  if ((state.leaves[number] ?? NOTHING) < 0 && !makeLeaf(survey, number)) return;
  work.touched.push(number);
  const { look } = survey;
  const first = number * SLOTS_PER_LEAF;
  for (let index = 0; index < SLOTS_PER_LEAF; index++) {
    look.pasid = first + index;
    look.words = page === null ? null : page.words;
    look.at = index * PASID_ENTRY_STEP;
    noteSlot(survey);
  }
}

/** Unchanged pages, and pages without entries that have no leaf, are skipped. */
function needsLook(survey: Survey, number: number, page: TableBuffer | null): boolean {
  const { engine, state } = survey;
  const { slots } = engine;
  const leaf = state.leaves[number] ?? NOTHING;
  if (leaf < 0) return page !== null && hasEntries(page.words);
  if (!isSettled(survey, number, leaf)) return true;
  return page === null ? slots.liveIn(leaf) > 0 : !slots.sameLeaf(leaf, page.bytes, 0);
}

/** Whether nothing must be done for a table when its page is unchanged. */
export function isSettled(survey: Survey, number: number, leaf: number): boolean {
  if (survey.state.outdated || survey.engine.slots.retriesIn(leaf) > 0) return false;
  return number !== 0 || !isUnsettled(survey, leaf);
}

/** The RID may be on the nest parent without an entry, and PASIDs may be bound that PASIDE has forbidden since. */
function isUnsettled({ engine, directory }: Survey, leaf: number): boolean {
  const { slots } = engine;
  const rid = slots.state(leaf * SLOTS_PER_LEAF) !== STATE.absent;
  return !rid || (directory?.pasidsAllowed !== true && slots.liveIn(leaf) > 1);
}

function hasEntries(words: Uint32Array): boolean {
  for (let at = 0; at < words.length; at += PASID_ENTRY_STEP) if (pasidEntry.present(words, at)) return true;
  return false;
}

/** Beyond the limit no leaf is made; the next look at the table tries again. */
function makeLeaf(survey: Survey, number: number): boolean {
  const { engine, state } = survey;
  if (engine.slots.leaves >= leafLimit(engine)) {
    reportLeafLimit(survey, number);
    return false;
  }
  state.leaves[number] = engine.slots.newLeaf(state.index, number);
  return true;
}

/** As many leaves as all entries need when they are dense, and one per device. */
function leafLimit({ options, devices }: Survey['engine']): number {
  return devices.length + Math.max(256, Math.ceil(options.maxEntries / SLOTS_PER_LEAF));
}

/** Note the entry at `look`; sets its `slot` and `present`. */
export function noteSlot(survey: Survey): void {
  const { engine, state, look } = survey;
  const { pasid } = look;
  if (!isAllowed(survey, pasid)) look.words = null;
  look.present = look.words !== null && pasidEntry.present(look.words, look.at);
  if (pasid >= 1 << engine.options.pasidBits) {
    if (look.present && survey.scope.kind === 'pasid') reportBeyondWidth(survey, pasid);
    return;
  }
  look.slot = slotOf(state, pasid);
  if (look.slot < 0) {
    if (!look.present || !makeLeaf(survey, pasid >>> 6)) return;
    look.slot = slotOf(state, pasid);
  }
  if (isCovered(survey)) takeOver(survey);
  else passOver(survey);
}

/** Without PASIDE the context entry allows the RID alone. */
function isAllowed({ directory }: Survey, pasid: number): boolean {
  return directory !== null && (pasid === 0 || directory.pasidsAllowed);
}

function isCovered({ engine, scope, look }: Survey): boolean {
  if (scope.kind === 'all') return true;
  const { slots } = engine;
  const { slot, words, at, present } = look;
  if (slots.state(slot) !== STATE.absent) {
    const cached = pasidEntry.domain(slots.words(slot), slots.wordsAt(slot));
    if (cached === scope.domain || slots.domain(slot) === scope.domain) return true;
  }
  return present && words !== null && pasidEntry.domain(words, at) === scope.domain;
}

/** Not covered. Bits of an absent entry are copied all the same, so that an unchanged page is recognized at the next look. */
function passOver(survey: Survey): void {
  const { slots } = survey.engine;
  const { slot, pasid, words, at, present } = survey.look;
  const absent = slots.state(slot) === STATE.absent;
  if (absent && !present) slots.copyWords(slot, words, at);
  const stale = !absent && survey.scope.kind === 'pasid';
  if (stale && !slots.sameWords(slot, words, at)) reportStale(survey, pasid);
}

function takeOver(survey: Survey): void {
  const { engine, state, look } = survey;
  const { slots } = engine;
  const { slot, pasid, words, at, present } = look;
  const before = slots.state(slot);
  const changed = slots.copyWords(slot, words, at);
  // The case of most slots. The RID is excluded while it is on the nest parent without an entry.
  if (!present && before === STATE.absent && slots.hwpt(slot) === NOTHING) return;
  if (slots.hwpt(slot) === NOTHING) followDomain(engine, slot);
  const wish = wishOf(engine, state, look);
  if (changed && present && pasidEntry.reserved(slots.words(slot), slots.wordsAt(slot)))
    reportReservedEntry(survey, pasid);
  if (isRefusal(wish) && (changed || before !== refusedState(wish))) reportRefusal(survey, pasid, wish);
  decide(survey, look, wish);
}

/** `failed`, and retried, when the host refuses; `refused` when the guest asks for what it was not offered. */
function refusedState(wish: Wish): State {
  if (!isRefusal(wish)) return STATE.absent;
  return REFUSALS[wish].who === 'host' ? STATE.failed : STATE.refused;
}

/** Put what the host must do on the lists; where nothing is to be done, set the slot's state. */
export function decide(
  { engine, work }: Pick<Survey, 'engine' | 'work'>,
  place: Pick<Look, 'slot' | 'pasid'>,
  wish: Wish,
): void {
  const { slots } = engine;
  const { slot, pasid } = place;
  const held = slots.hwpt(slot);
  if (wish === 'absent' || isRefusal(wish)) {
    const state = refusedState(wish);
    const isKept = state === STATE.failed && keepsFormer(engine, slot);
    if (held !== NOTHING && !isKept) work.removals.push(pasid);
    slots.setState(slot, state);
    return;
  }
  const zombie = slots.state(slot) === STATE.zombie;
  if (!zombie && hostHasWish(engine, work.state, slot)) {
    followDomain(engine, slot);
    slots.setState(slot, STATE.attached);
    return;
  }
  if (zombie) work.removals.push(pasid);
  work.additions.push(pasid);
}
