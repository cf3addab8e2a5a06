/**
 * iommufd: structs, request numbers and constants of linux/iommufd.h, in the kernel's spelling.
 * Field comments: i read by the kernel, o written, io both.
 * Source: include/uapi/linux/iommufd.h (7.3).
 */

import { struct } from './layout.ts';

/** `_IO(';', nr)`: no direction, no size. */
export const IOMMUFD_REQUEST = {
  IOMMU_DESTROY: 0x3b80,
  IOMMU_IOAS_ALLOC: 0x3b81,
  IOMMU_IOAS_ALLOW_IOVAS: 0x3b82,
  IOMMU_IOAS_COPY: 0x3b83,
  IOMMU_IOAS_IOVA_RANGES: 0x3b84,
  IOMMU_IOAS_MAP: 0x3b85,
  IOMMU_IOAS_UNMAP: 0x3b86,
  IOMMU_OPTION: 0x3b87,
  IOMMU_VFIO_IOAS: 0x3b88,
  IOMMU_HWPT_ALLOC: 0x3b89,
  IOMMU_GET_HW_INFO: 0x3b8a,
  IOMMU_HWPT_SET_DIRTY_TRACKING: 0x3b8b,
  IOMMU_HWPT_GET_DIRTY_BITMAP: 0x3b8c,
  IOMMU_HWPT_INVALIDATE: 0x3b8d,
  IOMMU_FAULT_QUEUE_ALLOC: 0x3b8e,
  IOMMU_IOAS_MAP_FILE: 0x3b8f,
  IOMMU_VIOMMU_ALLOC: 0x3b90,
  IOMMU_VDEVICE_ALLOC: 0x3b91,
  IOMMU_IOAS_CHANGE_PROCESS: 0x3b92,
  IOMMU_VEVENTQ_ALLOC: 0x3b93,
  IOMMU_HW_QUEUE_ALLOC: 0x3b94,
  IOMMU_IOAS_NOIOMMU_GET_PA: 0x3b95,
} as const;

/** Smallest `size` each ioctl accepts; shorter is EINVAL. Source: iommufd/main.c iommufd_ioctl_ops. */
export const IOMMUFD_MIN_SIZE: Readonly<Record<keyof typeof IOMMUFD_REQUEST, number>> = {
  IOMMU_DESTROY: 8,
  IOMMU_IOAS_ALLOC: 12,
  IOMMU_IOAS_ALLOW_IOVAS: 24,
  IOMMU_IOAS_COPY: 40,
  IOMMU_IOAS_IOVA_RANGES: 32,
  IOMMU_IOAS_MAP: 40,
  IOMMU_IOAS_UNMAP: 24,
  IOMMU_OPTION: 24,
  IOMMU_VFIO_IOAS: 12,
  IOMMU_HWPT_ALLOC: 24,
  IOMMU_GET_HW_INFO: 32,
  IOMMU_HWPT_SET_DIRTY_TRACKING: 16,
  IOMMU_HWPT_GET_DIRTY_BITMAP: 48,
  IOMMU_HWPT_INVALIDATE: 32,
  IOMMU_FAULT_QUEUE_ALLOC: 16,
  IOMMU_IOAS_MAP_FILE: 40,
  IOMMU_VIOMMU_ALLOC: 24,
  IOMMU_VDEVICE_ALLOC: 24,
  IOMMU_IOAS_CHANGE_PROCESS: 8,
  IOMMU_VEVENTQ_ALLOC: 28,
  IOMMU_HW_QUEUE_ALLOC: 40,
  IOMMU_IOAS_NOIOMMU_GET_PA: 40,
};

/** struct iommu_destroy, 8 bytes. */
export const iommu_destroy = struct('iommu_destroy', {
  size: 'u32',
  id: 'u32', // i; any destroyable object
});

