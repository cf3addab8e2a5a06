/** What the host must do after a look at guest tables: per device, removals and additions by PASID, ascending. */

import { NumberList } from '../store/number-list.ts';
import type { DeviceState } from './device-state.ts';

/** One per device, reused by each event. */
export interface DeviceWork {
  readonly state: DeviceState;
  /** PASIDs to detach. */
  readonly removals: NumberList;
  /** PASIDs to attach or replace, as their slots say. */
  readonly additions: NumberList;
  /** Numbers of leaves that were changed and may be empty now. */
  readonly touched: NumberList;
}

export function newWork(state: DeviceState): DeviceWork {
  return { state, removals: new NumberList(), additions: new NumberList(), touched: new NumberList() };
}

/** The works of the devices that are plugged, cleared. */
export function worksOf(works: readonly DeviceWork[], devices: readonly DeviceState[]): readonly DeviceWork[] {
  const meant: DeviceWork[] = [];
  for (const { index, plugged } of devices) {
    const work = works[index];
    if (!plugged || work === undefined) continue;
    clearWork(work);
    meant.push(work);
  }
  return meant;
}

/** Also frees the memory of lists that a large event has grown. */
export function clearWork({ removals, additions, touched }: DeviceWork): void {
  removals.clear();
  additions.clear();
  touched.clear();
}
