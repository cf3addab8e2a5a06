/** SPEC_*: Settings of a vIOMMU that contradict each other. */

import type { CatalogueEntry } from '../../catalogue-entry.ts';

export const SPEC_VIOMMU_CODES = {
  SPEC_VIOMMU_WITHOUT_DEVICES: {
    severity: 'warning',
    summary: 'A vIOMMU has no devices.',
    advice: 'Add devices, or remove the vIOMMU.',
    explanation:
      'IOMMU_HWPT_ALLOC makes a page table for a device. A vIOMMU without devices is an address space without a page table, which nothing uses.',
  },
  SPEC_PASIDS_WITHOUT_FIRST_STAGE: {
    severity: 'warning',
    summary: 'A vIOMMU has PASIDs, but no first stage.',
    advice: 'Set `firstStage: true`, or `pasidBits: 0`.',
    explanation:
      'QEMU accepts `pasid-bits` without `fsts`, but then PASIDs exist for emulated devices only: no PASID of a passed-through device is attached. This is a warning as long as no binding uses the vIOMMU.',
  },
  SPEC_FIRST_STAGE_OFF: {
    severity: 'error',
    summary: 'A vIOMMU has bindings, but no first stage.',
    advice: 'Set `firstStage: true` for the vIOMMU.',
    explanation:
      "PASIDs are attached to a nest parent, which is the HWPT of the guest's memory, or to a first-stage HWPT above it. A vIOMMU has a nest parent only with first-stage translation (`fsts` in QEMU). Pass-through bindings need it too: they attach the nest parent itself.",
  },
  SPEC_PASIDS_OFF: {
    severity: 'error',
    summary: 'A vIOMMU has bindings, but `pasidBits` is 0.',
    advice: 'Set `pasidBits` to the number of bits that the largest PASID needs, at most 20.',
    explanation:
      '`pasidBits: 0`, the default, switches PASIDs off: HWPTs are made without IOMMU_HWPT_ALLOC_PASID, and the kernel refuses to attach a PASID to them (EINVAL): iommufd/device.c iommufd_hwpt_pasid_compat (7.3).',
  },
  SPEC_SVM_NEEDS_DEVICE_IOTLB: {
    severity: 'error',
    summary: '`svm` is set without `deviceIotlb`.',
    advice: 'Set `deviceIotlb: true`, or `svm: false`.',
    explanation:
      'With shared virtual memory a device requests translations of process addresses (ATS) and missing pages (PRI). Both need the device IOTLB. QEMU refuses the combination too.',
  },
  SPEC_SVM_NEEDS_FIRST_STAGE: {
    severity: 'error',
    summary: '`svm` is set without `firstStage`.',
    advice: 'Set `firstStage: true`, or `svm: false`.',
    explanation:
      'With shared virtual memory a device uses the page tables of processes, which are first-stage tables. QEMU refuses the combination too.',
  },
  SPEC_SVM_NEEDS_PASIDS: {
    severity: 'error',
    summary: '`svm` is set with `pasidBits: 0`.',
    advice: 'Set `pasidBits` to 1 or more, or `svm: false`.',
    explanation: 'With shared virtual memory each process has a PASID of its own. QEMU refuses the combination too.',
  },
  SPEC_ADDRESS_WIDTH_TOO_SMALL: {
    severity: 'error',
    summary: 'A vIOMMU with a first stage has 39-bit addresses.',
    advice: 'Set `addressWidth: 48`.',
    explanation:
      'First-stage tables of VT-d have four levels (48 bits) or five (57 bits). Three levels (39 bits) exist for second-stage tables only. QEMU accepts only 48 with `fsts`.',
  },
  SPEC_ADDRESS_WIDTH_NOT_IN_QEMU: {
    severity: 'error',
    summary: 'A vIOMMU with `holder: qemu` has 57-bit addresses.',
    advice: 'Set `addressWidth: 48`.',
    explanation: "`aw-bits` of QEMU's intel-iommu is 39 or 48, and only 48 with `fsts`.",
  },
  SPEC_CACHING_MODE_OFF: {
    severity: 'warning',
    summary: 'Caching mode is off.',
    advice: 'Remove `cachingMode: false`.',
    explanation:
      'With caching mode a guest also invalidates when it adds an entry to its tables; without it, only when it changes or removes one. pasidctl and QEMU learn of new entries from these invalidations. When all bindings are written in the spec, caching mode is not needed.',
  },
  SPEC_QEMU_NEEDS_CACHING_MODE: {
    severity: 'error',
    summary: 'Caching mode is off for a vIOMMU with `holder: qemu`.',
    advice: 'Remove `cachingMode: false`.',
    explanation:
      'QEMU refuses every passed-through device behind an intel-iommu without `caching-mode=on`, since the guest would not invalidate for new mappings and QEMU would miss them.',
  },
} as const satisfies Record<string, CatalogueEntry>;