/** struct iommu_ioas_alloc, 12 bytes. */
export const iommu_ioas_alloc = struct('iommu_ioas_alloc', {
  size: 'u32',
  flags: 'u32', // i; must be 0 (`EOPNOTSUPP`)
  out_ioas_id: 'u32', // o
});

/** struct iommu_iova_range, 16 bytes. */
export const iommu_iova_range = struct('iommu_iova_range', {
  start: 'u64',
  last: 'u64', // inclusive
});

/** struct iommu_ioas_iova_ranges, 32 bytes. */
export const iommu_ioas_iova_ranges = struct('iommu_ioas_iova_ranges', {
  size: 'u32',
  ioas_id: 'u32',
  num_iovas: 'u32', // io; in: array length, out: total ranges
  __reserved: 'u32', // 0 (`EOPNOTSUPP`)
  allowed_iovas: 'u64', // i; pointer to iommu_iova_range[]
  out_iova_alignment: 'u64', // o; 1 when nothing constrains it, never above page size
});

/** struct iommu_ioas_allow_iovas, 24 bytes. */
export const iommu_ioas_allow_iovas = struct('iommu_ioas_allow_iovas', {
  size: 'u32',
  ioas_id: 'u32',
  num_iovas: 'u32', // i; 0 clears the list
  __reserved: 'u32', // 0 (`EOPNOTSUPP`)
  allowed_iovas: 'u64', // i; pointer; whole list is replaced
});

/** struct iommu_ioas_map, 40 bytes. */
export const iommu_ioas_map = struct('iommu_ioas_map', {
  size: 'u32',
  flags: 'u32', // i; map flags
  ioas_id: 'u32',
  __reserved: 'u32', // 0 (`EOPNOTSUPP`)
  user_va: 'u64', // i; pointer value
  length: 'u64',
  iova: 'u64', // io; input with FIXED_IOVA, else output
});

/** struct iommu_ioas_map_file, 40 bytes. */
export const iommu_ioas_map_file = struct('iommu_ioas_map_file', {
  size: 'u32',
  flags: 'u32',
  ioas_id: 'u32',
  fd: 's32', // i; memfd or supported dma-buf
  start: 'u64', // i; byte offset in file
  length: 'u64',
  iova: 'u64', // io
});

/** struct iommu_ioas_copy, 40 bytes. */
export const iommu_ioas_copy = struct('iommu_ioas_copy', {
  size: 'u32',
  flags: 'u32',
  dst_ioas_id: 'u32',
  src_ioas_id: 'u32',
  length: 'u64',
  dst_iova: 'u64', // io
  src_iova: 'u64',
});

/** struct iommu_ioas_unmap, 24 bytes. */
export const iommu_ioas_unmap = struct('iommu_ioas_unmap', {
  size: 'u32',
  ioas_id: 'u32',
  iova: 'u64',
  length: 'u64', // io; out: bytes unmapped (not updated on error)
});

/** struct iommu_option, 24 bytes. */
export const iommu_option = struct('iommu_option', {
  size: 'u32',
  option_id: 'u32',
  op: 'u16', // i; 0 SET, 1 GET
  __reserved: 'u16', // 0 (`EOPNOTSUPP`)
  object_id: 'u32', // i; 0 for RLIMIT_MODE, IOAS id for HUGE_PAGES
  val64: 'u64', // io
});

/** struct iommu_vfio_ioas, 12 bytes. */
export const iommu_vfio_ioas = struct('iommu_vfio_ioas', {
  size: 'u32',
  ioas_id: 'u32', // io
  op: 'u16', // i; 0 GET, 1 SET, 2 CLEAR
  __reserved: 'u16', // 0 (`EOPNOTSUPP`)
});

