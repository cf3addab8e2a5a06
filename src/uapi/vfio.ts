/**
 * VFIO device files: structs, request numbers and constants of linux/vfio.h (the cdev part), in the kernel's spelling.
 * Source: include/uapi/linux/vfio.h (7.3).
 */

import { struct } from './layout.ts';

export const VFIO_REQUEST = {
  VFIO_DEVICE_GET_INFO: 0x3b6b,
  VFIO_DEVICE_GET_REGION_INFO: 0x3b6c,
  VFIO_DEVICE_GET_IRQ_INFO: 0x3b6d,
  VFIO_DEVICE_SET_IRQS: 0x3b6e,
  VFIO_DEVICE_RESET: 0x3b6f,
  VFIO_DEVICE_GET_PCI_HOT_RESET_INFO: 0x3b70,
  VFIO_DEVICE_PCI_HOT_RESET: 0x3b71,
  VFIO_DEVICE_IOEVENTFD: 0x3b74,
  VFIO_DEVICE_FEATURE: 0x3b75,
  VFIO_DEVICE_BIND_IOMMUFD: 0x3b76,
  VFIO_DEVICE_ATTACH_IOMMUFD_PT: 0x3b77,
  VFIO_DEVICE_DETACH_IOMMUFD_PT: 0x3b78,
} as const;

/** struct vfio_device_bind_iommufd, 24 bytes. */
export const vfio_device_bind_iommufd = struct('vfio_device_bind_iommufd', {
  argsz: 'u32', // i; ≥ 16
  flags: 'u32', // i; bit0 TOKEN
  iommufd: 's32', // i; ≥ 0
  out_devid: 'u32', // o; iommufd device id
  token_uuid_ptr: 'u64', // i; pointer to 16 bytes (6.17+)
});

/** struct vfio_device_attach_iommufd_pt, 16 bytes. */
export const vfio_device_attach_iommufd_pt = struct('vfio_device_attach_iommufd_pt', {
  argsz: 'u32', // i; ≥ 12, ≥ 16 with PASID
  flags: 'u32', // i; bit0 PASID
  pt_id: 'u32', // io; IOAS/HWPT in, HWPT out
  pasid: 'u32', // i; read only with the flag
});

/** struct vfio_device_detach_iommufd_pt, 12 bytes. */
export const vfio_device_detach_iommufd_pt = struct('vfio_device_detach_iommufd_pt', {
  argsz: 'u32', // i; ≥ 8, ≥ 12 with PASID
  flags: 'u32', // i; bit0 PASID
  pasid: 'u32',
});

/** struct vfio_device_info, 24 bytes. */
export const vfio_device_info = struct('vfio_device_info', {
  argsz: 'u32', // io; ≥ 16
  flags: 'u32', // o; bit0 RESET, bit1 PCI, bit7 CAPS
  num_regions: 'u32',
  num_irqs: 'u32',
  cap_offset: 'u32', // o; only copied if argsz ≥ 20
  pad: 'u32',
});

/** struct vfio_info_cap_header, 8 bytes. */
export const vfio_info_cap_header = struct('vfio_info_cap_header', {
  id: 'u16',
  version: 'u16',
  next: 'u32',
});

/** struct vfio_region_info, 32 bytes. */
export const vfio_region_info = struct('vfio_region_info', {
  argsz: 'u32',
  flags: 'u32',
  index: 'u32',
  cap_offset: 'u32',
  size: 'u64',
  offset: 'u64',
});

/** struct vfio_irq_info, 16 bytes. */
export const vfio_irq_info = struct('vfio_irq_info', {
  argsz: 'u32',
  flags: 'u32',
  index: 'u32',
  count: 'u32',
});

/** struct vfio_irq_set, 20 bytes. */
export const vfio_irq_set = struct('vfio_irq_set', {
  argsz: 'u32',
  flags: 'u32',
  index: 'u32',
  start: 'u32',
  count: 'u32',
  // flexible: data: u8[] from offset 20
});

/** struct vfio_device_feature, 8 bytes. */
export const vfio_device_feature = struct('vfio_device_feature', {
  argsz: 'u32',
  flags: 'u32', // bits 0-15 feature, 16 GET, 17 SET, 18 PROBE
  // flexible: data: u8[] from offset 8
});

/** struct vfio_pci_hot_reset_info, 12 bytes. */
export const vfio_pci_hot_reset_info = struct('vfio_pci_hot_reset_info', {
  argsz: 'u32',
  flags: 'u32', // o; bit0 DEV_ID, bit1 DEV_ID_OWNED
  count: 'u32',
  // flexible: devices: vfio_pci_dependent_device[] from offset 12
});

/** struct vfio_pci_dependent_device, 8 bytes. */
export const vfio_pci_dependent_device = struct('vfio_pci_dependent_device', {
  group_id: 'u32',
  devid: { at: 0, type: 'u32' }, // cdev callers: >0 bound here, 0 owned, -1 not owned
  segment: 'u16',
  bus: 'u8',
  devfn: 'u8',
});

/** struct vfio_pci_hot_reset, 12 bytes. */
export const vfio_pci_hot_reset = struct('vfio_pci_hot_reset', {
  argsz: 'u32',
  flags: 'u32',
  count: 'u32', // 0 for cdev callers
  // flexible: group_fds: s32[] from offset 12
});

export const VFIO_DEVICE_FLAGS = { RESET: 0x1, PCI: 0x2, CAPS: 0x80 } as const;
export const VFIO_DEVICE_BIND_FLAG_TOKEN = 0x1;
/** The only flag of attach and of detach. */
export const VFIO_DEVICE_PASID_FLAG = 0x1;

/** `argsz` below this is EINVAL; `…Pasid` is for calls with the PASID flag. */
export const VFIO_MIN_ARGSZ = { bind: 16, attach: 12, attachPasid: 16, detach: 8, detachPasid: 12 } as const;

export const VFIO_DEVICE_FEATURE_FLAG = { MASK: 0xffff, GET: 0x10000, SET: 0x20000, PROBE: 0x40000 } as const;
export const VFIO_PCI_IRQ_INDEX = { INTX: 0, MSI: 1, MSIX: 2, ERR: 3, REQ: 4 } as const;
export const VFIO_IRQ_SET = {
  DATA_NONE: 1,
  DATA_BOOL: 2,
  DATA_EVENTFD: 4,
  ACTION_MASK: 8,
  ACTION_UNMASK: 16,
  ACTION_TRIGGER: 32,
} as const;

/** VFIO refuses wider PASIDs with ENOSPC before any other check. Source: vfio_iommufd_physical_pasid_attach_ioas (7.3). */
export const VFIO_PASID_LIMIT: number = 2 ** 31;
