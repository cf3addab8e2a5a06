/** Each unit must have a domain id for every HWPT that the spec attaches on it: src/linux/domain-ids.ts. */

import type { Evidence } from '../diagnostics/finding.ts';
import { domainIdsOf, freeDomainIds, RESERVED_DOMAIN_IDS } from '../linux/domain-ids.ts';
import { groupBy } from '../model/group-by.ts';
import type { IommuUnit } from '../model/host.ts';
import { firstStageRef, formatHwptRef, heldStageRef, parentRef } from '../model/hwpt-ref.ts';
import type { Live, LiveViommu } from '../model/live.ts';
import { type Problem, problem } from './check.ts';
import { type Context, namesOf, type UsedUnit } from './context.ts';

export function* domainsExhausted(context: Context): Iterable<Problem> {
  const held = heldHwpts(context.live);
  const byUnit = groupBy(context.used, ({ unit }) => unit.name);
  for (const [name, used] of byUnit) {
    const [first] = used;
    if (first === undefined) continue;
    const { unit } = first;
    const wanted = new Set(used.flatMap(wantedHwpts).filter((hwpt) => !held.has(hwpt)));
    const free = freeDomainIds(unit) + freedBefore(context, name);
    if (wanted.size <= free) continue;
    yield problem(context, {
      devices: used.flatMap(({ devices }) => namesOf(devices)),
      code: 'HOST_DOMAINS_EXHAUSTED',
      message: `${name} has ${free} free domain ids (${domainIdsOf(unit)} − ${RESERVED_DOMAIN_IDS} reserved − ${unit.domainsUsed ?? 0} used), and the spec needs ${wanted.size} more.`,
      at: { origin: first.viommu.origin },
      evidence: evidenceOf(unit),
      confirm: `cat /sys/class/iommu/${name}/intel-iommu/domains_used`,
    });
  }
}

function evidenceOf({ name, domainsSupported, domainsUsed }: IommuUnit): readonly Evidence[] {
  const file = `/sys/class/iommu/${name}/intel-iommu`;
  return [
    { source: `${file}/domains_supported`, value: String(domainsSupported ?? 'not read') },
    { source: `${file}/domains_used`, value: String(domainsUsed ?? 'not read') },
  ];
}

/** Ids of the units, for the fine case. */
export function domainEvidence({ used }: Context): readonly Evidence[] {
  return [...new Set(used.map(({ unit }) => unit))].flatMap(evidenceOf);
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
  return new Set(viommus.flatMap((viommu) => hwptsOf(viommu).map((ref) => `${viommu.name}/${formatHwptRef(ref)}`)));
}

/** Each is attached, the nest parent to the RIDs of the devices. */
function hwptsOf({ nestParents, firstStages }: LiveViommu): ReturnType<typeof parentRef>[] {
  return [...nestParents.map(({ unit }) => parentRef(unit)), ...firstStages.map(heldStageRef)];
}

/** Ids of vIOMMUs that leave the spec: apply removes them before it makes anything. */
function freedBefore({ spec, live }: Context, unit: string): number {
  const staying = new Set(spec.viommus.filter(({ holder }) => holder === 'agent').map(({ name }) => name));
  const leaving = live.viommus.filter(({ name }) => !staying.has(name));
  return leaving.flatMap(hwptsOf).filter((ref) => ref.unit === unit).length;
}
