/**
 * A first stage in VT-d's format: struct iommu_hwpt_vtd_s1.
 * The kernel checks the content only when the HWPT is attached (src/quirks.md Q3).
 * Source: linux/iommufd.h enum iommu_hwpt_vtd_s1_flags (7.3).
 */

import type { FirstStage } from '../model/spec.ts';
import { IOMMU_HWPT_DATA, IOMMU_VTD_S1_FLAG, iommu_hwpt_vtd_s1 } from '../uapi/iommufd.ts';
import type { FirstStageData } from './hwpt-calls.ts';
import { ioctlArgument, putU64 } from './ioctl-argument.ts';

export function vtdFirstStage(): FirstStageData {
  const { bytes, view, at } = ioctlArgument(iommu_hwpt_vtd_s1, {});
  return {
    dataType: IOMMU_HWPT_DATA.VTD_S1,
    bytes,
    fill(stage) {
      // The flags are the low three bits of a 64-bit field; adding bigints would allocate.
      view.setUint32(at.flags, flagsOf(stage), true);
      putU64(view, at.pgtbl_addr, stage.pageTable);
      view.setUint32(at.addr_width, stage.addressWidth, true);
    },
  };
}

const SRE = Number(IOMMU_VTD_S1_FLAG.SRE);
const EAFE = Number(IOMMU_VTD_S1_FLAG.EAFE);
const WPE = Number(IOMMU_VTD_S1_FLAG.WPE);

function flagsOf({ supervisor, extendedAccess, writeProtect }: FirstStage): number {
  return (supervisor ? SRE : 0) | (extendedAccess ? EAFE : 0) | (writeProtect ? WPE : 0);
}
