/**
 * Page tables that the selftest mock makes.
 * Source: iommufd/selftest.c mock_domain_alloc_paging_flags, mock_domain_alloc_nested (7.3).
 */

import { PAGE_BYTES_BIGINT } from '../../model/page.ts';
import { IOMMU_HWPT_ALLOC_FLAG } from '../../uapi/iommufd.ts';
import { IOMMU_HWPT_DATA_SELFTEST, iommu_hwpt_selftest, MOCK } from '../../uapi/selftest.ts';
import { FAIL } from '../state/fail.ts';
import type { TableShape } from '../state/objects.ts';
import type { UserData } from '../state/user-data.ts';
import type { UserMemory } from '../state/user-memory.ts';

const { NEST_PARENT, DIRTY_TRACKING, PASID } = IOMMU_HWPT_ALLOC_FLAG;

const DEFAULT_TABLE = 0;
const HUGE_TABLE = 1;
/** Last address of a table in the AMD format that starts at level 2, with pages of 2 KiB. Source: pt_iommu_amdv1_mock_init. */
const HUGE_TABLE_LAST = 2n ** 38n - 1n;
/** Shortest data that the mock accepts: its first field. */
const MIN_DATA_BYTES = 4;

export interface MockRequest {
  readonly user: UserMemory;
  /** Without FAULT_ID_VALID. */
  readonly flags: number;
  readonly data: UserData | null;
}

/** Checks in order: flags EOPNOTSUPP, data type EOPNOTSUPP, length EINVAL, unreadable EFAULT, table type EOPNOTSUPP. */
export function mockShape({ user, flags, data }: MockRequest): TableShape | number {
  if ((flags & ~(NEST_PARENT | DIRTY_TRACKING | PASID)) !== 0) return FAIL.EOPNOTSUPP;
  const read = data === null ? null : readMockData(user, data);
  if (typeof read === 'number') return read;
  const type = read?.pagetable_type ?? DEFAULT_TABLE;
  if (type !== DEFAULT_TABLE && type !== HUGE_TABLE) return FAIL.EOPNOTSUPP;
  const reach =
    type === HUGE_TABLE
      ? { first: 0n, last: HUGE_TABLE_LAST }
      : { first: MOCK.APERTURE_START, last: MOCK.APERTURE_LAST };
  // The huge table has pages of 1 MiB, and of 4 KiB, which iommufd requires.
  const pageBytes = type === HUGE_TABLE ? PAGE_BYTES_BIGINT : MOCK.PAGE_BYTES;
  return { ...reach, stage: 'second', pageBytes, widthBits: 56, snoops: false, writableOnly: false };
}

/** The seed of the four IOTLB words, or an errno: flags, type EOPNOTSUPP; length EINVAL; unreadable EFAULT. */
export function mockNested({ user, flags, data }: MockRequest): { readonly iotlb: number } | number {
  if ((flags & ~PASID) !== 0 || data === null) return FAIL.EOPNOTSUPP;
  return readMockData(user, data);
}

function readMockData(user: UserMemory, data: UserData): { iotlb: number; pagetable_type: number } | number {
  if (data.type !== IOMMU_HWPT_DATA_SELFTEST) return FAIL.EOPNOTSUPP;
  if (data.length < MIN_DATA_BYTES || data.length > iommu_hwpt_selftest.sizeBytes) return FAIL.EINVAL;
  const bytes = new Uint8Array(data.length);
  if (!user.read(data.address, bytes)) return FAIL.EFAULT;
  return iommu_hwpt_selftest.decode(bytes);
}
