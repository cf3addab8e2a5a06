/**
 * Capabilities of the IOMMU of a bound device.
 * Source: linux/iommufd.h IOMMU_GET_HW_INFO, struct iommu_hw_info_vtd (7.3).
 */

import { IOMMU_HW_INFO_TYPE, IOMMUFD_REQUEST, iommu_hw_info, iommu_hw_info_vtd } from '../uapi/iommufd.ts';
import { ioctlArgument, putU64 } from './ioctl-argument.ts';
import type { HwInfo, Kernel } from './kernel.ts';
import type { Syscalls } from './syscalls.ts';

export function hwInfoCall(syscalls: Syscalls): Kernel['hwInfo'] {
  const { bytes, view, at } = ioctlArgument(iommu_hw_info, { size: iommu_hw_info.sizeBytes });
  const vendor = ioctlArgument(iommu_hw_info_vtd, {});
  putU64(view, at.data_uptr, syscalls.addressOf(vendor.bytes));
  return (iommufd, handle, into) => {
    view.setUint32(at.dev_id, handle.devId, true);
    view.setUint32(at.data_len, vendor.bytes.length, true);
    view.setUint32(at.out_data_type, 0, true);
    // In kernels before 6.15 this byte is reserved: they would refuse the value of the last answer.
    view.setUint8(at.out_max_pasid_log2, 0);
    view.setBigUint64(at.out_capabilities, 0n, true);
    vendor.bytes.fill(0);
    const result = syscalls.ioctl(iommufd, IOMMUFD_REQUEST.IOMMU_GET_HW_INFO, bytes);
    if (result < 0) return result;
    into.type = view.getUint32(at.out_data_type, true);
    into.maxPasidLog2 = view.getUint8(at.out_max_pasid_log2);
    into.capabilities = view.getBigUint64(at.out_capabilities, true);
    readRegisters(vendor.view, into);
    return result;
  };
}

/** Only of VT-d: another vendor's answer has other fields at these offsets. */
function readRegisters(view: DataView, into: HwInfo): void {
  const isVtd = into.type === IOMMU_HW_INFO_TYPE.INTEL_VTD;
  into.cap = isVtd ? view.getBigUint64(iommu_hw_info_vtd.offset.cap_reg, true) : 0n;
  into.ecap = isVtd ? view.getBigUint64(iommu_hw_info_vtd.offset.ecap_reg, true) : 0n;
}