/** struct iommu_hwpt_alloc, 48 bytes. */
export const iommu_hwpt_alloc = struct('iommu_hwpt_alloc', {
  size: 'u32',
  flags: 'u32', // i; IOMMU_HWPT_ALLOC_FLAG
  dev_id: 'u32', // i; picks the IOMMU driver
  pt_id: 'u32', // i; IOAS, HWPT_PAGING or VIOMMU
  out_hwpt_id: 'u32', // o
  __reserved: 'u32', // 0 (`EOPNOTSUPP`)
  data_type: 'u32', // i; IOMMU_HWPT_DATA
  data_len: 'u32', // i; 0 iff data_type is NONE
  data_uptr: 'u64', // i
  fault_id: 'u32', // i; read only with FAULT_ID_VALID
  __reserved2: 'u32', // not checked by 7.3.4; send 0
});

/** struct iommu_hwpt_vtd_s1, 24 bytes. */
export const iommu_hwpt_vtd_s1 = struct('iommu_hwpt_vtd_s1', {
  flags: 'u64', // SRE/EAFE/WPE; unknown bits not rejected at alloc
  pgtbl_addr: 'u64', // stage-1 root (address in the parent's IOVA space)
  addr_width: 'u32', // 48 or 57, checked only at attach
  __reserved: 'u32', // not checked at alloc; send 0
});

/** struct iommu_hw_info, 40 bytes. */
export const iommu_hw_info = struct('iommu_hw_info', {
  size: 'u32',
  flags: 'u32', // i; bit0 INPUT_TYPE
  dev_id: 'u32',
  data_len: 'u32', // io; in: buffer size, out: size the kernel has
  data_uptr: 'u64', // i; may be 0 only if data_len is 0
  in_data_type: 'u32', // i; ignored unless INPUT_TYPE
  out_data_type: { at: 24, type: 'u32' }, // o; same 4 bytes
  out_max_pasid_log2: 'u8', // o; 0 = no PASID
  __reserved: { bytes: 3 }, // 0 (`EOPNOTSUPP`)
  out_capabilities: 'u64', // o; IOMMU_HW_CAP
});

/** struct iommu_hw_info_vtd, 24 bytes. */
export const iommu_hw_info_vtd = struct('iommu_hw_info_vtd', {
  flags: 'u32', // bit0 = erratum 772415 (always set on 7.3.4)
  __reserved: 'u32',
  cap_reg: 'u64', // raw CAP register
  ecap_reg: 'u64', // raw ECAP register
});

/** struct iommu_hwpt_set_dirty_tracking, 16 bytes. */
export const iommu_hwpt_set_dirty_tracking = struct('iommu_hwpt_set_dirty_tracking', {
  size: 'u32',
  flags: 'u32', // i; bit0 enable
  hwpt_id: 'u32',
  __reserved: 'u32', // not checked; send 0
});

/** struct iommu_hwpt_get_dirty_bitmap, 48 bytes. */
export const iommu_hwpt_get_dirty_bitmap = struct('iommu_hwpt_get_dirty_bitmap', {
  size: 'u32',
  hwpt_id: 'u32',
  flags: 'u32', // i; bit0 NO_CLEAR
  __reserved: 'u32', // 0 (`EOPNOTSUPP`)
  iova: 'u64',
  length: 'u64',
  page_size: 'u64', // i; bytes per bit, non-zero
  data: 'u64', // i; pointer to u64 words; bit n is iova + n*page_size
});

/** struct iommu_hwpt_invalidate, 32 bytes. */
export const iommu_hwpt_invalidate = struct('iommu_hwpt_invalidate', {
  size: 'u32',
  hwpt_id: 'u32', // i; nested HWPT or VIOMMU
  data_uptr: 'u64',
  data_type: 'u32', // i; IOMMU_HWPT_INVALIDATE_DATA
  entry_len: 'u32', // i; 1..page size
  entry_num: 'u32', // io; ≤ 2^19; out = processed, written even on error
  __reserved: 'u32', // 0 (`EOPNOTSUPP`)
});

