/** Request numbers, structs, and smallest and full sizes as the kernel's headers and ioctl table give them (7.3.4). */

export interface ExpectedRequest {
  readonly request: number;
  readonly struct: string;
  readonly minBytes: number;
  readonly sizeBytes: number;
}

/** linux/iommufd.h and iommufd/main.c iommufd_ioctl_ops. */
export const IOMMUFD_REQUESTS: Readonly<Record<string, ExpectedRequest>> = {
  IOMMU_DESTROY: { request: 15232, struct: 'iommu_destroy', minBytes: 8, sizeBytes: 8 },
  IOMMU_IOAS_ALLOC: { request: 15233, struct: 'iommu_ioas_alloc', minBytes: 12, sizeBytes: 12 },
  IOMMU_IOAS_ALLOW_IOVAS: { request: 15234, struct: 'iommu_ioas_allow_iovas', minBytes: 24, sizeBytes: 24 },
  IOMMU_IOAS_COPY: { request: 15235, struct: 'iommu_ioas_copy', minBytes: 40, sizeBytes: 40 },
  IOMMU_IOAS_IOVA_RANGES: { request: 15236, struct: 'iommu_ioas_iova_ranges', minBytes: 32, sizeBytes: 32 },
  IOMMU_IOAS_MAP: { request: 15237, struct: 'iommu_ioas_map', minBytes: 40, sizeBytes: 40 },
  IOMMU_IOAS_UNMAP: { request: 15238, struct: 'iommu_ioas_unmap', minBytes: 24, sizeBytes: 24 },
  IOMMU_OPTION: { request: 15239, struct: 'iommu_option', minBytes: 24, sizeBytes: 24 },
  IOMMU_VFIO_IOAS: { request: 15240, struct: 'iommu_vfio_ioas', minBytes: 12, sizeBytes: 12 },
  IOMMU_HWPT_ALLOC: { request: 15241, struct: 'iommu_hwpt_alloc', minBytes: 24, sizeBytes: 48 },
  IOMMU_GET_HW_INFO: { request: 15242, struct: 'iommu_hw_info', minBytes: 32, sizeBytes: 40 },
  IOMMU_HWPT_SET_DIRTY_TRACKING: {
    request: 15243,
    struct: 'iommu_hwpt_set_dirty_tracking',
    minBytes: 16,
    sizeBytes: 16,
  },
  IOMMU_HWPT_GET_DIRTY_BITMAP: { request: 15244, struct: 'iommu_hwpt_get_dirty_bitmap', minBytes: 48, sizeBytes: 48 },
  IOMMU_HWPT_INVALIDATE: { request: 15245, struct: 'iommu_hwpt_invalidate', minBytes: 32, sizeBytes: 32 },
  IOMMU_FAULT_QUEUE_ALLOC: { request: 15246, struct: 'iommu_fault_alloc', minBytes: 16, sizeBytes: 16 },
  IOMMU_IOAS_MAP_FILE: { request: 15247, struct: 'iommu_ioas_map_file', minBytes: 40, sizeBytes: 40 },
  IOMMU_VIOMMU_ALLOC: { request: 15248, struct: 'iommu_viommu_alloc', minBytes: 24, sizeBytes: 40 },
  IOMMU_VDEVICE_ALLOC: { request: 15249, struct: 'iommu_vdevice_alloc', minBytes: 24, sizeBytes: 24 },
  IOMMU_IOAS_CHANGE_PROCESS: { request: 15250, struct: 'iommu_ioas_change_process', minBytes: 8, sizeBytes: 8 },
  IOMMU_VEVENTQ_ALLOC: { request: 15251, struct: 'iommu_veventq_alloc', minBytes: 28, sizeBytes: 32 },
  IOMMU_HW_QUEUE_ALLOC: { request: 15252, struct: 'iommu_hw_queue_alloc', minBytes: 40, sizeBytes: 40 },
  IOMMU_IOAS_NOIOMMU_GET_PA: { request: 15253, struct: 'iommu_ioas_noiommu_get_pa', minBytes: 40, sizeBytes: 40 },
};

/** linux/vfio.h */
export const VFIO_REQUESTS: Readonly<Record<string, number>> = {
  VFIO_DEVICE_GET_INFO: 15211,
  VFIO_DEVICE_GET_REGION_INFO: 15212,
  VFIO_DEVICE_GET_IRQ_INFO: 15213,
  VFIO_DEVICE_SET_IRQS: 15214,
  VFIO_DEVICE_RESET: 15215,
  VFIO_DEVICE_GET_PCI_HOT_RESET_INFO: 15216,
  VFIO_DEVICE_PCI_HOT_RESET: 15217,
  VFIO_DEVICE_IOEVENTFD: 15220,
  VFIO_DEVICE_FEATURE: 15221,
  VFIO_DEVICE_BIND_IOMMUFD: 15222,
  VFIO_DEVICE_ATTACH_IOMMUFD_PT: 15223,
  VFIO_DEVICE_DETACH_IOMMUFD_PT: 15224,
};
