/**
 * What the selftest mock does at an attach. It has no hardware, so a failed replace leaves the old attachment in place.
 * Source: iommufd/selftest.c mock_domain_nop_attach, mock_domain_set_dev_pasid_nop (7.3).
 */

import { IOMMU_HWPT_ALLOC_FLAG } from '../../uapi/iommufd.ts';
import { MOCK } from '../../uapi/selftest.ts';
import { FAIL } from '../state/fail.ts';
import { nestedWord } from '../state/object-table.ts';
import { virtIdOf } from '../state/viommu.ts';
import type { Attachment } from './attach-rules.ts';

/** Attach or replace. Dirty tracking and vDEVICEs are checked for the RID only. */
export function mockAttach({ context, device, pasid, hwpt }: Attachment): number {
  if (pasid === MOCK.RIGGED_PASID) return rigged(device);
  if (pasid !== 0) return 0;
  const dirty = !hwpt.nested && (hwpt.paging.flags & IOMMU_HWPT_ALLOC_FLAG.DIRTY_TRACKING) !== 0;
  if (dirty && device.noDirty) return FAIL.EINVAL;
  const viommu = hwpt.nested ? nestedWord(context.objects, hwpt.id, 'viommu') : 0;
  const virtId = viommu === 0 ? 0n : virtIdOf(context, viommu, device);
  if (virtId === null) return FAIL.ENOENT;
  // Within one VIOMMU the virtual id of the first attachment stays.
  if (viommu !== device.viommu) setVirtual(device, viommu, virtId);
  return 0;
}

export function mockDetach({ device, pasid }: Attachment): void {
  if (pasid === MOCK.RIGGED_PASID) device.rigged = false;
  if (pasid === 0) setVirtual(device, 0, 0n);
}

function setVirtual(device: Attachment['device'], viommu: number, virtId: bigint): void {
  device.viommu = viommu;
  device.virtId = virtId;
}

/** Every second attach of PASID 1024 fails, so that tests can provoke a rollback. Source: pasid_1024_fake_error. */
function rigged(device: Attachment['device']): number {
  device.rigged = !device.rigged;
  return device.rigged ? 0 : FAIL.ENOMEM;
}
