/** What a look at one device's tables works on. */

import type { DeviceState } from './device-state.ts';
import type { EngineState } from './engine-state.ts';
import type { PasidDirectory } from './guest-context.ts';
import type { Scope } from './scope.ts';
import type { DeviceWork } from './work.ts';

/** One slot and what memory holds for it. One object is moved from slot to slot: there may be a million of them. */
export interface Look {
  pasid: number;
  slot: number;
  /** Our own copy of memory, and where in it the entry is; `null` where no table holds it, or none is allowed. */
  words: Uint32Array | null;
  at: number;
  /** The entry is there and present. */
  present: boolean;
}

export function newLook(): Look {
  return { pasid: 0, slot: 0, words: null, at: 0, present: false };
}

/** One look at one device. */
export interface Survey {
  readonly engine: EngineState;
  readonly state: DeviceState;
  readonly scope: Scope;
  readonly work: DeviceWork;
  /** `null`: the device's context entry allows nothing. */
  readonly directory: PasidDirectory | null;
  readonly look: Look;
}
