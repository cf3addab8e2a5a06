/** What a look at guest tables has found to do on the host: per device, removals and additions by PASID, ascending. */

import { NumberList } from '../store/number-list.ts';
import type { DeviceState } from './device-state.ts';

/** One per device, used again at each event. */
export interface DeviceWork {
  readonly state: DeviceState;
  /** PASIDs to detach. */
  readonly removals: NumberList;
  /** PASIDs to attach or replace, by what their slots say. */
  readonly additions: NumberList;
  /** Leaf numbers that were changed, and may be empty now. */
  readonly touched: NumberList;
}

export function newWork(state: DeviceState): DeviceWork {
  return { state, removals: new NumberList(), additions: new NumberList(), touched: new NumberList() };
}

/** Emptied, for those of the devices that are there. */
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

/** Lists that a large event has grown give their room back. */
export function clearWork({ removals, additions, touched }: DeviceWork): void {
  removals.clear();
  additions.clear();
  touched.clear();
}
