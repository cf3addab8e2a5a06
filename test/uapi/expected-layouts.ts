/**
 * Sizes and offsets as the C compiler lays these structs out: printed by a program against the headers of 7.3.4 on x86-64,
 * not computed by us. Flexible arrays at the end are left out.
 */

export interface ExpectedLayout {
  readonly sizeBytes: number;
  readonly offset: Readonly<Record<string, number>>;
}

/** linux/iommufd.h */
export const IOMMUFD_LAYOUTS: Readonly<Record<string, ExpectedLayout>> = {
  iommu_destroy: { sizeBytes: 8, offset: { size: 0, id: 4 } },
  iommu_ioas_alloc: { sizeBytes: 12, offset: { size: 0, flags: 4, out_ioas_id: 8 } },
  iommu_iova_range: { sizeBytes: 16, offset: { start: 0, last: 8 } },
  iommu_ioas_iova_ranges: {
    sizeBytes: 32,
    offset: { size: 0, ioas_id: 4, num_iovas: 8, __reserved: 12, allowed_iovas: 16, out_iova_alignment: 24 },
  },
  iommu_ioas_allow_iovas: {
    sizeBytes: 24,
    offset: { size: 0, ioas_id: 4, num_iovas: 8, __reserved: 12, allowed_iovas: 16 },
  },
  iommu_ioas_map: {
    sizeBytes: 40,
    offset: { size: 0, flags: 4, ioas_id: 8, __reserved: 12, user_va: 16, length: 24, iova: 32 },
  },
  iommu_ioas_map_file: {
    sizeBytes: 40,
    offset: { size: 0, flags: 4, ioas_id: 8, fd: 12, start: 16, length: 24, iova: 32 },
  },
  iommu_ioas_copy: {
    sizeBytes: 40,
    offset: { size: 0, flags: 4, dst_ioas_id: 8, src_ioas_id: 12, length: 16, dst_iova: 24, src_iova: 32 },
  },
  iommu_ioas_unmap: { sizeBytes: 24, offset: { size: 0, ioas_id: 4, iova: 8, length: 16 } },
  iommu_option: { sizeBytes: 24, offset: { size: 0, option_id: 4, op: 8, __reserved: 10, object_id: 12, val64: 16 } },
  iommu_vfio_ioas: { sizeBytes: 12, offset: { size: 0, ioas_id: 4, op: 8, __reserved: 10 } },
  iommu_hwpt_alloc: {
    sizeBytes: 48,
    offset: {
      size: 0,
      flags: 4,
      dev_id: 8,
      pt_id: 12,
      out_hwpt_id: 16,
      __reserved: 20,
      data_type: 24,
      data_len: 28,
      data_uptr: 32,
      fault_id: 40,
      __reserved2: 44,
    },
  },
  iommu_hwpt_vtd_s1: { sizeBytes: 24, offset: { flags: 0, pgtbl_addr: 8, addr_width: 16, __reserved: 20 } },
  iommu_hw_info: {
    sizeBytes: 40,
    offset: {
      size: 0,
      flags: 4,
      dev_id: 8,
      data_len: 12,
      data_uptr: 16,
      in_data_type: 24,
      out_data_type: 24,
      out_max_pasid_log2: 28,
      __reserved: 29,
      out_capabilities: 32,
    },
  },
  iommu_hw_info_vtd: { sizeBytes: 24, offset: { flags: 0, __reserved: 4, cap_reg: 8, ecap_reg: 16 } },
  iommu_hwpt_set_dirty_tracking: { sizeBytes: 16, offset: { size: 0, flags: 4, hwpt_id: 8, __reserved: 12 } },
  iommu_hwpt_get_dirty_bitmap: {
    sizeBytes: 48,
    offset: { size: 0, hwpt_id: 4, flags: 8, __reserved: 12, iova: 16, length: 24, page_size: 32, data: 40 },
  },
  iommu_hwpt_invalidate: {
    sizeBytes: 32,
    offset: { size: 0, hwpt_id: 4, data_uptr: 8, data_type: 16, entry_len: 20, entry_num: 24, __reserved: 28 },
  },
  iommu_hwpt_vtd_s1_invalidate: { sizeBytes: 24, offset: { addr: 0, npages: 8, flags: 16, __reserved: 20 } },
  iommu_fault_alloc: { sizeBytes: 16, offset: { size: 0, flags: 4, out_fault_id: 8, out_fault_fd: 12 } },
  iommu_hwpt_pgfault: {
    sizeBytes: 40,
    offset: { flags: 0, dev_id: 4, pasid: 8, grpid: 12, perm: 16, __reserved: 20, addr: 24, length: 32, cookie: 36 },
  },
  iommu_hwpt_page_response: { sizeBytes: 8, offset: { cookie: 0, code: 4 } },
  iommu_viommu_alloc: {
    sizeBytes: 40,
    offset: {
      size: 0,
      flags: 4,
      type: 8,
      dev_id: 12,
      hwpt_id: 16,
      out_viommu_id: 20,
      data_len: 24,
      __reserved: 28,
      data_uptr: 32,
    },
  },
  iommu_vdevice_alloc: { sizeBytes: 24, offset: { size: 0, viommu_id: 4, dev_id: 8, out_vdevice_id: 12, virt_id: 16 } },
  iommu_veventq_alloc: {
    sizeBytes: 32,
    offset: {
      size: 0,
      flags: 4,
      viommu_id: 8,
      type: 12,
      veventq_depth: 16,
      out_veventq_id: 20,
      out_veventq_fd: 24,
      __reserved: 28,
    },
  },
  iommufd_vevent_header: { sizeBytes: 8, offset: { flags: 0, sequence: 4 } },
  iommu_hw_queue_alloc: {
    sizeBytes: 40,
    offset: {
      size: 0,
      flags: 4,
      viommu_id: 8,
      type: 12,
      index: 16,
      out_hw_queue_id: 20,
      nesting_parent_iova: 24,
      length: 32,
    },
  },
  iommu_ioas_change_process: { sizeBytes: 8, offset: { size: 0, __reserved: 4 } },
  iommu_ioas_noiommu_get_pa: {
    sizeBytes: 40,
    offset: { size: 0, flags: 4, ioas_id: 8, __reserved: 12, iova: 16, length: 24, out_phys: 32 },
  },
};

