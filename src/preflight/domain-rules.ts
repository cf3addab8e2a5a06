/**
 * Every attached HWPT takes one domain id of its unit. Without a free id an attach fails with ENOSPC in the middle of an apply.
 * Source: drivers/iommu/intel/iommu.c domain_attach_iommu (7.3).
 */

import { groupBy } from '../model/group-by.ts';
import { firstStageRef, formatHwptRef, heldStageRef, parentRef } from '../model/hwpt-ref.ts';
import type { Live } from '../model/live.ts';
import { type Problem, problem } from './check.ts';
import { type Context, namesOf, type UsedUnit } from './context.ts';

/** Ids 0 and 1 are reserved (drivers/iommu/intel/iommu.h FLPT_DEFAULT_DID, 7.3); `domains_used` does not count them. */
const RESERVED = 2;

export function* domainsExhausted(context: Context): Iterable<Problem> {
  const held = heldHwpts(context.live);
  const byUnit = groupBy(context.used, ({ unit }) => unit.name);
  for (const [name, used] of byUnit) {
    const [first] = used;
    if (first === undefined) continue;
    const { domainsSupported, domainsUsed } = first.unit;
    const wanted = new Set(used.flatMap(wantedHwpts).filter((hwpt) => !held.has(hwpt)));
    const free = Math.max(0, (domainsSupported ?? Number.POSITIVE_INFINITY) - RESERVED - (domainsUsed ?? 0));
    if (wanted.size <= free) continue;
    yield problem(context, {
      devices: used.flatMap(({ devices }) => namesOf(devices)),
      code: 'HOST_DOMAINS_EXHAUSTED',
      message: `${name} has ${free} free domain ids (${domainsSupported} − ${RESERVED} reserved − ${domainsUsed ?? 0} used), and the spec needs ${wanted.size} more.`,
      at: { origin: first.viommu.origin },
    });
  }
}

/** HWPTs of a vIOMMU on a unit; none with `holder: qemu`, since the guest decides how many QEMU makes. */
function wantedHwpts({ viommu, unit, devices }: UsedUnit): string[] {
  if (viommu.holder !== 'agent') return [];
  const stages = devices.flatMap(({ bindings }) =>
    bindings.flatMap(({ target }) => (target.kind === 'first-stage' ? [firstStageRef(unit.name, target)] : [])),
  );
  return [parentRef(unit.name), ...stages].map((ref) => `${viommu.name}/${formatHwptRef(ref)}`);
}

function heldHwpts({ viommus }: Live): ReadonlySet<string> {
  return new Set(
    viommus.flatMap(({ name, nestParents, firstStages }) =>
      [...nestParents.map(({ unit }) => parentRef(unit)), ...firstStages.map(heldStageRef)].map(
        (ref) => `${name}/${formatHwptRef(ref)}`,
      ),
    ),
  );
}
