/**
 * Domain ids of VT-d units: each HWPT takes one on each unit that it is attached through, nested HWPTs too.
 * Source: drivers/iommu/intel/iommu.c domain_attach_iommu, domain_detach_iommu (7.3).
 */

import { freeDomainIds } from '../../linux/domain-ids.ts';
import { FAIL } from '../state/fail.ts';
import type { World } from '../state/world.ts';
import type { Attachment } from './attach-rules.ts';

/** ENOSPC when the unit has no id left. Undone by: releaseDomain. */
export function useDomain({ world, context, device, hwpt }: Attachment): number {
  if (device.unit === null) return 0;
  const key = domainKey(context.number, hwpt.id);
  const used = world.domains.get(device.unit) ?? new Map<number, number>();
  const attachments = used.get(key) ?? 0;
  if (attachments === 0 && used.size >= spareDomains(world, device.unit)) return FAIL.ENOSPC;
  used.set(key, attachments + 1);
  world.domains.set(device.unit, used);
  return 0;
}

/** Undone by: useDomain. */
export function releaseDomain({ world, context, device }: Attachment, hwptId: number): void {
  const used = device.unit === null ? undefined : world.domains.get(device.unit);
  if (used === undefined) return;
  const key = domainKey(context.number, hwptId);
  const attachments = used.get(key) ?? 0;
  if (attachments > 1) used.set(key, attachments - 1);
  else used.delete(key);
}

/** Domain ids in use on a unit: those in use when the world was made, and those taken since. */
export function domainsUsed(world: World, unit: string): number {
  const before = world.units.find(({ name }) => name === unit)?.domainsUsed ?? 0;
  return before + (world.domains.get(unit)?.size ?? 0);
}

/** Ids that were free when the world was made. */
function spareDomains(world: World, unit: string): number {
  const facts = world.units.find(({ name }) => name === unit);
  return facts === undefined ? Infinity : freeDomainIds(facts);
}

function domainKey(context: number, hwpt: number): number {
  return context * 2 ** 32 + hwpt;
}
