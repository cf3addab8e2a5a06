/** HOST_*, about the IOMMU units: what their CAP and ECAP registers lack. */

import type { CatalogueEntry } from '../catalogue-entry.ts';

export const HOST_UNIT_CODES = {
  HOST_IOMMU_OFF: {
    severity: 'error',
    summary: 'The machine has no IOMMU, or it is off.',
    advice: 'Enable VT-d in the firmware and boot with `intel_iommu=on,sm_on`.',
    explanation:
      '/sys/class/iommu is empty. Either VT-d is off in the firmware, or the kernel command line switches it off, or the kernel was built with VT-d off by default.',
  },
  HOST_UNITS_UNSEEN: {
    severity: 'error',
    summary: 'The assumed boot would start the IOMMU, whose units the machine does not show now.',
    advice: 'Boot so, and run `pasidctl doctor` again without the assumptions.',
    explanation:
      'While VT-d is off, /sys/class/iommu is empty: neither the registers of the units nor which device is behind which can be read, and PASIDs of devices are off. With --assume the kernel command line, the build options or the release no longer keep VT-d off, so the kernel would start it; whether the units can do what the spec needs shows after that boot.',
  },
  HOST_UNIT_NOT_VTD: {
    severity: 'error',
    summary: 'The IOMMU of a device is not an Intel VT-d unit.',
    advice: 'Use a machine with VT-d.',
    explanation:
      'A vIOMMU of model intel-iommu has page tables in the format of VT-d, which only a VT-d unit can read. /sys/class/iommu/<unit>/intel-iommu exists for VT-d units only.',
  },
  HOST_UNIT_UNREAD: {
    severity: 'error',
    summary: 'The registers of an IOMMU unit could not be read.',
    advice:
      'Run on the machine itself, or record it anew with `pasidctl inventory -o yaml`. A unit that reads as ones has lost its power: restart the machine.',
    explanation:
      '/sys/class/iommu/<unit>/intel-iommu/cap and ecap hold the capability registers as bare hexadecimal numbers, which every user can read. Whether the unit has scalable mode, PASIDs, nesting and tables that are wide enough is read from them. A file that is absent or no number tells none of it, and neither does 0 or a number of ones, which no unit has: the kernel ignores such a unit (drivers/iommu/intel/dmar.c, 7.3).',
  },
  HOST_NO_SCALABLE_MODE: {
    severity: 'error',
    summary: 'The IOMMU unit has no scalable mode.',
    advice: 'Use a machine whose VT-d units have scalable mode (ECAP.SMTS).',
    explanation:
      'PASID tables, first-stage translation and nesting exist in scalable mode only (VT-d r5 §3.4.3, ECAP bit 43).',
  },
  HOST_SCALABLE_MODE_OFF: {
    severity: 'error',
    summary: 'The IOMMU unit could do scalable mode, and the kernel runs it in legacy mode.',
    advice: 'Boot with `intel_iommu=on,sm_on`, and without a later `sm_off`.',
    explanation:
      'In legacy mode a unit has neither PASIDs nor nesting. `intel_iommu=sm_on` and `sm_off` decide, the last of them; without both the build option CONFIG_INTEL_IOMMU_SCALABLE_MODE_DEFAULT_ON does (drivers/iommu/intel/iommu.c intel_iommu_setup, 7.3). PASID Enable of a function behind the unit is the proof: the kernel sets it in scalable mode only. The message says which of them decided.',
  },
  HOST_SCALABLE_MODE_UNSURE: {
    severity: 'warning',
    summary: 'Nothing that could be read shows whether scalable mode is on.',
    advice: 'Boot with `intel_iommu=on,sm_on`.',
    explanation:
      'Without `sm_on` or `sm_off` the build option CONFIG_INTEL_IOMMU_SCALABLE_MODE_DEFAULT_ON decides, which could be read neither from /proc/config.gz nor from /boot, and no function behind the unit shows PASID Enable = 1. When it is off, the kernel refuses nest parents with EOPNOTSUPP and reports no PASIDs for devices. Apply detects both and undoes what it did.',
  },
  HOST_NO_NESTING: {
    severity: 'error',
    summary: 'The IOMMU unit has no nested translation.',
    advice: 'Set `firstStage: false`, or use a machine whose VT-d units have nested translation (ECAP.NEST).',
    explanation:
      'First-stage HWPTs are made on a nest parent. When ECAP bit 26 is clear, the kernel refuses to make one with EOPNOTSUPP: drivers/iommu/intel/iommu.c intel_iommu_domain_alloc_second_stage (7.3).',
  },
  HOST_NO_SECOND_STAGE: {
    severity: 'error',
    summary: 'The IOMMU unit has no second-stage translation in scalable mode.',
    advice: 'Set `firstStage: false`, or use a machine whose VT-d units have a second stage (ECAP.SSTS).',
    explanation: 'A nest parent is a second-stage page table, which needs ECAP bit 46.',
  },
  HOST_NO_FIRST_STAGE: {
    severity: 'error',
    summary: 'The IOMMU unit has no first-stage translation.',
    advice: 'Set `firstStage: false`, or use a machine whose VT-d units have a first stage (ECAP.FSTS).',
    explanation: 'The hardware reads guest page tables as first-stage tables, which needs ECAP bit 47.',
  },
  HOST_NO_STAGE: {
    severity: 'error',
    summary: 'The IOMMU unit has no translation of either stage in scalable mode.',
    advice: 'Use a machine whose VT-d units have a first or a second stage (ECAP.FSTS, ECAP.SSTS).',
    explanation:
      'With `firstStage: false` the kernel makes the table of guest memory a first stage where ECAP bit 47 is set, otherwise a second stage where bit 46 is set. With neither it fails with EOPNOTSUPP: drivers/iommu/intel/iommu.c intel_iommu_domain_alloc_paging_flags (7.3).',
  },
  HOST_UNIT_NO_PASID: {
    severity: 'error',
    summary: 'The IOMMU unit has no PASIDs.',
    advice: 'Set `pasidBits: 0` and remove the bindings, or use a machine whose VT-d units have PASIDs (ECAP.PASID).',
    explanation:
      'Without ECAP bit 40 every device behind the unit has 0 PASIDs. The kernel accepts PASID attachments for such a device and programs nothing: drivers/iommu/iommu.c __iommu_set_group_pasid (7.3).',
  },
  HOST_PASID_BITS_TOO_WIDE: {
    severity: 'error',
    summary: '`pasidBits` is larger than the PASID width of the IOMMU unit.',
    advice: 'Lower `pasidBits` to the width that the message names.',
    explanation:
      'A unit supports PASIDs of ECAP.PSS + 1 bits. A guest could use PASIDs that the unit cannot carry. QEMU refuses to start with more bits too.',
  },
  HOST_NO_1G_PAGES: {
    severity: 'error',
    summary: 'The vIOMMU offers first-stage 1 GiB pages, which the IOMMU unit does not have.',
    advice: 'Set `firstStage1GPages: false` for the vIOMMU.',
    explanation:
      'A guest that sees CAP.FS1GP may use 1 GiB pages in its tables. A unit without CAP bit 56 cannot translate through them.',
  },
  HOST_NO_5_LEVEL: {
    severity: 'error',
    summary: 'A binding has a 57-bit table, and the IOMMU unit supports 48 bits only.',
    advice: 'Use 48-bit tables (4 levels).',
    explanation:
      'The kernel accepts any width when the HWPT is made. It refuses 57 bits without CAP.FS5LP (bit 60) only at the attach, after it has removed the former entry: drivers/iommu/intel/pasid.c intel_pasid_setup_nested (7.3).',
  },
  HOST_NO_SUPERVISOR: {
    severity: 'error',
    summary: 'A binding allows supervisor requests, which the IOMMU unit does not have.',
    advice: 'Set `supervisor: false` in the binding.',
    explanation:
      'SRE needs ECAP.SRS (bit 31). The kernel checks it only at the attach, after it has removed the former entry: drivers/iommu/intel/pasid.c intel_pasid_setup_nested (7.3).',
  },
  HOST_NO_EXTENDED_ACCESS: {
    severity: 'error',
    summary: 'A binding uses the extended accessed flag, which the IOMMU unit does not have.',
    advice: 'Set `extendedAccess: false` in the binding.',
    explanation:
      'EAFE needs ECAP.EAFS (bit 34). The kernel checks it only at the attach, after it has removed the former entry: drivers/iommu/intel/pasid.c intel_pasid_setup_nested (7.3).',
  },
  HOST_ADDRESS_WIDTH: {
    severity: 'error',
    summary: '`addressWidth` is larger than what the IOMMU unit maps.',
    advice: 'Lower `addressWidth`, and place guest memory below it.',
    explanation:
      'The width of second-stage tables is limited by the widest walk in CAP.SAGAW and by CAP.MGAW + 1. QEMU refuses an `aw-bits` above that of the host too.',
  },
  HOST_DOMAINS_EXHAUSTED: {
    severity: 'error',
    summary: 'The IOMMU unit has too few free domain ids.',
    advice: 'Use one page table for several bindings, remove bindings, or stop other users of the unit.',
    explanation:
      'Every nest parent and every first-stage HWPT takes one domain id of its unit, which has 2^(4 + 2·CAP.ND). When none is left, an attach fails with ENOSPC: drivers/iommu/intel/iommu.c domain_attach_iommu (7.3).',
  },
} as const satisfies Record<string, CatalogueEntry>;
