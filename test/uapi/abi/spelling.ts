/**
 * What C calls the exports of src/uapi: the one place where our spelling and the kernel's are set against each other.
 * A struct is spelled as it is exported, and a field as in the struct, unless STRUCTS says otherwise. A constant must stand
 * here: an export that does not is an error of the tests, and so is a name that the header does not know.
 */

/**
 * One C expression; several that must all be equal; or an expression for each member of a group, where `*` stands for the
 * members that have no row of their own, and within the expression for the member's name.
 */
export type Spelling = string | readonly string[] | Readonly<Record<string, string>>;

export const CONSTANTS: Readonly<Record<string, Spelling>> = {
  // errno.ts, linux/errno.h
  ERRNO: { '*': '*' },

  // iommufd.ts, linux/iommufd.h; smallest sizes are in iommufd/main.c's ioctl table
  IOMMUFD_REQUEST: { '*': '*' },
  IOMMUFD_MIN_SIZE: { '*': 'min_size(*)' },
  IOMMU_IOAS_MAP_FLAG: { '*': 'IOMMU_IOAS_MAP_*' },
  IOMMU_HWPT_ALLOC_FLAG: { '*': 'IOMMU_HWPT_ALLOC_*', FAULT_ID_VALID: 'IOMMU_HWPT_FAULT_ID_VALID' },
  IOMMU_HW_INFO_FLAG: { '*': 'IOMMU_HW_INFO_FLAG_*' },
  IOMMU_HWPT_DIRTY_TRACKING_ENABLE: 'IOMMU_HWPT_DIRTY_TRACKING_ENABLE',
  IOMMU_HWPT_GET_DIRTY_BITMAP_NO_CLEAR: 'IOMMU_HWPT_GET_DIRTY_BITMAP_NO_CLEAR',
  IOMMU_VTD_S1_FLAG: { '*': 'IOMMU_VTD_S1_*' },
  IOMMU_VTD_INV_FLAGS_LEAF: 'IOMMU_VTD_INV_FLAGS_LEAF',
  IOMMU_PGFAULT_FLAGS: { '*': 'IOMMU_PGFAULT_FLAGS_*' },
  IOMMU_PGFAULT_PERM: { '*': 'IOMMU_PGFAULT_PERM_*' },
  IOMMUFD_PAGE_RESP: { '*': 'IOMMUFD_PAGE_RESP_*' },
  IOMMU_VEVENTQ_FLAG_LOST_EVENTS: 'IOMMU_VEVENTQ_FLAG_LOST_EVENTS',
  IOMMU_OPTION_ID: { '*': 'IOMMU_OPTION_*' },
  IOMMU_OPTION_OP: { '*': 'IOMMU_OPTION_OP_*' },
  IOMMU_VFIO_IOAS_OP: { '*': 'IOMMU_VFIO_IOAS_*' },
  IOMMU_HWPT_DATA: { '*': 'IOMMU_HWPT_DATA_*' },
  IOMMU_HWPT_INVALIDATE_DATA: { '*': 'IOMMU_HWPT_INVALIDATE_DATA_*' },
  IOMMU_VIOMMU_INVALIDATE_DATA: { '*': 'IOMMU_VIOMMU_INVALIDATE_DATA_*' },
  IOMMU_HW_INFO_TYPE: { '*': 'IOMMU_HW_INFO_TYPE_*' },
  IOMMU_HW_INFO_VTD_ERRATA_772415_SPR17: 'IOMMU_HW_INFO_VTD_ERRATA_772415_SPR17',
  IOMMU_VIOMMU_TYPE: { '*': 'IOMMU_VIOMMU_TYPE_*' },
  IOMMU_VEVENTQ_TYPE: { '*': 'IOMMU_VEVENTQ_TYPE_*' },
  IOMMU_HW_QUEUE_TYPE: { '*': 'IOMMU_HW_QUEUE_TYPE_*' },
  IOMMU_HW_CAP: { '*': 'IOMMU_HW_CAP_*' },
  IOMMUFD_ENTRY_LIMIT: ['IOMMU_HWPT_INVALIDATE_ENTRY_NUM_MAX', 'VEVENTQ_MAX_DEPTH'],

  // vfio.ts, linux/vfio.h
  VFIO_REQUEST: { '*': '*' },
  VFIO_DEVICE_FLAGS: { '*': 'VFIO_DEVICE_FLAGS_*' },
  VFIO_DEVICE_BIND_FLAG_TOKEN: 'VFIO_DEVICE_BIND_FLAG_TOKEN',
  VFIO_DEVICE_PASID_FLAG: ['VFIO_DEVICE_ATTACH_PASID', 'VFIO_DEVICE_DETACH_PASID'],
  // Nameless: the last field that must be there (drivers/vfio/device_cdev.c).
  VFIO_MIN_ARGSZ: {
    bind: 'offsetofend(struct vfio_device_bind_iommufd, out_devid)',
    attach: 'offsetofend(struct vfio_device_attach_iommufd_pt, pt_id)',
    attachPasid: 'offsetofend(struct vfio_device_attach_iommufd_pt, pasid)',
    detach: 'offsetofend(struct vfio_device_detach_iommufd_pt, flags)',
    detachPasid: 'offsetofend(struct vfio_device_detach_iommufd_pt, pasid)',
  },
  VFIO_DEVICE_FEATURE_FLAG: { '*': 'VFIO_DEVICE_FEATURE_*' },
  VFIO_PCI_IRQ_INDEX: { '*': 'VFIO_PCI_*_IRQ_INDEX' },
  VFIO_IRQ_SET: { '*': 'VFIO_IRQ_SET_*' },
  // Nameless: the PASIDs of a device are ids of an ida, and those are ints (lib/idr.c ida_alloc_range).
  VFIO_PASID_LIMIT: '1LL + INT_MAX',

  // selftest.ts, drivers/iommu/iommufd/iommufd_test.h
  IOMMU_TEST_CMD: 'IOMMU_TEST_CMD',
  IOMMU_TEST_CMD_MIN_SIZE: 'min_size(IOMMU_TEST_CMD)',
  IOMMU_TEST_CMD_SIZE: 'sizeof(struct iommu_test_cmd)',
  IOMMU_TEST_OP: { '*': 'IOMMU_TEST_OP_*' },
  MOCK_FLAGS_DEVICE: { '*': 'MOCK_FLAGS_DEVICE_*' },
  IOMMU_HWPT_DATA_SELFTEST: 'IOMMU_HWPT_DATA_SELFTEST',
  IOMMU_HW_INFO_TYPE_SELFTEST: 'IOMMU_HW_INFO_TYPE_SELFTEST',
  IOMMU_HWPT_INVALIDATE_DATA_SELFTEST: 'IOMMU_HWPT_INVALIDATE_DATA_SELFTEST',
  IOMMU_VIOMMU_INVALIDATE_DATA_SELFTEST: 'IOMMU_VIOMMU_INVALIDATE_DATA_SELFTEST',
  IOMMU_VIOMMU_TYPE_SELFTEST: 'IOMMU_VIOMMU_TYPE_SELFTEST',
  IOMMU_VEVENTQ_TYPE_SELFTEST: 'IOMMU_VEVENTQ_TYPE_SELFTEST',
  IOMMU_HW_QUEUE_TYPE_SELFTEST: 'IOMMU_HW_QUEUE_TYPE_SELFTEST',
  MOCK: {
    IOTLB_DEFAULT: 'IOMMU_TEST_IOTLB_DEFAULT',
    IOTLB_NUM: 'MOCK_NESTED_DOMAIN_IOTLB_NUM',
    DEV_CACHE_DEFAULT: 'IOMMU_TEST_DEV_CACHE_DEFAULT',
    DEV_CACHE_NUM: 'MOCK_DEV_CACHE_NUM',
    HW_INFO_REG: 'IOMMU_HW_INFO_SELFTEST_REGVAL',
    APERTURE_START: 'MOCK_APERTURE_START',
    APERTURE_LAST: 'MOCK_APERTURE_LAST',
    PAGE_BYTES: 'MOCK_PAGE_SIZE',
    PASID_LIMIT: '1 << MOCK_PASID_WIDTH',
    RIGGED_PASID: 'IOMMU_TEST_PASID_RESERVED',
  },
};

