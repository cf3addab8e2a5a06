/** The arguments of a look at one device's tables. */

import type { DeviceState } from '../state/device-state.ts';
import type { EngineState } from '../state/engine-state.ts';
import type { Look } from '../state/look.ts';
import type { Scope } from '../state/scope.ts';
import type { DeviceWork } from '../state/work.ts';
import type { PasidDirectory } from './guest-context.ts';

/** One look at one device. */
export interface Survey {
  readonly engine: EngineState;
  readonly state: DeviceState;
  readonly scope: Scope;
  readonly work: DeviceWork;
  /** `null`: the device has no usable context entry. */
  readonly directory: PasidDirectory | null;
  readonly look: Look;
}