/** struct iommu_hwpt_vtd_s1_invalidate, 24 bytes. */
export const iommu_hwpt_vtd_s1_invalidate = struct('iommu_hwpt_vtd_s1_invalidate', {
  addr: 'u64', // 4 KiB aligned
  npages: 'u64', // 4 KiB pages; all-ones with addr 0 = everything
  flags: 'u32', // bit0 LEAF
  __reserved: 'u32', // 0 (`EOPNOTSUPP`)
});

/** struct iommu_fault_alloc, 16 bytes. */
export const iommu_fault_alloc = struct('iommu_fault_alloc', {
  size: 'u32',
  flags: 'u32', // i; 0 (`EOPNOTSUPP`)
  out_fault_id: 'u32', // o
  out_fault_fd: 'u32', // o; O_RDWR, O_CLOEXEC
});

/** struct iommu_hwpt_pgfault, 40 bytes. */
export const iommu_hwpt_pgfault = struct('iommu_hwpt_pgfault', {
  flags: 'u32', // bit0 PASID valid, bit1 last of group; mask other bits
  dev_id: 'u32', // iommufd device id
  pasid: 'u32',
  grpid: 'u32',
  perm: 'u32',
  __reserved: 'u32',
  addr: 'u64',
  length: 'u32', // always 0 today
  cookie: 'u32', // same for all records of a group
});

/** struct iommu_hwpt_page_response, 8 bytes. */
export const iommu_hwpt_page_response = struct('iommu_hwpt_page_response', {
  cookie: 'u32',
  code: 'u32', // 0 success, 1 invalid
});

/** struct iommu_viommu_alloc, 40 bytes. */
export const iommu_viommu_alloc = struct('iommu_viommu_alloc', {
  size: 'u32',
  flags: 'u32', // i; 0 (`EOPNOTSUPP`)
  type: 'u32', // i; non-zero
  dev_id: 'u32',
  hwpt_id: 'u32', // i; nesting parent
  out_viommu_id: 'u32', // o
  data_len: 'u32',
  __reserved: 'u32', // not checked; send 0
  data_uptr: 'u64',
});

/** struct iommu_vdevice_alloc, 24 bytes. */
export const iommu_vdevice_alloc = struct('iommu_vdevice_alloc', {
  size: 'u32',
  viommu_id: 'u32',
  dev_id: 'u32',
  out_vdevice_id: 'u32', // o
  virt_id: 'u64', // i; unique per VIOMMU
});

/** struct iommu_veventq_alloc, 32 bytes. */
export const iommu_veventq_alloc = struct('iommu_veventq_alloc', {
  size: 'u32',
  flags: 'u32', // i; 0
  viommu_id: 'u32',
  type: 'u32', // i; non-zero; one queue per type per VIOMMU
  veventq_depth: 'u32', // i; 1..2^19
  out_veventq_id: 'u32', // o
  out_veventq_fd: 'u32', // o
  __reserved: 'u32', // 0 (`EOPNOTSUPP`)
});

/** struct iommufd_vevent_header, 8 bytes. */
export const iommufd_vevent_header = struct('iommufd_vevent_header', {
  flags: 'u32', // bit0 LOST_EVENTS
  sequence: 'u32', // 0..2^31-1 then wraps to 0
});

/** struct iommu_hw_queue_alloc, 40 bytes. */
export const iommu_hw_queue_alloc = struct('iommu_hw_queue_alloc', {
  size: 'u32',
  flags: 'u32',
  viommu_id: 'u32',
  type: 'u32',
  index: 'u32',
  out_hw_queue_id: 'u32',
  nesting_parent_iova: 'u64',
  length: 'u64',
});

/** struct iommu_ioas_change_process, 8 bytes. */
export const iommu_ioas_change_process = struct('iommu_ioas_change_process', {
  size: 'u32',
  __reserved: 'u32',
});

/** struct iommu_ioas_noiommu_get_pa, 40 bytes. */
export const iommu_ioas_noiommu_get_pa = struct('iommu_ioas_noiommu_get_pa', {
  size: 'u32',
  flags: 'u32',
  ioas_id: 'u32',
  __reserved: 'u32',
  iova: 'u64',
  length: 'u64',
  out_phys: 'u64',
});

