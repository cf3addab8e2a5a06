/**
 * Page tables that the VT-d driver makes: their stage, which follows from the flags, and the addresses that they cover.
 * Source: drivers/iommu/intel/iommu.c intel_iommu_domain_alloc_paging_flags, intel_iommu_domain_alloc_first_stage,
 * intel_iommu_domain_alloc_second_stage (7.3).
 */

import { type Aperture, apertureOf, chosenStage } from '../../linux/apertures.ts';
import { PAGE_BYTES_BIGINT } from '../../model/page.ts';
import { IOMMU_HWPT_ALLOC_FLAG } from '../../uapi/iommufd.ts';
import { FAIL } from '../state/fail.ts';
import type { Device, TableShape } from '../state/objects.ts';
import type { World } from '../state/world.ts';
import { abilityOf, type UnitAbility } from './vtd-unit.ts';

const { NEST_PARENT, DIRTY_TRACKING, PASID } = IOMMU_HWPT_ALLOC_FLAG;

/**
 * First stage where flags and unit allow it, else second stage, else EOPNOTSUPP. The PASID flag is accepted without PASIDs too.
 */
export function vtdShape(world: World, device: Device, flags: number): TableShape | number {
  const unit = unitOfDevice(world, device);
  if (unit === null) return FAIL.ENODEV;
  const stage = chosenStage(unit, (flags & ~PASID) === 0 ? 'plain' : 'parent');
  if (stage === 'first') return table(unit, apertureOf(unit, stage), 'any');
  const nesting = (flags & NEST_PARENT) !== 0;
  const refused = (nesting && !unit.nesting) || ((flags & DIRTY_TRACKING) !== 0 && !unit.dirtyTracking);
  if (refused || stage === null) return FAIL.EOPNOTSUPP;
  // All nest parents refuse read-only mappings, on every CPU: src/quirks.md Q11.
  return table(unit, apertureOf(unit, stage), nesting ? 'writable' : 'any');
}

function table(
  { snoopControl }: UnitAbility,
  { stage, widthBits, last }: Aperture,
  mappings: 'any' | 'writable',
): TableShape {
  return {
    ...{ stage, widthBits, first: 0n, last, pageBytes: PAGE_BYTES_BIGINT },
    ...{ snoops: snoopControl, writableOnly: mappings === 'writable' },
  };
}

/** `null` for a device without a VT-d unit. */
export function unitOfDevice(world: World, { unit: name }: Pick<Device, 'unit'>): UnitAbility | null {
  const unit = world.units.find((candidate) => candidate.name === name);
  return unit === undefined ? null : abilityOf(unit, world);
}
