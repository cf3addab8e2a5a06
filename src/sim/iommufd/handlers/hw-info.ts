/**
 * IOMMU_GET_HW_INFO. Source: iommufd/device.c iommufd_get_hw_info; intel/iommu.c intel_iommu_hw_info; selftest.c
 * mock_domain_hw_info (7.3).
 */

import { hasNoAts } from '../../../linux/kernel-words.ts';
import {
  IOMMU_HW_CAP,
  IOMMU_HW_INFO_FLAG,
  IOMMU_HW_INFO_TYPE,
  IOMMU_HW_INFO_VTD_ERRATA_772415_SPR17,
  iommu_hw_info,
  iommu_hw_info_vtd,
} from '../../../uapi/iommufd.ts';
import { IOMMU_HW_INFO_TYPE_SELFTEST, iommu_test_hw_info, MOCK } from '../../../uapi/selftest.ts';
import { unitOfDevice } from '../../drivers/vtd-tables.ts';
import { FAIL } from '../../state/fail.ts';
import { deviceOf } from '../../state/groups.ts';
import type { Device } from '../../state/objects.ts';
import type { World } from '../../state/world.ts';
import type { Command } from '../command.ts';

const { offset } = iommu_hw_info;

interface Answer {
  readonly type: number;
  readonly blob: Uint8Array;
  readonly capabilities: bigint;
}

/** Checks in order: flags EOPNOTSUPP; reserved EOPNOTSUPP; device ENOENT; type EOPNOTSUPP; buffer EFAULT. */
export function getHwInfo({ memory, context, view, respond }: Command): number {
  const flags = view.getUint32(offset.flags, true);
  if ((flags & ~IOMMU_HW_INFO_FLAG.INPUT_TYPE) !== 0) return FAIL.EOPNOTSUPP;
  const reserved = [0, 1, 2].some((byte) => view.getUint8(offset.__reserved + byte) !== 0);
  if (reserved) return FAIL.EOPNOTSUPP;
  const device = deviceOf(context, view.getUint32(offset.dev_id, true));
  if (device === null) return FAIL.ENOENT;
  const wanted = (flags & IOMMU_HW_INFO_FLAG.INPUT_TYPE) === 0 ? 0 : view.getUint32(offset.in_data_type, true);
  const answer = device.driver === 'mock' ? mockInfo(device) : vtdInfo(memory.world, device);
  if (wanted !== IOMMU_HW_INFO_TYPE.NONE && wanted !== answer.type) return FAIL.EOPNOTSUPP;
  const buffer = filled(answer.blob, view.getUint32(offset.data_len, true));
  if (!memory.user.write(view.getBigUint64(offset.data_uptr, true), buffer)) return FAIL.EFAULT;
  view.setUint32(offset.data_len, answer.blob.length, true);
  view.setUint32(offset.out_data_type, answer.type, true);
  view.setUint8(offset.out_max_pasid_log2, log2(device.maxPasids));
  view.setBigUint64(offset.out_capabilities, answer.capabilities, true);
  return respond();
}

/** A short buffer is filled up to its end, a long one padded with zeros, of which the simulator writes at most a page. */
function filled(blob: Uint8Array, length: number): Uint8Array {
  const buffer = new Uint8Array(Math.min(length, 4096));
  buffer.set(blob.subarray(0, buffer.length));
  return buffer;
}

function mockInfo({ noDirty }: Device): Answer {
  const blob = iommu_test_hw_info.encode({ test_reg: MOCK.HW_INFO_REG });
  const dirty = noDirty ? 0n : IOMMU_HW_CAP.DIRTY_TRACKING;
  return { type: IOMMU_HW_INFO_TYPE_SELFTEST, blob, capabilities: dirty | IOMMU_HW_CAP.PCI_ATS_NOT_SUPPORTED };
}

function vtdInfo(world: World, device: Device): Answer {
  const unit = world.units.find(({ name }) => name === device.unit);
  const blob = iommu_hw_info_vtd.encode({
    flags: IOMMU_HW_INFO_VTD_ERRATA_772415_SPR17,
    cap_reg: unit?.cap ?? 0n,
    ecap_reg: unit?.ecap ?? 0n,
  });
  return { type: IOMMU_HW_INFO_TYPE.INTEL_VTD, blob, capabilities: vtdCapabilities(world, device) };
}

/** Source: pci_pasid_status for the enabled features; pci_ats_supported. */
function vtdCapabilities(world: World, device: Device): bigint {
  const unit = unitOfDevice(world, device);
  const found = device.address === null ? undefined : world.functions.get(device.address)?.facts.capabilities;
  const capabilities = found === undefined || found === 'unknown' ? null : found;
  const pasid = device.maxPasids === 0 ? null : (capabilities?.pasid ?? null);
  const bits: readonly (readonly [boolean, bigint])[] = [
    [unit?.dirtyTracking ?? false, IOMMU_HW_CAP.DIRTY_TRACKING],
    [pasid?.exec ?? false, IOMMU_HW_CAP.PCI_PASID_EXEC],
    [pasid?.privileged ?? false, IOMMU_HW_CAP.PCI_PASID_PRIV],
    [(capabilities?.ats ?? null) === null || hasNoAts(world.kernel.commandLine), IOMMU_HW_CAP.PCI_ATS_NOT_SUPPORTED],
  ];
  return bits.reduce((sum, [set, bit]) => (set ? sum | bit : sum), 0n);
}

function log2(count: number): number {
  return count < 1 ? 0 : Math.floor(Math.log2(count));
}
