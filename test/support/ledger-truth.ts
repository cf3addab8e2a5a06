/** The ledger of a replay's machine against what its hardware does. */

import { formatHwptRef, heldStageRef, parentRef } from '../../src/model/hwpt-ref.ts';
import type { LiveViommu } from '../../src/model/live.ts';
import type { ReplayMachine } from '../../src/replay/replay-machine.ts';

/** PASIDs (0: the RID) of which the ledger says something else than the hardware does, and HWPTs that it does not explain. */
export function ledgerLies({ ledger, world, devices }: ReplayMachine, pasids: number): readonly string[] {
  return ledger.toLive().viommus.flatMap((viommu) => {
    const told = toldPlaces(viommu);
    const wrong = devices.flatMap(({ bdf, engine: { name } }) =>
      Array.from({ length: pasids }, (_, pasid) => {
        const [said, real] = [told.get(`${name}/${pasid}`) ?? null, world.hardware(bdf, pasid)];
        return said === real ? [] : [`${name}/${pasid}: ${said} in the ledger, ${real} in hardware`];
      }).flat(),
    );
    const ids = viommu.firstStages.map(({ hwpt }) => hwpt);
    return new Set(ids).size === ids.length ? wrong : [...wrong, 'a HWPT stands twice'];
  });
}

function toldPlaces({ nestParents, firstStages, devices, bindings }: LiveViommu): ReadonlyMap<string, number> {
  const ids = new Map([
    ...nestParents.map(({ unit, hwpt }) => [formatHwptRef(parentRef(unit)), hwpt] as const),
    ...firstStages.map((stage) => [formatHwptRef(heldStageRef(stage)), stage.hwpt] as const),
  ]);
  const places = new Map<string, number>();
  for (const { name, unit, ridAttached } of devices) {
    if (ridAttached) places.set(`${name}/0`, ids.get(formatHwptRef(parentRef(unit))) ?? -1);
  }
  for (const { device, first, last, to } of bindings) {
    for (let pasid = first; pasid <= last; pasid++) places.set(`${device}/${pasid}`, ids.get(formatHwptRef(to)) ?? -1);
  }
  return places;
}
