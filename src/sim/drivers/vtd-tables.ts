/**
 * Page tables that the VT-d driver makes: their stage, which follows from the flags, and the addresses that they cover.
 * Source: drivers/iommu/intel/iommu.c intel_iommu_domain_alloc_paging_flags, intel_iommu_domain_alloc_first_stage,
 * intel_iommu_domain_alloc_second_stage (7.3).
 */

import { PAGE_BYTES_BIGINT } from '../../model/page.ts';
import { IOMMU_HWPT_ALLOC_FLAG } from '../../uapi/iommufd.ts';
import { FAIL } from '../state/fail.ts';
import type { Device, TableShape } from '../state/objects.ts';
import type { World } from '../state/world.ts';
import { abilityOf, firstStageWidth, secondStageWidth, type UnitAbility } from './vtd-unit.ts';

const { NEST_PARENT, DIRTY_TRACKING, PASID } = IOMMU_HWPT_ALLOC_FLAG;

/**
 * First stage where flags and unit allow it, else second stage, else EOPNOTSUPP. The PASID flag is accepted without PASIDs too.
 */
export function vtdShape(world: World, device: Device, flags: number): TableShape | number {
  const unit = unitOfDevice(world, device);
  if (unit === null) return FAIL.ENODEV;
  if ((flags & ~PASID) === 0 && unit.firstStage) return firstStage(unit);
  const nesting = (flags & NEST_PARENT) !== 0;
  const refused =
    (nesting && !unit.nesting) || ((flags & DIRTY_TRACKING) !== 0 && !unit.dirtyTracking) || !unit.secondStage;
  return refused ? FAIL.EOPNOTSUPP : secondStage(unit, nesting ? 'parent' : 'plain');
}

/** The table covers the lower half only: addresses are not sign-extended. */
function firstStage(unit: UnitAbility): TableShape {
  const widthBits = firstStageWidth(unit);
  return table(unit, { stage: 'first', widthBits, last: 2n ** BigInt(widthBits - 1) - 1n, writableOnly: false });
}

/** All nest parents refuse read-only mappings, on every CPU: src/quirks.md Q11. */
function secondStage(unit: UnitAbility, use: 'parent' | 'plain'): TableShape {
  const widthBits = secondStageWidth(unit);
  return table(unit, {
    stage: 'second',
    widthBits,
    last: 2n ** BigInt(widthBits) - 1n,
    writableOnly: use === 'parent',
  });
}

type Differing = Pick<TableShape, 'stage' | 'widthBits' | 'last' | 'writableOnly'>;

function table({ snoopControl }: UnitAbility, differing: Differing): TableShape {
  return { ...differing, first: 0n, pageBytes: PAGE_BYTES_BIGINT, snoops: snoopControl };
}

/** `null` for a device without a VT-d unit. */
export function unitOfDevice(world: World, { unit: name }: Pick<Device, 'unit'>): UnitAbility | null {
  const unit = world.units.find((candidate) => candidate.name === name);
  return unit === undefined ? null : abilityOf(unit, world.kernel);
}
