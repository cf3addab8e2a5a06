/**
 * What the VT-d driver does at an attach: compatibility, page requests, domain ids, nested configuration, and the state of the
 * hardware after a failed replace.
 * Source: drivers/iommu/intel/iommu.c intel_iommu_attach_device, intel_iommu_set_dev_pasid; nested.c intel_nested_attach_dev,
 * intel_nested_set_dev_pasid; pasid.c intel_pasid_setup_nested (7.3).
 */

import { IOMMU_VTD_S1_FLAG } from '../../uapi/iommufd.ts';
import { FAIL } from '../state/fail.ts';
import { nestedWord } from '../state/object-table.ts';
import type { Attachment } from './attach-rules.ts';
import { releaseDomain, useDomain } from './domains.ts';
import { checkTable } from './vtd-compatibility.ts';
import { abilityOf, type UnitAbility } from './vtd-unit.ts';

/** Attach where nothing is attached. A failure changes nothing. */
export function vtdAttach(attachment: Attachment): number {
  if (!reachesHardware(attachment)) return 0;
  const early = checkEarly(attachment);
  if (early < 0) return early;
  const late = checkNested(attachment);
  if (late < 0) releaseDomain(attachment, attachment.hwpt.id);
  else attachment.group.blocked.delete(attachment.pasid);
  return late;
}

/**
 * Replace another HWPT. The RID is blocked before any check, a PASID before the check of its nested configuration. After a
 * failure it stays blocked, while iommufd has the old HWPT on record (src/quirks.md Q2).
 */
export function vtdReplace(attachment: Attachment, oldHwpt: number): number {
  const { group, pasid, hwpt } = attachment;
  if (!reachesHardware(attachment)) return 0;
  if (pasid === 0) group.blocked.add(pasid);
  const early = checkEarly(attachment);
  if (early < 0) return early;
  group.blocked.add(pasid);
  const late = checkNested(attachment);
  if (late < 0) {
    releaseDomain(attachment, hwpt.id);
    return late;
  }
  group.blocked.delete(pasid);
  releaseDomain(attachment, oldHwpt);
  return 0;
}

/** Called when the last device of the group is detached. Source: blocking_domain_set_dev_pasid, device_block_translation. */
export function vtdDetach(attachment: Attachment): void {
  if (!reachesHardware(attachment)) return;
  releaseDomain(attachment, attachment.hwpt.id);
  attachment.group.blocked.delete(attachment.pasid);
}

/** Members without PASIDs are skipped. When all are skipped, the attach succeeds and programs nothing: src/quirks.md Q1. */
function reachesHardware({ group, pasid }: Attachment): boolean {
  return pasid === 0 || group.pasidLimit !== 0;
}

/** Checks in order: a PASID below VMD EOPNOTSUPP, table EINVAL, page requests ENODEV, domain id ENOSPC. On success a domain id is held. */
function checkEarly(attachment: Attachment): number {
  if (attachment.pasid !== 0 && isVmdChild(attachment)) return FAIL.EOPNOTSUPP;
  const unit = unitOf(attachment);
  if (unit === null) return FAIL.EINVAL;
  const table = checkTable(attachment, unit);
  if (table < 0) return table;
  if (attachment.hwpt.fault !== 0 && !pageRequestsEnabled(attachment)) return FAIL.ENODEV;
  return useDomain(attachment);
}

/** Its requests carry the requester id of its controller. Source: dev_is_real_dma_subdevice. */
function isVmdChild({ world, device }: Attachment): boolean {
  return device.address !== null && (world.functions.get(device.address)?.facts.vmd ?? null) !== null;
}

/** A HWPT with a fault queue needs PRI: src/quirks.md Q19. Source: intel/iommu.h iopf_for_domain_set. */
function pageRequestsEnabled({ world, device }: Attachment): boolean {
  const capabilities = device.address === null ? null : world.functions.get(device.address)?.facts.capabilities;
  if (capabilities === null || capabilities === undefined || capabilities === 'unknown') return false;
  return capabilities.pri?.enabled ?? false;
}

/**
 * Width 48, or 57 with FS5LP; SRE needs SRS, EAFE needs EAFS; other flag bits are ignored.
 * Source: intel_pasid_setup_nested.
 */
function checkNested(attachment: Attachment): number {
  const { context, hwpt } = attachment;
  const unit = unitOf(attachment);
  if (!hwpt.nested || unit === null) return 0;
  const width = nestedWord(context.objects, hwpt.id, 'widthBits');
  if (width !== 48 && !(width === 57 && unit.fiveLevels)) return FAIL.EINVAL;
  const flags = BigInt(nestedWord(context.objects, hwpt.id, 'stageFlags'));
  if ((flags & IOMMU_VTD_S1_FLAG.SRE) !== 0n && !unit.supervisor) return FAIL.EINVAL;
  return (flags & IOMMU_VTD_S1_FLAG.EAFE) !== 0n && !unit.extendedAccess ? FAIL.EINVAL : 0;
}

function unitOf({ world, device }: Attachment): UnitAbility | null {
  const unit = world.units.find(({ name }) => name === device.unit);
  return unit === undefined ? null : abilityOf(unit, world);
}
