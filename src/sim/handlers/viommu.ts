/**
 * What VT-d has none of, as far as the kernel's checks go: VIOMMU and all that hangs on one, and calls for no-IOMMU devices.
 * Source: iommufd/viommu.c, eventq.c iommufd_veventq_alloc, ioas.c iommufd_ioas_change_process (7.3); §5.10.
 */

import {
  IOMMUFD_ENTRY_LIMIT,
  iommu_hw_queue_alloc,
  iommu_ioas_change_process,
  iommu_veventq_alloc,
  iommu_viommu_alloc,
} from '../../uapi/iommufd.ts';
import { LAST_IOVA } from '../address-space.ts';
import type { Command } from '../command.ts';
import { FAIL } from '../fail.ts';
import { deviceOf } from '../groups.ts';

const VIOMMU = iommu_viommu_alloc.offset;
const VEVENTQ = iommu_veventq_alloc.offset;
const HW_QUEUE = iommu_hw_queue_alloc.offset;
const PROCESS = iommu_ioas_change_process.offset;

/** Ladder: flags, type 0 EOPNOTSUPP; device ENOENT; no driver here makes one EOPNOTSUPP. */
export function viommuAlloc({ context, view }: Command): number {
  const type = view.getUint32(VIOMMU.type, true);
  if (view.getUint32(VIOMMU.flags, true) !== 0 || type === 0) return FAIL.EOPNOTSUPP;
  return deviceOf(context, view.getUint32(VIOMMU.dev_id, true)) === null ? FAIL.ENOENT : FAIL.EOPNOTSUPP;
}

/** There is no VIOMMU to name. */
export function vdeviceAlloc(): number {
  return FAIL.ENOENT;
}

/** Ladder: flags, reserved, type 0 EOPNOTSUPP; depth EINVAL; VIOMMU ENOENT. */
export function veventqAlloc({ view }: Command): number {
  const type = view.getUint32(VEVENTQ.type, true);
  const reserved = view.getUint32(VEVENTQ.__reserved, true);
  if (view.getUint32(VEVENTQ.flags, true) !== 0 || reserved !== 0 || type === 0) return FAIL.EOPNOTSUPP;
  const depth = view.getUint32(VEVENTQ.veventq_depth, true);
  return depth === 0 || depth > IOMMUFD_ENTRY_LIMIT ? FAIL.EINVAL : FAIL.ENOENT;
}

/** Ladder: flags, type 0 EOPNOTSUPP; length 0 EINVAL; wrap EOVERFLOW; VIOMMU ENOENT. */
export function hwQueueAlloc({ view }: Command): number {
  if (view.getUint32(HW_QUEUE.flags, true) !== 0 || view.getUint32(HW_QUEUE.type, true) === 0) return FAIL.EOPNOTSUPP;
  const length = view.getBigUint64(HW_QUEUE.length, true);
  if (length === 0n) return FAIL.EINVAL;
  const wraps = view.getBigUint64(HW_QUEUE.nesting_parent_iova, true) + length - 1n > LAST_IOVA;
  return wraps ? FAIL.EOVERFLOW : FAIL.ENOENT;
}

/** There is one process: nothing changes, once only files are mapped. Ladder: reserved EOPNOTSUPP; other memory EINVAL. */
export function changeProcess({ context, view }: Command): number {
  if (view.getUint32(PROCESS.__reserved, true) !== 0) return FAIL.EOPNOTSUPP;
  for (const detail of context.objects.details.values()) {
    if (detail.kind === 'ioas' && detail.space.areas.some(({ backing }) => backing.kind === 'user')) return FAIL.EINVAL;
  }
  return 0;
}

/** A kernel without CONFIG_IOMMUFD_NOIOMMU. */
export function noIommuPhysical(): number {
  return FAIL.EOPNOTSUPP;
}
