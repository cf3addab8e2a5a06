/** IOMMU groups: they are owned as a whole (iommufd-bind claims DMA ownership of the group, drivers/iommu/iommu.c, 7.3). */

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { groupBy } from '../model/group-by.ts';
import type { PciFunction } from '../model/host.ts';
import { type Assigned, type Context, listed, problem } from './context.ts';
import { isBridge } from './device-rules.ts';

/** Drivers that do no DMA for themselves (`driver_managed_dma`), besides those of vfio. */
const HARMLESS = new Set(['pcieport', 'pci-stub', 'pci-pf-stub']);

export function* groupNotViable(context: Context): Iterable<Diagnostic> {
  const listedOnes = new Set(context.spec.devices.map(({ address }) => address));
  const members = groupBy(context.host.functions, ({ group }) => group);
  for (const [group, [first]] of groupsOf(context)) {
    const others = (members.get(group) ?? []).filter((fn) => !listedOnes.has(fn.address) && doesDma(fn));
    if (first === undefined || others.length === 0) continue;
    const names = listed(others.map(({ address, driver }) => `${address} (${driver})`));
    yield problem(context, {
      code: 'HOST_GROUP_NOT_VIABLE',
      message: `${first.device.name}: its IOMMU group ${group} also has ${names}.`,
      at: { origin: first.device.origin, key: 'address' },
    });
  }
}

function doesDma(fn: PciFunction): boolean {
  return fn.driver !== null && !isBridge(fn) && !HARMLESS.has(fn.driver) && !fn.driver.includes('vfio');
}

export function* groupSplit(context: Context): Iterable<Diagnostic> {
  for (const [group, devices] of groupsOf(context)) {
    const [first, ...rest] = devices.filter(({ viommu }) => viommu !== null);
    const other = rest.find(({ viommu }) => viommu !== first?.viommu);
    if (first === undefined || other === undefined) continue;
    const message = `${first.device.name} (${first.viommu?.name}) and ${other.device.name} (${other.viommu?.name}) are in IOMMU group ${group}.`;
    yield problem(context, { code: 'HOST_GROUP_SPLIT', message, at: { origin: other.device.origin, key: 'address' } });
  }
}

/** Devices of the spec by group; those without one are deviceNoIommu's. */
function groupsOf({ assigned }: Context): ReadonlyMap<number | null, readonly Assigned[]> {
  return groupBy(
    assigned.filter(({ fn }) => fn.group !== null),
    ({ fn }) => fn.group,
  );
}
