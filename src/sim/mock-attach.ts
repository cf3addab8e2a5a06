/**
 * What the selftest mock does when something is attached. It has no hardware, so a failed replace harms nothing.
 * Source: iommufd/selftest.c mock_domain_nop_attach, mock_domain_set_dev_pasid_nop (7.3); §7.4.
 */

import { IOMMU_HWPT_ALLOC_FLAG } from '../uapi/iommufd.ts';
import { MOCK } from '../uapi/selftest.ts';
import type { Attachment } from './attach-rules.ts';
import { FAIL } from './fail.ts';

/** Attach or replace. Dirty tracking is looked at for the RID only. */
export function mockAttach({ device, pasid, hwpt }: Attachment): number {
  if (pasid === MOCK.RIGGED_PASID) return rigged(device);
  const dirty = !hwpt.nested && (hwpt.paging.flags & IOMMU_HWPT_ALLOC_FLAG.DIRTY_TRACKING) !== 0;
  return pasid === 0 && dirty && device.noDirty ? FAIL.EINVAL : 0;
}

export function mockDetach({ device, pasid }: Attachment): void {
  if (pasid === MOCK.RIGGED_PASID) device.rigged = false;
}

/** Every second attach of this PASID fails, so that callers can practise rolling back. */
function rigged(device: Attachment['device']): number {
  device.rigged = !device.rigged;
  return device.rigged ? 0 : FAIL.ENOMEM;
}
