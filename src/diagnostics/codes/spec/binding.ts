/** SPEC_*: Bindings of PASIDs. */

import type { CatalogueEntry } from '../../catalogue-entry.ts';

export const SPEC_BINDING_CODES = {
  SPEC_BINDING_BEHIND_QEMU: {
    severity: 'error',
    summary: 'A binding from the spec is on a vIOMMU that QEMU holds.',
    advice: 'Use `from: guest`, or `holder: agent`.',
    explanation:
      "QEMU owns the iommufd of such a vIOMMU and attaches what the guest's own PASID tables say. pasidctl prepares the host and watches; it never attaches a PASID behind QEMU's back. With `from: guest` the binding says which PASIDs the guest may use.",
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
    summary: 'PASID 0 is to be bound.',
    advice: 'Start at PASID 1.',
    explanation:
      "VT-d and iommufd keep PASID 0 for traffic without a PASID, the RID. It is attached to the vIOMMU's memory when the device is.",
  },
  SPEC_PASID_OUT_OF_RANGE: {
    severity: 'error',
    summary: 'A PASID is too large for its vIOMMU.',
    advice: 'Use a smaller PASID, or a larger `pasidBits`.',
    explanation:
      "A vIOMMU with `pasidBits: 8` has PASIDs 1 to 255. The guest's PASID directory has no entry above, and neither the guest nor an invalidation of everything would ever reach it.",
  },
  SPEC_PASID_RANGE_REVERSED: {
    severity: 'error',
    summary: 'A range of PASIDs runs backwards.',
    advice: 'Write the smaller PASID first.',
    explanation: 'A range names its first and its last PASID, both included: `1-9`.',
  },
  SPEC_PASID_OVERLAP: {
    severity: 'error',
    summary: 'A PASID of a device has two bindings.',
    advice: 'Shrink one of the ranges, or remove one binding.',
    explanation:
      'A PASID of a device translates through one thing at a time: attaching a second one replaces the first. The message shows both places.',
  },
  SPEC_DOMAIN_RESERVED: {
    severity: 'error',
    summary: 'A binding has domain 0.',
    advice: 'Use a domain from 1 to 65535.',
    explanation:
      'VT-d keeps domain id 0 for entries that are cached as not present (caching mode), so that no invalidation of domain 0 would reach a binding.',
  },
  SPEC_LEVELS_DISAGREE: {
    severity: 'error',
    summary: '`levels` and `addressWidth` of a page table contradict each other.',
    advice: 'Remove one of the two.',
    explanation:
      'A table with 4 levels translates 48-bit addresses, one with 5 levels 57-bit addresses. Either field is enough.',
  },
  SPEC_PAGE_TABLE_UNALIGNED: {
    severity: 'error',
    summary: 'A page table is not at a multiple of 4KiB.',
    advice: 'Correct `pageTable`.',
    explanation: 'A table fills a page; the PASID-table entry has no room for the lower 12 bits of its address.',
  },
  SPEC_PAGE_TABLE_OUTSIDE_MEMORY: {
    severity: 'error',
    summary: "A page table is not in the guest's memory.",
    advice: 'Correct `pageTable`, or add the memory that holds it.',
    explanation:
      "The hardware reads the table through the guest's memory. Where none is mapped, every access of the device faults; the kernel would not say so beforehand.",
  },
  SPEC_WRITE_PROTECT_IGNORED: {
    severity: 'warning',
    summary: '`writeProtect` is set without `supervisor`.',
    advice: 'Set `supervisor: true`, or remove `writeProtect`.',
    explanation:
      'Write protection (WPE) is about supervisor requests; the kernel programs it only together with `supervisor` (SRE).',
  },
} as const satisfies Record<string, CatalogueEntry>;
