/** The data of a HWPT request for the IOMMU driver. Source: iommufd/iommufd_private.h struct iommu_user_data (7.3). */

/** `data_type`, `data_len` and `data_uptr` of a request. */
export interface UserData {
  readonly type: number;
  readonly length: number;
  readonly address: bigint;
}
