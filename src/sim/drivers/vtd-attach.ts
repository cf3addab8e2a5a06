/**
 * What VT-d does when something is attached: compatibility, page requests, domain ids, nested configuration, and the state
 * in which a failed replace leaves the hardware.
 * Source: drivers/iommu/intel/iommu.c intel_iommu_attach_device, intel_iommu_set_dev_pasid; nested.c intel_nested_attach_dev,
 * intel_nested_set_dev_pasid; pasid.c intel_pasid_setup_nested (7.3); §6.3–6.5.
 */

import { IOMMU_VTD_S1_FLAG } from '../../uapi/iommufd.ts';
import { FAIL } from '../state/fail.ts';
import { nestedWord } from '../state/object-table.ts';
import type { Attachment } from './attach-rules.ts';
import { releaseDomain, useDomain } from './domains.ts';
import { checkTable } from './vtd-compatibility.ts';
import { abilityOf, type UnitAbility } from './vtd-unit.ts';

/** Attach where nothing was. A failure leaves nothing behind. */
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
 * Attach in the place of another HWPT. The RID is blocked before anything is checked, a PASID before its nested
 * configuration is; a failure leaves it so, while iommufd goes on recording the old HWPT (§6.5).
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

/** The last device of the group leaves. Source: intel_iommu_remove_dev_pasid, device_block_translation. */
export function vtdDetach(attachment: Attachment): void {
  if (!reachesHardware(attachment)) return;
  releaseDomain(attachment, attachment.hwpt.id);
  attachment.group.blocked.delete(attachment.pasid);
}

/** Members without PASIDs are skipped; where all are, the core succeeds and programs nothing. Source: __iommu_set_group_pasid. */
function reachesHardware({ group, pasid }: Attachment): boolean {
  return pasid === 0 || group.pasidLimit !== 0;
}

/** Ladder: table EINVAL, page requests ENODEV, domain id ENOSPC. On success a domain id is held. */
function checkEarly(attachment: Attachment): number {
  const unit = unitOf(attachment);
  if (unit === null) return FAIL.EINVAL;
  const table = checkTable(attachment, unit);
  if (table < 0) return table;
  if (attachment.hwpt.fault !== 0 && !pageRequestsEnabled(attachment)) return FAIL.ENODEV;
  return useDomain(attachment);
}

/** Source: iopf_for_domain_set, which needs info->pri_enabled. */
function pageRequestsEnabled({ world, device }: Attachment): boolean {
  const capabilities = device.address === null ? null : world.functions.get(device.address)?.facts.capabilities;
  if (capabilities === null || capabilities === undefined || capabilities === 'unknown') return false;
  return capabilities.pri?.enabled ?? false;
}

/** Width 48, or 57 with FS5LP; SRE needs SRS, EAFE needs EAFS; other flag bits are ignored. Source: intel_pasid_setup_nested. */
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
  return unit === undefined ? null : abilityOf(unit, world.kernel);
}
