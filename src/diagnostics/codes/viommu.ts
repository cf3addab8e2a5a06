/** VIOMMU_*: requests of a guest's tables and descriptors that cannot be carried out, and calls that the host refused. */

import type { CatalogueEntry } from '../catalogue-entry.ts';

export const VIOMMU_CODES = {
  VIOMMU_NOT_OFFERED: {
    severity: 'warning',
    summary: 'A PASID entry uses a feature that the vIOMMU does not offer.',
    advice: 'Check the guest’s driver: it must use only the features in CAP and ECAP of its unit.',
    explanation:
      'The guest’s CAP and ECAP limit what a PASID entry may be: its type (PGTT), the levels of its first stage, supervisor ' +
      'requests (SRE) and the extended accessed flag (EAFE). Hardware reports a fault for any other entry (VT-d r5 §7.1.3, reasons 0x5a ' +
      'and 0x5b), so nothing is bound and a former binding is detached. Second stages (PGTT 2 and 3) are never bound, ' +
      'whatever ECAP.SSTS says: iommufd takes no second-stage table from a guest.',
  },
  VIOMMU_PASID_TOO_WIDE: {
    severity: 'warning',
    summary: 'A PASID entry is present beyond the PASIDs of the vIOMMU or of the device.',
    advice: 'Raise `pasidBits` when the device has more PASIDs; otherwise check the guest’s driver.',
    explanation:
      'PASIDs below 2^pasidBits of the vIOMMU and below 2^n of the device are bound, whichever is less. For a larger PASID the kernel ' +
      'answers EINVAL; for a device without PASIDs it answers success and programs nothing (drivers/iommu/iommu.c ' +
      '__iommu_set_group_pasid, 7.3). The entry is therefore not attached.',
  },
  VIOMMU_HOST_CANNOT: {
    severity: 'error',
    summary: 'The host cannot attach an entry that uses features offered to the guest.',
    advice:
      'Offer the guest only the features that the units of all its devices have, and make nest parents with IOMMU_HWPT_ALLOC_PASID.',
    explanation:
      'The kernel checks width and flags of a first stage only after it has removed the former entry, and leaves the device blocked ' +
      'when it refuses (drivers/iommu/intel/pasid.c intel_pasid_setup_nested, 7.3). CAP and ECAP of the host are therefore checked first. ' +
      'When they do not allow the entry, the former binding is detached and the entry is shown as failed.',
  },
  VIOMMU_HOST_FAILED: {
    severity: 'error',
    summary: 'The host refused to make or attach a HWPT for a guest’s PASID.',
    advice:
      'Look up the errno in `pasidctl explain VIOMMU_HOST_FAILED` and remove its cause; the attach is tried again after a while and at the next invalidation of the entry.',
    explanation:
      'A failed replace can remove the former entry from the hardware while iommufd still has it on record (drivers/iommu/intel/nested.c ' +
      'intel_nested_set_dev_pasid, 7.3). The PASID is therefore detached and shown as failed. ' +
      'EINVAL from an attach: the HWPT, or the HWPT of the RID, was made without IOMMU_HWPT_ALLOC_PASID, or the PASID is larger than ' +
      'the device supports. ENOSPC: the unit has no free domain id. EBUSY: the device is being reset.',
  },
  VIOMMU_DETACH_FAILED: {
    severity: 'error',
    summary: 'The host refused to detach a PASID that the guest has removed.',
    advice:
      'Check the errno in the message; the detach is tried again. Until it succeeds, the device can access the former tables.',
    explanation:
      'The entry and its HWPT are kept as a zombie, since the hardware may still use them. The PASID is not bound again before the ' +
      'detach has succeeded.',
  },
  VIOMMU_DESTROY_FAILED: {
    severity: 'warning',
    summary: 'The host refused to destroy a HWPT that has no binding any more.',
    advice: 'No action is needed: IOMMU_DESTROY is tried again.',
    explanation:
      'IOMMU_DESTROY answers EBUSY while another call still uses the HWPT (iommufd/main.c iommufd_object_remove, 7.3). The id of the ' +
      'HWPT is kept until a later IOMMU_DESTROY succeeds.',
  },
  VIOMMU_INVALIDATE_FAILED: {
    severity: 'error',
    summary: 'The host refused an invalidation of a first stage.',
    advice: 'Check the errno in the message, and have the guest unbind the PASID and bind it again.',
    explanation:
      'When the host refuses ranges, the whole HWPT is invalidated instead. When the host refuses that too, the device may use stale ' +
      'translations until the PASID is bound again.',
  },
  VIOMMU_ENTRY_LIMIT: {
    severity: 'error',
    summary: 'The guest has more PASID entries than can be bound for it.',
    advice:
      'Check why the guest has so many entries. A VMM can raise the limits `maxPerDevice` and `maxEntries` of the engine.',
    explanation:
      'Every binding takes a HWPT and a domain id of the host, and a guest can write a million entries for each device. The number of ' +
      'bindings is therefore limited; entries above the limit are not bound.',
  },
  VIOMMU_MEMORY_UNREADABLE: {
    severity: 'error',
    summary: 'Guest memory could not be read.',
    advice: 'Check the RAM file or QEMU’s socket. Existing bindings stay as they are until memory can be read again.',
    explanation:
      'The source of guest memory did not answer, so the contents of the guest’s tables are unknown. No binding is removed because of it. ' +
      'The next event reads all tables that could not be read.',
  },
  VIOMMU_STALE_ENTRY: {
    severity: 'warning',
    summary: 'A PASID was invalidated under another domain than its own, and its entry differs from what is bound.',
    advice: 'Check the guest’s driver: it must invalidate with the domain id that the entry had when it was used.',
    explanation:
      'A PASID-cache invalidation concerns entries of the domain that it names (VT-d r5 §6.5.2), cached or in memory. Hardware may ' +
      'continue to use an entry cached under another domain, and the binding stays as it is for the same reason.',
  },
  VIOMMU_BAD_DESCRIPTOR: {
    severity: 'error',
    summary: 'The guest queued an invalid invalidation descriptor.',
    advice: 'Check the guest’s driver; the message names the descriptor.',
    explanation:
      'Unknown types, reserved bits, a reserved granularity, an address mask above CAP.MAMV, or PASID descriptors in a queue of ' +
      '128-bit descriptors set FSTS.IQE and stop the queue until the guest clears FSTS.IQE (VT-d r5 §6.5.2).',
  },
  VIOMMU_QUEUE_STOPPED: {
    severity: 'warning',
    summary: 'The guest queued descriptors while its queue was stopped by an error.',
    advice: 'Check the guest’s driver: it must clear FSTS.IQE first.',
    explanation:
      'Hardware takes no descriptor from the queue while FSTS.IQE is set (VT-d r5 §6.5.2). The descriptors have no effect until the ' +
      'guest clears it. A replay shows with every stage how many there were: the bindings do not show what they asked for. A script ' +
      'clears the error with `{"op": "register", "name": "FSTS", "value": "0x10"}`.',
  },
  VIOMMU_MORE_PROBLEMS: {
    severity: 'warning',
    summary: 'One event caused more problems than are reported.',
    advice: 'Correct the problems that are reported; the others are probably of the same kind.',
    explanation:
      'A guest can write a million wrong entries and then invalidate once. At most 256 problems are reported for one event.',
  },
  VIOMMU_PAGE_REQUEST: {
    severity: 'warning',
    summary: 'A page request, its answer, or a call on its fault queue failed.',
    advice: 'Check the reason in the message, and the page-request handler of the guest.',
    explanation:
      'Every group of page requests is answered, since a device may wait for it: with the guest’s answer, or with INVALID when the guest ' +
      'cannot be asked, does not answer within ten seconds, or binds the PASID again meanwhile. A device that gets INVALID aborts the ' +
      'transfer. Answers to groups that are not waiting are dropped.',
  },
  VIOMMU_ROOT_MODE: {
    severity: 'warning',
    summary: 'The guest set a root table in a mode that translates nothing.',
    advice: 'Check the guest’s driver: it must write TTM 0 or 1 to RTADDR.',
    explanation:
      'TTM 3 of RTADDR aborts every DMA request, and TTM 2 is reserved: all devices are blocked, their RIDs included (VT-d r5 §11.4.5).',
  },
} as const satisfies Record<string, CatalogueEntry>;
