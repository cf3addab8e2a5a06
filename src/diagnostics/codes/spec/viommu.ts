/** SPEC_*: Settings of a vIOMMU against each other. */

import type { CatalogueEntry } from '../../catalogue-entry.ts';

export const SPEC_VIOMMU_CODES = {
  SPEC_VIOMMU_WITHOUT_DEVICES: {
    severity: 'warning',
    summary: 'A vIOMMU has no devices.',
    advice: 'Add devices, or remove the vIOMMU.',
    explanation:
      'A vIOMMU without devices makes an empty address space that nothing uses: nest parents are made through a device.',
  },
  SPEC_PASIDS_WITHOUT_FIRST_STAGE: {
    severity: 'warning',
    summary: 'A vIOMMU has PASIDs, but no first stage.',
    advice: 'Set `firstStage: true`, or `pasidBits: 0`.',
    explanation:
      'QEMU accepts `pasid-bits` without `fsts`, but then PASIDs exist for emulated devices only: no PASID of a passed-through device is ever attached. It is a warning while no binding asks for one.',
  },
  SPEC_FIRST_STAGE_OFF: {
    severity: 'error',
    summary: 'A vIOMMU has bindings, but no first stage.',
    advice: 'Set `firstStage: true` for the vIOMMU.',
    explanation:
      "Bindings of PASIDs hang on a nest parent, the hardware page table of the guest's memory, which a vIOMMU has only with first-stage translation (`fsts` in QEMU). That holds for pass-through bindings too: they attach the nest parent itself.",
  },
  SPEC_PASIDS_OFF: {
    severity: 'error',
    summary: 'A vIOMMU has bindings, but `pasidBits` is 0.',
    advice: 'Set `pasidBits` to the number of bits that the largest PASID needs, at most 20.',
    explanation:
      '`pasidBits: 0`, the default, switches PASIDs off: the hardware page tables are made without the PASID flag, and the kernel refuses to attach a PASID to them (EINVAL).',
  },
  SPEC_SVM_NEEDS_DEVICE_IOTLB: {
    severity: 'error',
    summary: '`svm` is set without `deviceIotlb`.',
    advice: 'Set `deviceIotlb: true`, or `svm: false`.',
    explanation:
      'Shared virtual memory lets devices ask for translations of process addresses (ATS) and for pages (PRI). Both work through the device IOTLB. QEMU refuses the combination too.',
  },
  SPEC_SVM_NEEDS_FIRST_STAGE: {
    severity: 'error',
    summary: '`svm` is set without `firstStage`.',
    advice: 'Set `firstStage: true`, or `svm: false`.',
    explanation: 'Process page tables are first-stage tables. QEMU refuses the combination too.',
  },
  SPEC_SVM_NEEDS_PASIDS: {
    severity: 'error',
    summary: '`svm` is set with `pasidBits: 0`.',
    advice: 'Set `pasidBits` to 1 or more, or `svm: false`.',
    explanation: 'A process is named by its PASID. QEMU refuses the combination too.',
  },
  SPEC_ADDRESS_WIDTH_TOO_SMALL: {
    severity: 'error',
    summary: 'A first stage with 39-bit addresses.',
    advice: 'Set `addressWidth: 48`.',
    explanation:
      'First-stage tables of VT-d have four levels (48 bits) or five (57). 39 bits, three levels, exist for second-stage tables only. QEMU accepts only 48 with `fsts`.',
  },
  SPEC_ADDRESS_WIDTH_NOT_IN_QEMU: {
    severity: 'error',
    summary: 'A vIOMMU that QEMU holds has 57-bit addresses.',
    advice: 'Set `addressWidth: 48`.',
    explanation: "`aw-bits` of QEMU's intel-iommu is 39 or 48, and only 48 with `fsts`.",
  },
  SPEC_CACHING_MODE_OFF: {
    severity: 'warning',
    summary: 'Caching mode is off.',
    advice: 'Remove `cachingMode: false`.',
    explanation:
      'Caching mode makes a guest report new mappings, not only changed ones. Without it nobody learns what a guest maps; with bindings from the spec alone that does no harm.',
  },
  SPEC_QEMU_NEEDS_CACHING_MODE: {
    severity: 'error',
    summary: 'Caching mode is off for a vIOMMU that QEMU holds.',
    advice: 'Remove `cachingMode: false`.',
    explanation:
      'QEMU refuses every passed-through device behind an intel-iommu without `caching-mode=on`, since the guest would not report new mappings.',
  },
} as const satisfies Record<string, CatalogueEntry>;
