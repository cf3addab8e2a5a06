/** The bindings as data: what is attached, what the guest asks for, and what the host refused. */

import type { FirstStage } from '../../model/spec.ts';
import type { DeviceState } from '../state/device-state.ts';
import type { EngineDevice } from '../state/engine-device.ts';
import type { EngineState } from '../state/engine-state.ts';
import { NOTHING, PARENT, STATE } from '../store/slot-control.ts';
import { SLOTS_PER_LEAF } from '../store/slot-store.ts';
import { stageOf } from '../store/stage-key.ts';
import { keyOf, wishOf } from '../wish/target.ts';

/** `failed`: wanted and not attached, though the former HWPT may be. `zombie`: no longer wanted, and the detach failed. */
export type BindingState = 'attached' | 'failed' | 'zombie';

export interface EngineBinding {
  readonly device: EngineDevice;
  /** 0 is the RID. */
  readonly pasid: number;
  /** The domain that invalidations must name. */
  readonly domain: number;
  /** The wanted first stage where the state is `failed`, else the attached one; `null`: pass-through to the nest parent. */
  readonly stage: FirstStage | null;
  /** What the host has attached; `null` when nothing. In state `failed` it is not the wanted one. */
  readonly hwpt: number | null;
  readonly state: BindingState;
  /** Positive errno of the last refusal; 0 when the host was not asked. */
  readonly errno: number;
}

/** By device in the engine's order, then PASID. */
export function* listBindings(engine: EngineState): Generator<EngineBinding, void, undefined> {
  for (const state of engine.devices) {
    for (const [number, leaf] of state.leaves.entries()) {
      for (let index = 0; leaf >= 0 && index < SLOTS_PER_LEAF; index++) {
        const slot = leaf * SLOTS_PER_LEAF + index;
        const binding = bindingAt(engine, state, { slot, pasid: number * SLOTS_PER_LEAF + index });
        if (binding !== null) yield binding;
      }
    }
  }
}

interface Where {
  readonly slot: number;
  readonly pasid: number;
}

function bindingAt(engine: EngineState, state: DeviceState, { slot, pasid }: Where): EngineBinding | null {
  const { slots } = engine;
  const shown = BINDING_STATES[slots.state(slot)] ?? null;
  if (shown === null) return null;
  const held = slots.hwpt(slot);
  return {
    device: state.device,
    pasid,
    domain: slots.domain(slot),
    stage: shown === 'failed' ? wantedStage(engine, state, { slot, pasid }) : heldStage(engine, held),
    hwpt: held === NOTHING ? null : held === PARENT ? state.device.parent : engine.hwpts.idOf(held),
    state: shown,
    errno: slots.errno(slot),
  };
}

const BINDING_STATES: Readonly<Record<number, BindingState>> = {
  [STATE.attached]: 'attached',
  [STATE.failed]: 'failed',
  [STATE.zombie]: 'zombie',
};

function heldStage({ hwpts }: EngineState, record: number): FirstStage | null {
  return record === PARENT ? null : stageOf(hwpts.keyOf(record));
}

/** `null` for pass-through, and for an RID without an entry, which belongs on its nest parent. */
function wantedStage(engine: EngineState, state: DeviceState, where: Where): FirstStage | null {
  const wish = wishOf(engine, state, where);
  if (wish === 'pass-through' || wish === 'absent') return null;
  return stageOf(keyOf(engine, state, where.slot));
}
