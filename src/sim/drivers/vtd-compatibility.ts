/**
 * Whether a page table made for one VT-d unit can be used by another; EINVAL when not.
 * Source: drivers/iommu/intel/iommu.c paging_domain_compatible_first_stage, paging_domain_compatible_second_stage (7.3).
 */

import { IOMMU_HWPT_ALLOC_FLAG } from '../../uapi/iommufd.ts';
import { FAIL } from '../state/fail.ts';
import type { PagingHwpt } from '../state/objects.ts';
import type { Attachment } from './attach-rules.ts';
import { abilityOf, type UnitAbility } from './vtd-unit.ts';

/** For a nested HWPT the parent is checked. */
export function checkTable({ world, device, hwpt }: Attachment, unit: UnitAbility): number {
  const { paging } = hwpt;
  // A table is always compatible with the unit that it was made for.
  if (paging.unit === device.unit) return 0;
  const home = world.units.find(({ name }) => name === paging.unit);
  if (home === undefined) return FAIL.EINVAL;
  const made = abilityOf(home, world);
  const suits = paging.shape.stage === 'first' ? firstStageSuits : secondStageSuits;
  return suits(paging, made, unit) ? 0 : FAIL.EINVAL;
}

function firstStageSuits({ shape }: PagingHwpt, made: UnitAbility, unit: UnitAbility): boolean {
  if (!unit.firstStage) return false;
  if (made.walkSnoop && !unit.walkSnoop) return false;
  if (shape.widthBits > 48 && !unit.fiveLevels) return false;
  if (made.firstStage1G && !unit.firstStage1G) return false;
  return made.writeBufferFlush || !unit.writeBufferFlush;
}

function secondStageSuits({ flags, shape }: PagingHwpt, made: UnitAbility, unit: UnitAbility): boolean {
  if ((flags & IOMMU_HWPT_ALLOC_FLAG.DIRTY_TRACKING) !== 0 && !unit.dirtyTracking) return false;
  if ((flags & IOMMU_HWPT_ALLOC_FLAG.NEST_PARENT) !== 0 && !unit.nesting) return false;
  if (!unit.secondStage || unit.guestWidthBits < shape.widthBits) return false;
  if ((unit.tableWidths & widthBit(shape.widthBits)) === 0) return false;
  if ((made.superpages & ~unit.superpages) !== 0) return false;
  if (made.walkCoherency && !unit.walkCoherency) return false;
  if (!(made.writeBufferFlush || made.cachingMode) && (unit.writeBufferFlush || unit.cachingMode)) return false;
  return !shape.snoops || unit.snoopControl;
}

function widthBit(widthBits: number): number {
  if (widthBits > 48) return 8;
  return widthBits > 39 ? 4 : 2;
}
