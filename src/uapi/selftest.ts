/**
 * IOMMU_TEST_CMD: the test operations of a kernel built with CONFIG_IOMMUFD_TEST, whose mock devices need no hardware.
 * Not a stable ABI: numbers and offsets are those of 7.3. One struct per operation over the same 72 bytes.
 * Source: drivers/iommu/iommufd/iommufd_test.h (7.3).
 */

import { type Fields, type Struct, struct } from './layout.ts';

export const IOMMU_TEST_CMD = 0x3ba0;
export const IOMMU_TEST_CMD_MIN_SIZE = 68;
export const IOMMU_TEST_CMD_SIZE = 72;

export const IOMMU_TEST_OP = {
  ADD_RESERVED: 1,
  MOCK_DOMAIN: 2,
  MD_CHECK_MAP: 3,
  MD_CHECK_REFS: 4,
  CREATE_ACCESS: 5,
  DESTROY_ACCESS_PAGES: 6,
  ACCESS_PAGES: 7,
  ACCESS_RW: 8,
  SET_TEMP_MEMORY_LIMIT: 9,
  MOCK_DOMAIN_REPLACE: 10,
  ACCESS_REPLACE_IOAS: 11,
  MOCK_DOMAIN_FLAGS: 12,
  DIRTY: 13,
  MD_CHECK_IOTLB: 14,
  TRIGGER_IOPF: 15,
  DEV_CHECK_CACHE: 16,
  TRIGGER_VEVENT: 17,
  PASID_ATTACH: 18,
  PASID_REPLACE: 19,
  PASID_DETACH: 20,
  PASID_CHECK_HWPT: 21,
} as const;

const HEAD = { size: 'u32', op: 'u32', id: 'u32', __reserved: 'u32' } as const;

/** struct iommu_test_cmd as one operation uses it; the comment at each says what `id` is. */
function testCommand<const F extends Fields>(name: string, fields: F): Struct<typeof HEAD & F> {
  return struct(`iommu_test_cmd.${name}`, { ...HEAD, ...fields }, IOMMU_TEST_CMD_SIZE);
}

/** id: IOAS. */
export const test_add_reserved = testCommand('add_reserved', { start: 'u64', length: 'u64' });
/** id: IOAS or HWPT to attach the RID to; `dev_flags` is read by MOCK_DOMAIN_FLAGS only. */
export const test_mock_domain = testCommand('mock_domain', {
  out_stdev_id: 'u32',
  out_hwpt_id: 'u32',
  out_idev_id: 'u32',
  dev_flags: 'u32',
});
/** id: stdev. */
export const test_mock_domain_replace = testCommand('mock_domain_replace', { pt_id: 'u32' });
/** id: paging HWPT. */
export const test_check_map = testCommand('check_map', { iova: 'u64', length: 'u64', uptr: 'u64' });
export const test_check_refs = testCommand('check_refs', { length: 'u64', uptr: 'u64', refs: 'u32' });
/** id: paging HWPT. */
export const test_dirty = testCommand('dirty', {
  flags: 'u32',
  iova: { at: 24, type: 'u64' },
  length: 'u64',
  page_size: 'u64',
  uptr: 'u64',
  out_nr_dirty: 'u64',
});
/** id: nested HWPT. */
export const test_check_iotlb = testCommand('check_iotlb', { index: 'u32', iotlb: 'u32' });
/** `idev`: iommufd device id. */
export const test_trigger_iopf = testCommand('trigger_iopf', {
  idev: 'u32',
  pasid: 'u32',
  grpid: 'u32',
  perm: 'u32',
  addr: 'u64',
});
/** id: idev. */
export const test_dev_check_cache = testCommand('dev_check_cache', { index: 'u32', cache: 'u32' });
export const test_trigger_vevent = testCommand('trigger_vevent', { idev: 'u32' });
/** id: stdev. */
export const test_pasid_attach = testCommand('pasid_attach', { pasid: 'u32', pt_id: 'u32' });
/** id: stdev. */
export const test_pasid_replace = testCommand('pasid_replace', { pasid: 'u32', pt_id: 'u32' });
/** id: stdev. */
export const test_pasid_detach = testCommand('pasid_detach', { pasid: 'u32' });
/** id: stdev; hwpt 0 asks whether the PASID is detached. */
export const test_pasid_check_hwpt = testCommand('pasid_check_hwpt', { pasid: 'u32', hwpt_id: 'u32' });

export const MOCK_FLAGS_DEVICE = { NO_DIRTY: 1, PASID: 4 } as const;

export const IOMMU_HWPT_DATA_SELFTEST = 0xdead;
export const IOMMU_HW_INFO_TYPE_SELFTEST = 0xfeedbeef;
export const IOMMU_HWPT_INVALIDATE_DATA_SELFTEST = 0xdeadbeef;
export const IOMMU_VIOMMU_INVALIDATE_DATA_SELFTEST = 0xdeadbeef;
export const IOMMU_VIOMMU_TYPE_SELFTEST = 0xdeadbeef;
export const IOMMU_VEVENTQ_TYPE_SELFTEST = 0xbeefbeef;
export const IOMMU_HW_QUEUE_TYPE_SELFTEST = 0xdeadbeef;

export const iommu_test_hw_info = struct('iommu_test_hw_info', { flags: 'u32', test_reg: 'u32' });
export const iommu_hwpt_selftest = struct('iommu_hwpt_selftest', { iotlb: 'u32', pagetable_type: 'u32' });
export const iommu_hwpt_invalidate_selftest = struct('iommu_hwpt_invalidate_selftest', {
  flags: 'u32',
  iotlb_id: 'u32',
});
export const iommu_viommu_selftest = struct('iommu_viommu_selftest', {
  in_data: 'u32',
  out_data: 'u32',
  out_mmap_offset: 'u64',
  out_mmap_length: 'u64',
});
export const iommu_viommu_invalidate_selftest = struct('iommu_viommu_invalidate_selftest', {
  flags: 'u32',
  vdev_id: 'u32',
  cache_id: 'u32',
});
export const iommu_viommu_event_selftest = struct('iommu_viommu_event_selftest', { virt_id: 'u32' });

/** Seeds and limits of the mock. */
export const MOCK = {
  IOTLB_DEFAULT: 0xbadbeef,
  IOTLB_NUM: 4,
  DEV_CACHE_DEFAULT: 0xbaddad,
  DEV_CACHE_NUM: 4,
  HW_INFO_REG: 0xdeadbeef,
  APERTURE_START: 0x100_0000n,
  APERTURE_LAST: 0x7fff_ffffn,
  PAGE_BYTES: 2048n,
  PASID_LIMIT: 2 ** 20,
  /** The second attach of this PASID, and every second replace, fails with ENOMEM. */
  RIGGED_PASID: 1024,
} as const;