/** linux/vfio.h */
export const VFIO_LAYOUTS: Readonly<Record<string, ExpectedLayout>> = {
  vfio_device_bind_iommufd: {
    sizeBytes: 24,
    offset: { argsz: 0, flags: 4, iommufd: 8, out_devid: 12, token_uuid_ptr: 16 },
  },
  vfio_device_attach_iommufd_pt: { sizeBytes: 16, offset: { argsz: 0, flags: 4, pt_id: 8, pasid: 12 } },
  vfio_device_detach_iommufd_pt: { sizeBytes: 12, offset: { argsz: 0, flags: 4, pasid: 8 } },
  vfio_device_info: {
    sizeBytes: 24,
    offset: { argsz: 0, flags: 4, num_regions: 8, num_irqs: 12, cap_offset: 16, pad: 20 },
  },
  vfio_info_cap_header: { sizeBytes: 8, offset: { id: 0, version: 2, next: 4 } },
  vfio_region_info: { sizeBytes: 32, offset: { argsz: 0, flags: 4, index: 8, cap_offset: 12, size: 16, offset: 24 } },
  vfio_irq_info: { sizeBytes: 16, offset: { argsz: 0, flags: 4, index: 8, count: 12 } },
  vfio_irq_set: { sizeBytes: 20, offset: { argsz: 0, flags: 4, index: 8, start: 12, count: 16 } },
  vfio_device_feature: { sizeBytes: 8, offset: { argsz: 0, flags: 4 } },
  vfio_pci_hot_reset_info: { sizeBytes: 12, offset: { argsz: 0, flags: 4, count: 8 } },
  vfio_pci_dependent_device: { sizeBytes: 8, offset: { group_id: 0, devid: 0, segment: 4, bus: 6, devfn: 7 } },
  vfio_pci_hot_reset: { sizeBytes: 12, offset: { argsz: 0, flags: 4, count: 8 } },
};

const HEAD = { size: 0, op: 4, id: 8, __reserved: 12 } as const;

/** drivers/iommu/iommufd/iommufd_test.h: each operation's view of the 72 bytes, then the payloads. */
export const SELFTEST_LAYOUTS: Readonly<Record<string, ExpectedLayout>> = {
  test_add_reserved: { sizeBytes: 72, offset: { ...HEAD, start: 16, length: 24 } },
  test_mock_domain: {
    sizeBytes: 72,
    offset: { ...HEAD, out_stdev_id: 16, out_hwpt_id: 20, out_idev_id: 24, dev_flags: 28 },
  },
  test_mock_domain_replace: { sizeBytes: 72, offset: { ...HEAD, pt_id: 16 } },
  test_check_map: { sizeBytes: 72, offset: { ...HEAD, iova: 16, length: 24, uptr: 32 } },
  test_check_refs: { sizeBytes: 72, offset: { ...HEAD, length: 16, uptr: 24, refs: 32 } },
  test_dirty: {
    sizeBytes: 72,
    offset: { ...HEAD, flags: 16, iova: 24, length: 32, page_size: 40, uptr: 48, out_nr_dirty: 56 },
  },
  test_check_iotlb: { sizeBytes: 72, offset: { ...HEAD, index: 16, iotlb: 20 } },
  test_trigger_iopf: { sizeBytes: 72, offset: { ...HEAD, idev: 16, pasid: 20, grpid: 24, perm: 28, addr: 32 } },
  test_dev_check_cache: { sizeBytes: 72, offset: { ...HEAD, index: 16, cache: 20 } },
  test_trigger_vevent: { sizeBytes: 72, offset: { ...HEAD, idev: 16 } },
  test_pasid_attach: { sizeBytes: 72, offset: { ...HEAD, pasid: 16, pt_id: 20 } },
  test_pasid_replace: { sizeBytes: 72, offset: { ...HEAD, pasid: 16, pt_id: 20 } },
  test_pasid_detach: { sizeBytes: 72, offset: { ...HEAD, pasid: 16 } },
  test_pasid_check_hwpt: { sizeBytes: 72, offset: { ...HEAD, pasid: 16, hwpt_id: 20 } },
  iommu_test_hw_info: { sizeBytes: 8, offset: { flags: 0, test_reg: 4 } },
  iommu_hwpt_selftest: { sizeBytes: 8, offset: { iotlb: 0, pagetable_type: 4 } },
  iommu_hwpt_invalidate_selftest: { sizeBytes: 8, offset: { flags: 0, iotlb_id: 4 } },
  iommu_viommu_selftest: {
    sizeBytes: 24,
    offset: { in_data: 0, out_data: 4, out_mmap_offset: 8, out_mmap_length: 16 },
  },
  iommu_viommu_invalidate_selftest: { sizeBytes: 12, offset: { flags: 0, vdev_id: 4, cache_id: 8 } },
  iommu_viommu_event_selftest: { sizeBytes: 4, offset: { virt_id: 0 } },
};
