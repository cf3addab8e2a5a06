/** What a slot's bits ask the host for. */

import { PGTT, pasidEntry } from '../../vtd/pasid-entry.ts';
import type { DeviceState } from '../state/device-state.ts';
import type { EngineState } from '../state/engine-state.ts';
import { PARENT, STATE } from '../store/slot-control.ts';
import { type StageKey, writeStageKey } from '../store/stage-key.ts';
import { judge, type Wish } from './judge.ts';

/** The key of a first-stage entry; valid until the engine's next call of this. */
export function keyOf({ slots, buffers }: EngineState, { device, pageRequests }: DeviceState, slot: number): StageKey {
  const { stageFacts, stageKey } = buffers;
  const words = slots.words(slot);
  const at = slots.wordsAt(slot);
  stageFacts.page = pasidEntry.firstStagePage(words, at);
  stageFacts.fiveLevels = pasidEntry.firstStageLevelsCode(words, at) === 1;
  stageFacts.supervisor = pasidEntry.supervisor(words, at);
  stageFacts.extendedAccess = pasidEntry.extendedAccess(words, at);
  stageFacts.writeProtect = pasidEntry.writeProtect(words, at);
  stageFacts.pageRequests = pageRequests;
  writeStageKey(stageKey, device.unit, stageFacts);
  return stageKey;
}

/** Whether an entry that can be bound asks for pass-through, and not for a first stage. */
export function wantsParent({ slots }: EngineState, slot: number): boolean {
  return pasidEntry.type(slots.words(slot), slots.wordsAt(slot)) === PGTT.passThrough;
}

/**
 * The host has what such an entry asks for, so no call is needed. Only type, table, width and the flags that the kernel
 * uses are compared: other bits of an entry change nothing (src/quirks.md Q30).
 */
export function hostHasWish(engine: EngineState, state: DeviceState, slot: number): boolean {
  const held = engine.slots.hwpt(slot);
  if (wantsParent(engine, slot)) return held === PARENT;
  return held >= 0 && engine.hwpts.hasKey(held, keyOf(engine, state, slot));
}

/** What the slot's bits ask for. */
export function wishOf(
  { slots, guest, buffers }: EngineState,
  { device }: DeviceState,
  { slot, pasid }: { readonly slot: number; readonly pasid: number },
): Wish {
  buffers.judged ??= { guest, device, pasid };
  const { judged } = buffers;
  judged.guest = guest;
  judged.device = device;
  judged.pasid = pasid;
  return judge(slots.words(slot), slots.wordsAt(slot), judged);
}

/**
 * Whether the former HWPT stays attached when the host cannot attach the wanted one. Only a binding is kept: the RID is attached
 * to its nest parent before it has an entry.
 */
export function keepsFormer({ options, slots }: EngineState, slot: number): boolean {
  const state = slots.state(slot);
  return options.failedReplace === 'keep' && (state === STATE.attached || state === STATE.failed);
}

/**
 * The slot's domain becomes the entry's. Guests invalidate by the domain of what is attached, so after a change of the entry
 * this is called when the host has attached the new table, or has nothing attached.
 */
export function followDomain({ slots }: EngineState, slot: number): void {
  const words = slots.words(slot);
  const at = slots.wordsAt(slot);
  if (pasidEntry.present(words, at)) slots.setDomain(slot, pasidEntry.domain(words, at));
}
