/** VIOMMU_*: what a guest's tables and descriptors ask for and cannot have, and what the host refuses meanwhile. */

import type { CatalogueEntry } from '../catalogue-entry.ts';

export const VIOMMU_CODES = {
  VIOMMU_NOT_OFFERED: {
    severity: 'warning',
    summary: 'A PASID entry asks for something that the vIOMMU does not offer.',
    advice: 'Look at the guest’s driver: it does not heed CAP and ECAP of its unit.',
    explanation:
      'What a PASID entry may be follows from the guest’s CAP and ECAP: its type (PGTT), the levels of its first stage, ' +
      'supervisor requests (SRE) and the extended accessed flag (EAFE). An entry beyond that is a fault on hardware ' +
      '(0x5a, 0x5b), so nothing is bound, and what was bound before is detached. Second stages (PGTT 2 and 3) are never bound, ' +
      'whatever ECAP.SSTS says: the host has no operation that takes one from a guest.',
  },
  VIOMMU_PASID_TOO_WIDE: {
    severity: 'warning',
    summary: 'A PASID entry is present beyond the PASIDs of the vIOMMU or of the device.',
    advice: 'Raise pasidBits when the device carries more; otherwise look at the guest’s driver.',
    explanation:
      'PASIDs are bound below 2^pasidBits of the vIOMMU and 2^n of the device, whichever is less. The kernel takes an attach ' +
      'beyond the device’s width, answers success, and programs nothing, so it is refused here.',
  },
  VIOMMU_HOST_CANNOT: {
    severity: 'error',
    summary: 'The host cannot attach what the guest was offered.',
    advice: 'Offer the guest only what the units of all its devices can do, and make nest parents with the PASID flag.',
    explanation:
      'The kernel looks at width and flags of a first stage only after it has torn the old entry down, and leaves the device ' +
      'blocked when it then refuses. So the host’s CAP and ECAP are asked first; where they say no, the former binding is ' +
      'detached in order and the entry is shown as failed.',
  },
  VIOMMU_HOST_FAILED: {
    severity: 'error',
    summary: 'The host refused to make or attach a HWPT for a guest’s PASID.',
    advice: 'Look at the errno; the entry is tried again after a while and at the next invalidation that covers it.',
    explanation:
      'After a failed replace the hardware may have lost the old entry too while the kernel still has it on record. The PASID ' +
      'is therefore detached, so that both agree, and shown as failed: never as attached. ' +
      'EINVAL of an attach: the HWPT, or what the RID is attached to, was made without the PASID flag, or the PASID is beyond ' +
      'those that the kernel enabled on the device. ENOSPC: the unit has no domain ids left. EBUSY: the device is being reset.',
  },
  VIOMMU_DETACH_FAILED: {
    severity: 'error',
    summary: 'The host would not detach a PASID that the guest has removed.',
    advice: 'Look at the errno; detaching is tried again. Until then the device can still reach the former tables.',
    explanation:
      'The entry is kept as a zombie with its HWPT, so that nothing is forgotten that the hardware still uses, and the PASID ' +
      'is not used for anything else.',
  },
  VIOMMU_DESTROY_FAILED: {
    severity: 'warning',
    summary: 'The host would not destroy a HWPT that nothing uses any more.',
    advice: 'Nothing: it is tried again.',
    explanation: 'EBUSY while somebody else still holds a reference is usual; the number is kept and tried again.',
  },
  VIOMMU_INVALIDATE_FAILED: {
    severity: 'error',
    summary: 'The host refused an invalidation of a first stage.',
    advice: 'Look at the errno: stale translations may be in use until the PASID is bound anew.',
    explanation:
      'When ranges are refused everything of the HWPT is invalidated instead. When that is refused as well nothing more can be ' +
      'done from here.',
  },
  VIOMMU_ENTRY_LIMIT: {
    severity: 'error',
    summary: 'The guest asks for more bindings than it may have.',
    advice: 'Raise the limit, or look at the guest.',
    explanation:
      'Every binding takes a HWPT and a domain id of the host, and a guest can ask for a million per device.',
  },
  VIOMMU_MEMORY_UNREADABLE: {
    severity: 'error',
    summary: 'Guest memory could not be read.',
    advice: 'Look at the source: the RAM file, or QEMU’s socket. Everything stays as it is until it answers again.',
    explanation:
      'A source that does not answer says nothing about the guest’s tables. No binding is removed for it, and the next event ' +
      'looks at everything that was missed.',
  },
  VIOMMU_STALE_ENTRY: {
    severity: 'warning',
    summary: 'A PASID was invalidated under another domain than its own, and its entry differs from what is bound.',
    advice: 'Look at the guest’s driver: it must invalidate the domain under which the entry was used.',
    explanation:
      'An invalidation concerns entries of its domain, cached or in memory. Hardware may go on using what it has cached for ' +
      'another domain, and so do we.',
  },
  VIOMMU_BAD_DESCRIPTOR: {
    severity: 'error',
    summary: 'The guest queued an invalidation descriptor that hardware stops at.',
    advice: 'Look at the guest’s driver.',
    explanation:
      'Unknown types, reserved bits, a reserved granularity, an address mask beyond MAMV, or PASID descriptors in a queue of ' +
      '128-bit descriptors set FSTS.IQE and stop the queue, until the guest clears it.',
  },
  VIOMMU_QUEUE_STOPPED: {
    severity: 'warning',
    summary: 'Descriptors were queued after one that stopped the queue.',
    advice: 'The guest must clear FSTS.IQE first; look at its driver.',
    explanation: 'A queue in error takes no descriptor, so what they ask for is not done.',
  },
  VIOMMU_MORE_PROBLEMS: {
    severity: 'warning',
    summary: 'One event had more problems than are told.',
    advice: 'Look at those that were told: the others are most likely of the same kind.',
    explanation: 'A guest can write a million wrong entries and then invalidate once. 256 problems are told per event.',
  },
  VIOMMU_PAGE_REQUEST: {
    severity: 'warning',
    summary: 'A page request or its answer went wrong.',
    advice: 'Look at the message; a device whose request is answered INVALID gives up the transfer.',
    explanation:
      'Every group of page requests gets an answer: the guest’s, or INVALID when it cannot be asked, does not answer within ten ' +
      'seconds, or the PASID is bound anew meanwhile. Answers that nobody waits for are dropped.',
  },
  VIOMMU_ROOT_MODE: {
    severity: 'warning',
    summary: 'The guest set a root table of a mode in which nothing is translated.',
    advice: 'Look at the guest’s driver.',
    explanation:
      'TTM 3 of RTADDR aborts every DMA request, and TTM 2 is reserved: every device is blocked, its RID included.',
  },
} as const satisfies Record<string, CatalogueEntry>;
