/** SPEC_*: Bindings of PASIDs. */

import type { CatalogueEntry } from '../../catalogue-entry.ts';

export const SPEC_BINDING_CODES = {
  SPEC_BINDING_BEHIND_QEMU: {
    severity: 'error',
    summary: 'A binding without `from: guest` is on a vIOMMU with `holder: qemu`.',
    advice: 'Write `from: guest` in the binding, or set `holder: agent` for the vIOMMU.',
    explanation:
      "With `holder: qemu` QEMU owns the iommufd and attaches what the guest's own PASID tables ask for. pasidctl prepares the host and attaches no PASID of such a vIOMMU, so `firstStage` and `passThrough` cannot be carried out. With `from: guest` the binding states which PASIDs the guest may use.",
  },
  SPEC_GUEST_NEEDS_QEMU: {
    severity: 'error',
    summary: 'A binding has `from: guest` on a vIOMMU with `holder: agent`.',
    advice: 'Set `holder: qemu` for the vIOMMU, or bind the PASIDs with `firstStage` or `passThrough`.',
    explanation:
      "With `from: guest` the guest's own PASID tables decide what each PASID is attached to. QEMU reads these tables and attaches the PASIDs. With `holder: agent` no VMM reads them: pasidctl attaches only what the spec states, so none of these PASIDs would be attached. `holder` is `agent` unless the spec sets it.",
  },
  SPEC_PASID_ZERO: {
    severity: 'error',
    summary: 'A binding includes PASID 0.',
    advice: 'Start the range at PASID 1.',
    explanation:
      "VT-d and iommufd use PASID 0 for requests without a PASID, which is the RID (linux/iommu.h IOMMU_NO_PASID). The RID is attached to the vIOMMU's memory together with the device and needs no binding.",
  },
  SPEC_PASID_OUT_OF_RANGE: {
    severity: 'error',
    summary: 'A PASID is too large for its vIOMMU.',
    advice: 'Use a smaller PASID, or a larger `pasidBits`.',
    explanation:
      "A vIOMMU with `pasidBits: 8` has PASIDs 1 to 255: the guest's PASID directory (VT-d r5 §9.5) has no entry for a larger one. Guest invalidations would not reach such a PASID.",
  },
  SPEC_PASID_RANGE_REVERSED: {
    severity: 'error',
    summary: 'A range of PASIDs ends before it starts.',
    advice: 'Write the smaller PASID first.',
    explanation: 'A range names its first and its last PASID, both included: `1-9`.',
  },
  SPEC_PASID_OVERLAP: {
    severity: 'error',
    summary: 'A PASID of a device has two bindings.',
    advice: 'Shrink one of the ranges, or remove one binding.',
    explanation:
      'A PASID of a device translates through one page table at a time: attaching a second one replaces the first. The message names the places of both bindings.',
  },
  SPEC_DOMAIN_RESERVED: {
    severity: 'error',
    summary: 'A binding has domain 0.',
    advice: 'Use a domain from 1 to 65535.',
    explanation:
      'With caching mode, VT-d uses domain id 0 for cached entries that are not present (CAP.CM). Invalidations for domain 0 would not reach the binding.',
  },
  SPEC_LEVELS_DISAGREE: {
    severity: 'error',
    summary: '`levels` and `addressWidth` of a page table contradict each other.',
    advice: 'Remove one of the two fields.',
    explanation:
      'A table with 4 levels translates 48-bit addresses, one with 5 levels 57-bit addresses. Either field is enough.',
  },
  SPEC_PAGE_TABLE_UNALIGNED: {
    severity: 'error',
    summary: 'The address of a page table is not a multiple of 4KiB.',
    advice: 'Correct `pageTable`.',
    explanation:
      'A table fills one page of 4 KiB. FSPTPTR of the PASID-table entry holds bits 63:12 of the address only (VT-d r5 §9.6).',
  },
  SPEC_PAGE_TABLE_OUTSIDE_MEMORY: {
    severity: 'error',
    summary: "A page table is outside the guest's memory.",
    advice: 'Correct `pageTable`, or add the region that holds the table to `memory`.',
    explanation:
      "The hardware reads the table through the guest's memory. Where no memory is mapped, every access of the device faults. The kernel does not check the address, neither when the HWPT is made nor when it is attached.",
  },
  SPEC_WRITE_PROTECT_IGNORED: {
    severity: 'warning',
    summary: '`writeProtect` is set without `supervisor`.',
    advice: 'Set `supervisor: true`, or remove `writeProtect`.',
    explanation:
      'Write protection (WPE) concerns supervisor requests. The kernel programs WPE only together with `supervisor` (SRE): drivers/iommu/intel/pasid.c intel_pasid_setup_nested (7.3).',
  },
} as const satisfies Record<string, CatalogueEntry>;
