/**
 * Test operations that check objects or trigger events. Source: iommufd/selftest.c iommufd_test_add_reserved,
 * iommufd_test_md_check_pa, _md_check_iotlb, _trigger_iopf (7.3).
 */

import { IOMMU_PGFAULT_FLAGS } from '../../../uapi/iommufd.ts';
import { test_add_reserved, test_check_iotlb, test_check_map, test_trigger_iopf } from '../../../uapi/selftest.ts';
import { type AddressSpace, areaIn, LAST_IOVA, reserve } from '../../state/address-space.ts';
import { FAIL } from '../../state/fail.ts';
import { deviceOf } from '../../state/groups.ts';
import { ioasOf, pagingHwpt } from '../../state/hwpt.ts';
import type { Memory } from '../../state/ioas-tables.ts';
import { pageName } from '../../state/user-memory.ts';
import type { Command } from '../command.ts';
import { reportFault } from '../faults.ts';

const RESERVED = test_add_reserved.offset;
const MAP = test_check_map.offset;
const IOTLB = test_check_iotlb.offset;
const FAULT = test_trigger_iopf.offset;

/**
 * Reserve IOVA without an owner. Checks in order: length EINVAL, wrap EOVERFLOW; IOAS ENOENT; EADDRINUSE. Undone by:
 * IOMMU_DESTROY of the IOAS.
 */
export function addReserved({ context, view }: Command): number {
  const first = view.getBigUint64(RESERVED.start, true);
  const length = view.getBigUint64(RESERVED.length, true);
  if (length === 0n) return FAIL.EINVAL;
  const last = first + length - 1n;
  if (last > LAST_IOVA) return FAIL.EOVERFLOW;
  const ioas = ioasOf(context, view.getUint32(RESERVED.id, true));
  return ioas === null ? FAIL.ENOENT : reserve(ioas.space, { first, last, owner: 'test' });
}

/**
 * EINVAL where the page table does not map the memory at this address. Checks in order: HWPT ENOENT; alignment EINVAL; then
 * page by page: no memory EFAULT, another page EINVAL.
 */
export function checkMap({ memory, context, view }: Command): number {
  const hwpt = pagingHwpt(context, view.getUint32(MAP.id, true));
  if (hwpt === null) return FAIL.ENOENT;
  const iova = view.getBigUint64(MAP.iova, true);
  const length = view.getBigUint64(MAP.length, true);
  const address = view.getBigUint64(MAP.uptr, true);
  const granule = hwpt.shape.pageBytes;
  if (iova % granule !== 0n || length % granule !== 0n || address % granule !== 0n) return FAIL.EINVAL;
  if (address + length > LAST_IOVA) return FAIL.EINVAL;
  const space = ioasOf(context, hwpt.ioas)?.space;
  if (space === undefined) return FAIL.EINVAL;
  for (let done = 0n; done < length; done += granule) {
    const page = memory.user.pageAt(address + done);
    if (page === null) return FAIL.EFAULT;
    if (mappedPage(memory, space, iova + done) !== page) return FAIL.EINVAL;
  }
  return 0;
}

/** Identifies the memory that an IOVA maps; `null` where nothing is mapped. */
function mappedPage({ user }: Memory, space: AddressSpace, iova: bigint): string | null {
  const area = areaIn(space, { first: iova, last: iova });
  if (area === null) return null;
  const { backing } = area;
  const into = iova - area.first;
  return backing.kind === 'user' ? user.pageAt(backing.address + into) : pageName(backing.inode, backing.offset + into);
}

/** EINVAL when a word of the fake IOTLB has another value. */
export function checkIotlb({ context, view }: Command): number {
  const detail = context.objects.details.get(view.getUint32(IOTLB.id, true));
  if (detail?.kind !== 'iotlb') return FAIL.ENOENT;
  const index = view.getUint32(IOTLB.index, true);
  return detail.words[index] === view.getUint32(IOTLB.iotlb, true) ? 0 : FAIL.EINVAL;
}

/** Always 0 for an existing device, whether or not a fault queue receives the fault. */
export function triggerFault({ context, view }: Command): number {
  const device = deviceOf(context, view.getUint32(FAULT.idev, true));
  if (device === null) return FAIL.ENOENT;
  const pasid = view.getUint32(FAULT.pasid, true);
  reportFault(context, device, {
    flags: IOMMU_PGFAULT_FLAGS.LAST_PAGE | (pasid === 0 ? 0 : IOMMU_PGFAULT_FLAGS.PASID_VALID),
    pasid,
    grpid: view.getUint32(FAULT.grpid, true),
    perm: view.getUint32(FAULT.perm, true),
    addr: view.getBigUint64(FAULT.addr, true),
  });
  return 0;
}
