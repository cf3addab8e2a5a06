/** What a look at one device's tables works on. */

import type { DeviceState } from './device-state.ts';
import type { EngineState } from './engine-state.ts';
import type { PasidDirectory } from './guest-context.ts';
import type { Look } from './look.ts';
import type { Scope } from './scope.ts';
import type { DeviceWork } from './work.ts';

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
