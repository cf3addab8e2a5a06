/**
 * IOMMU groups have one DMA owner: binding a device claims the whole group.
 * Source: drivers/iommu/iommu.c iommu_device_claim_dma_owner (7.3).
 */

import { groupBy } from '../model/group-by.ts';
import type { PciFunction } from '../model/host.ts';
import { type Problem, problem } from './check.ts';
import { type Assigned, type Context, listed, namesOf } from './context.ts';
import { isBridge } from './device-rules.ts';
import { leavingDrivers } from './vmd-rules.ts';

/** Drivers that set `driver_managed_dma`, and so leave DMA ownership to others, besides those of vfio. */
const HARMLESS = new Set(['pcieport', 'pci-stub', 'pci-pf-stub']);

export function* groupNotViable(context: Context): Iterable<Problem> {
  const listedOnes = leavingDrivers(context);
  const members = groupBy(context.host.functions, ({ group }) => group);
  for (const [group, devices] of groupsOf(context)) {
    const [first] = devices;
    const others = (members.get(group) ?? []).filter((fn) => !listedOnes.has(fn.address) && doesDma(fn));
    if (first === undefined || others.length === 0) continue;
    const names = listed(others.map(({ address, driver }) => `${address} (${driver})`));
    yield problem(context, {
      devices: namesOf(devices),
      code: 'HOST_GROUP_NOT_VIABLE',
      message: `${first.device.name}: IOMMU group ${group} of ${first.device.address} also has functions on drivers that do DMA: ${names}.`,
      at: { origin: first.device.origin, key: 'address' },
    });
  }
}

function doesDma(fn: PciFunction): boolean {
  return fn.driver !== null && !isBridge(fn) && !HARMLESS.has(fn.driver) && !fn.driver.includes('vfio');
}

export function* groupSplit(context: Context): Iterable<Problem> {
  for (const [group, devices] of groupsOf(context)) {
    const [first, ...rest] = devices.filter(({ viommu }) => viommu !== null);
    const other = rest.find(({ viommu }) => viommu !== first?.viommu);
    if (first === undefined || other === undefined) continue;
    const message = `${placed(first)} and ${placed(other)} are both in IOMMU group ${group}.`;
    const at = { origin: other.device.origin, key: 'address' };
    yield problem(context, { code: 'HOST_GROUP_SPLIT', message, at, devices: namesOf(devices) });
  }
}

/** `dsa0 (0000:6a:01.0, in guest0)` */
function placed({ device, viommu }: Assigned): string {
  return `${device.name} (${device.address}, in ${viommu?.name})`;
}

/** Devices of the spec by group. Those without a group are left out: deviceNoIommu reports them. */
function groupsOf({ assigned }: Context): ReadonlyMap<number | null, readonly Assigned[]> {
  return groupBy(
    assigned.filter(({ fn }) => fn.group !== null),
    ({ fn }) => fn.group,
  );
}
