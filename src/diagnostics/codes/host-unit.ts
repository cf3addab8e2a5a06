/** HOST_*, about the IOMMU units: what their CAP and ECAP registers lack. */

import type { CatalogueEntry } from '../catalogue-entry.ts';

export const HOST_UNIT_CODES = {
  HOST_IOMMU_OFF: {
    severity: 'error',
    summary: 'The machine has no IOMMU, or it is off.',
    advice: 'Enable VT-d in the firmware and boot with `intel_iommu=on,sm_on`.',
    explanation:
      '/sys/class/iommu is empty: the firmware hides VT-d, the kernel command line switches it off, or the kernel was built to leave it off by default.',
  },
  HOST_UNIT_NOT_VTD: {
    severity: 'error',
    summary: 'The IOMMU of a device is not an Intel VT-d unit.',
    advice: 'Use a machine with VT-d: a vIOMMU of model intel-iommu nests only on that.',
    explanation:
      'First-stage page tables are walked by hardware in the format of the unit. /sys/class/iommu/<unit>/intel-iommu exists for VT-d units only.',
  },
  HOST_NO_SCALABLE_MODE: {
    severity: 'error',
    summary: 'The IOMMU unit cannot do scalable mode.',
    advice: 'Use a machine whose VT-d has scalable mode (ECAP.SMTS).',
    explanation:
      'PASID tables, first-stage translation and nesting exist in scalable mode only (VT-d §3.4.3, ECAP bit 43).',
  },
  HOST_SCALABLE_MODE_OFF: {
    severity: 'error',
    summary: 'Scalable mode is switched off on the kernel command line.',
    advice: 'Boot with `intel_iommu=on,sm_on` instead of `sm_off`.',
    explanation: 'With `intel_iommu=sm_off` the kernel runs its units in legacy mode, without PASIDs and nesting.',
  },
  HOST_SCALABLE_MODE_UNSURE: {
    severity: 'warning',
    summary: 'Nothing on the kernel command line switches scalable mode on.',
    advice: 'Boot with `intel_iommu=on,sm_on` to be sure.',
    explanation:
      'Without `sm_on` or `sm_off` the kernel’s CONFIG_INTEL_IOMMU_SCALABLE_MODE_DEFAULT_ON decides, which cannot be read from /sys. When it is off, nest parents are refused with EOPNOTSUPP and devices report no PASIDs; apply notices both and undoes what it did.',
  },
  HOST_NO_NESTING: {
    severity: 'error',
    summary: 'The IOMMU unit cannot nest.',
    advice: 'Set `firstStage: false`, or use a machine whose VT-d has nested translation (ECAP.NEST).',
    explanation:
      'First-stage tables are put over a nest parent, which the kernel refuses with EOPNOTSUPP when ECAP bit 26 is clear.',
  },
  HOST_NO_SECOND_STAGE: {
    severity: 'error',
    summary: 'The IOMMU unit has no second-stage translation in scalable mode.',
    advice: 'Set `firstStage: false`, or use a machine whose VT-d has it (ECAP.SSTS).',
    explanation: 'Nest parents are second-stage page tables (ECAP bit 46).',
  },
  HOST_NO_FIRST_STAGE: {
    severity: 'error',
    summary: 'The IOMMU unit has no first-stage translation.',
    advice: 'Set `firstStage: false`, or use a machine whose VT-d has it (ECAP.FSTS).',
    explanation: 'Guest page tables are walked as first-stage tables (ECAP bit 47).',
  },
  HOST_UNIT_NO_PASID: {
    severity: 'error',
    summary: 'The IOMMU unit has no PASIDs.',
    advice: 'Set `pasidBits: 0` and remove the bindings, or use a machine whose VT-d has PASIDs (ECAP.PASID).',
    explanation:
      'Without ECAP bit 40 every device behind the unit has 0 PASIDs, and the kernel accepts PASID attachments without doing anything.',
  },
  HOST_PASID_BITS_TOO_WIDE: {
    severity: 'error',
    summary: 'pasidBits is wider than the IOMMU unit’s PASIDs.',
    advice: 'Lower `pasidBits` to what the unit has.',
    explanation: 'A unit carries PASIDs of ECAP.PSS + 1 bits. QEMU refuses to start with more, and so do we.',
  },
  HOST_NO_1G_PAGES: {
    severity: 'error',
    summary: 'First-stage 1 GiB pages are wanted, and the IOMMU unit has none.',
    advice: 'Set `firstStage1GPages: false` on the vIOMMU.',
    explanation:
      'A guest that sees FS1GP may use 1 GiB pages in its tables, which the host unit could not walk (CAP bit 56).',
  },
  HOST_NO_5_LEVEL: {
    severity: 'error',
    summary: 'A 57-bit first stage is wanted, and the IOMMU unit walks 48 bits only.',
    advice: 'Use 48-bit tables (4 levels).',
    explanation:
      'The kernel accepts any width when the HWPT is made and refuses 57 bits without CAP.FS5LP (bit 60) at attach, after it took down what was attached before.',
  },
  HOST_NO_SUPERVISOR: {
    severity: 'error',
    summary: 'A binding allows supervisor requests, and the IOMMU unit has none.',
    advice: 'Set `supervisor: false` on the binding.',
    explanation:
      'SRE needs ECAP.SRS (bit 31); the kernel checks that only at attach, after the teardown of the old entry.',
  },
  HOST_NO_EXTENDED_ACCESS: {
    severity: 'error',
    summary: 'A binding uses the extended accessed flag, and the IOMMU unit has none.',
    advice: 'Set `extendedAccess: false` on the binding.',
    explanation:
      'EAFE needs ECAP.EAFS (bit 34); the kernel checks that only at attach, after the teardown of the old entry.',
  },
  HOST_ADDRESS_WIDTH: {
    severity: 'error',
    summary: 'The guest address width is beyond what the IOMMU unit maps.',
    advice: 'Lower `addressWidth`, and place guest memory below it.',
    explanation:
      'Second-stage tables reach as far as the widest walk in CAP.SAGAW and CAP.MGAW + 1 allow. QEMU refuses `aw-bits` beyond the host’s.',
  },
  HOST_DOMAINS_EXHAUSTED: {
    severity: 'error',
    summary: 'The IOMMU unit has too few free domain ids.',
    advice: 'Share page tables between bindings, remove bindings, or free domains elsewhere on the machine.',
    explanation:
      'Every HWPT of guest memory and every first-stage HWPT takes one domain id on its unit, of 2^(4 + 2·CAP.ND). The kernel answers ENOSPC when none is left.',
  },
} as const satisfies Record<string, CatalogueEntry>;