/** Names that no header has, but a `#define` in the C files of the kernel's drivers/iommu/iommufd. */
export const DEFINED_IN_C_FILES: readonly string[] = ['IOMMU_HWPT_INVALIDATE_ENTRY_NUM_MAX', 'VEVENTQ_MAX_DEPTH'];

export interface StructSpelling {
  readonly type: string;
  /** Member of the anonymous union that holds the fields below; fields not listed in `outside` are in there. */
  readonly within: string;
  /** C names of fields that are spelled otherwise, or have another path than `within`. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** Fields before the union of struct iommu_test_cmd. */
const HEAD = { size: 'size', op: 'op', id: 'id', __reserved: '__reserved' } as const;

function command(within: string, fields: Readonly<Record<string, string>> = {}): StructSpelling {
  return { type: 'struct iommu_test_cmd', within, fields: { ...HEAD, ...fields } };
}

/** Structs whose C type or field paths are not those of the export. */
export const STRUCTS: Readonly<Record<string, StructSpelling>> = {
  test_add_reserved: command('add_reserved'),
  test_mock_domain: command('mock_domain', { dev_flags: 'mock_domain_flags.dev_flags' }),
  test_mock_domain_replace: command('mock_domain_replace'),
  test_check_map: command('check_map'),
  test_check_refs: command('check_refs'),
  test_dirty: command('dirty'),
  test_check_iotlb: command('check_iotlb', { index: 'check_iotlb.id' }),
  test_trigger_iopf: command('trigger_iopf', { idev: 'trigger_iopf.dev_id' }),
  test_dev_check_cache: command('check_dev_cache', { index: 'check_dev_cache.id' }),
  test_trigger_vevent: command('trigger_vevent', { idev: 'trigger_vevent.dev_id' }),
  test_pasid_attach: command('pasid_attach'),
  test_pasid_replace: command('pasid_replace'),
  test_pasid_detach: command('pasid_detach'),
  test_pasid_check_hwpt: command('pasid_check'),
};