export const IOMMU_IOAS_MAP_FLAG = { FIXED_IOVA: 0x1, WRITEABLE: 0x2, READABLE: 0x4 } as const;
export const IOMMU_HWPT_ALLOC_FLAG = {
  NEST_PARENT: 0x1,
  DIRTY_TRACKING: 0x2,
  FAULT_ID_VALID: 0x4,
  PASID: 0x8,
} as const;
export const IOMMU_HW_INFO_FLAG = { INPUT_TYPE: 0x1 } as const;
export const IOMMU_HWPT_DIRTY_TRACKING_ENABLE = 0x1;
export const IOMMU_HWPT_GET_DIRTY_BITMAP_NO_CLEAR = 0x1;
/** WPE has an effect together with SRE only (src/quirks.md Q8). */
export const IOMMU_VTD_S1_FLAG = { SRE: 0x1n, EAFE: 0x2n, WPE: 0x4n } as const;
export const IOMMU_VTD_INV_FLAGS_LEAF = 0x1;
export const IOMMU_PGFAULT_FLAGS = { PASID_VALID: 0x1, LAST_PAGE: 0x2 } as const;
export const IOMMU_PGFAULT_PERM = { READ: 0x1, WRITE: 0x2, EXEC: 0x4, PRIV: 0x8 } as const;
export const IOMMUFD_PAGE_RESP = { SUCCESS: 0, INVALID: 1 } as const;
export const IOMMU_VEVENTQ_FLAG_LOST_EVENTS = 0x1;

export const IOMMU_OPTION_ID = { RLIMIT_MODE: 0, HUGE_PAGES: 1 } as const;
export const IOMMU_OPTION_OP = { SET: 0, GET: 1 } as const;
export const IOMMU_VFIO_IOAS_OP = { GET: 0, SET: 1, CLEAR: 2 } as const;

/** VTD_S1 is 1 as a HWPT data type, but 0 as an invalidate data type. */
export const IOMMU_HWPT_DATA = { NONE: 0, VTD_S1: 1, ARM_SMMUV3: 2, AMD_GUEST: 3 } as const;
export const IOMMU_HWPT_INVALIDATE_DATA = { VTD_S1: 0 } as const;
export const IOMMU_VIOMMU_INVALIDATE_DATA = { ARM_SMMUV3: 1 } as const;
export const IOMMU_HW_INFO_TYPE = { NONE: 0, INTEL_VTD: 1, ARM_SMMUV3: 2, TEGRA241_CMDQV: 3, AMD: 4 } as const;
export const IOMMU_HW_INFO_VTD_ERRATA_772415_SPR17 = 0x1;
export const IOMMU_VIOMMU_TYPE = { DEFAULT: 0, ARM_SMMUV3: 1, TEGRA241_CMDQV: 2 } as const;
export const IOMMU_VEVENTQ_TYPE = { DEFAULT: 0, ARM_SMMUV3: 1, TEGRA241_CMDQV: 2 } as const;
export const IOMMU_HW_QUEUE_TYPE = { DEFAULT: 0, TEGRA241_CMDQV: 1 } as const;

/** Bits of `out_capabilities`; PASID_EXEC and PASID_PRIV mean nothing while `out_max_pasid_log2` is 0. */
export const IOMMU_HW_CAP = {
  DIRTY_TRACKING: 0x1n,
  PCI_PASID_EXEC: 0x2n,
  PCI_PASID_PRIV: 0x4n,
  PCI_ATS_NOT_SUPPORTED: 0x8n,
} as const;

/** Most entries of one IOMMU_HWPT_INVALIDATE, and the deepest vEVENT queue. */
export const IOMMUFD_ENTRY_LIMIT: number = 2 ** 19;
