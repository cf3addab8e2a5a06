/** HOST_*, about what a device has and Linux must have switched on: PASIDs, ATS and page requests. */

import type { CatalogueEntry } from '../catalogue-entry.ts';

export const HOST_SWITCH_CODES = {
  HOST_PASID_OFF: {
    severity: 'error',
    summary: 'PASIDs of a device are switched off, so that attaching them would do nothing.',
    advice: 'Mend the cause that the message names, or remove the bindings of this device.',
    explanation:
      'VT-d switches PASIDs on when it probes a function (drivers/iommu/intel/iommu.c intel_iommu_probe_finalize, 7.3; intel_iommu_probe_device, 6.12): PASID capability 0x1b, control register, bit 0; a VF uses its PF’s. It does so in scalable mode only, and pci_enable_pasid() (drivers/pci/ats.c) wants End-End TLP prefixes (DEVCAP2 bit 21) and ACS request redirection and upstream forwarding on the whole way to the root. Root and downstream ports need ACS, functions of multi-function devices too; single-function endpoints, upstream ports and Intel’s integrated endpoints do not. When it fails the driver prints nothing. A later attach looks at the unit only (intel_iommu_set_dev_pasid): it succeeds, GET_HW_INFO reports a width, and the device sends no request with a PASID.',
  },
  HOST_SWITCHES_UNKNOWN: {
    severity: 'warning',
    summary: 'Whether PASIDs or page requests of a device are switched on is not known.',
    advice:
      'Write the machine file again with this pasidctl, as root. On a vendor’s kernel, look at `PASIDCtl` in `lspci -vv` once the device is attached.',
    explanation:
      'Machine files of earlier versions do not have the Enable bit of the PASID capability. Kernels before 6.12 set it at each attach and clear it at the detach (drivers/iommu/intel/iommu.c dmar_domain_attach_device, 6.1), so that 0 says nothing; a vendor’s kernel with an old number may do either.',
  },
  HOST_PAGE_REQUESTS_OFF: {
    severity: 'error',
    summary: 'A vIOMMU has `svm: true`, but ATS or page requests of the device are switched off.',
    advice: 'Set `svm: false`, or mend the cause that the message names.',
    explanation:
      'In scalable mode VT-d switches on ATS (capability 0x0f, control bit 15) and then PRI (0x13, control bit 0) when it probes a function: drivers/iommu/intel/iommu.c iommu_enable_pci_ats, iommu_enable_pci_pri (7.3). `pci=noats`, an external port, firmware tables and quirks keep ATS off (drivers/pci/ats.c pci_ats_supported), and PRI needs ATS. A HWPT with a fault queue is then refused with ENODEV (intel/iommu.h iopf_for_domain_set).',
  },
  HOST_AMD_NO_PASID: {
    severity: 'error',
    summary: 'The device is behind an AMD IOMMU, for which Linux attaches no PASIDs through iommufd.',
    advice: 'Use a machine with VT-d; here devices work in guests without PASIDs (`pasidBits: 0`, no bindings).',
    explanation:
      'AMD’s page tables have no set_dev_pasid operation (drivers/iommu/amd/iommu.c, 7.3), so that a PASID attach answers EOPNOTSUPP, although a HWPT with IOMMU_HWPT_ALLOC_PASID can be made. Guests of AMD machines have PASIDs in tables of their own (GCR3). That PASID Enable is 0 says nothing there.',
  },
  HOST_VARIANT_DRIVER: {
    severity: 'warning',
    summary: 'A device is on a variant of vfio-pci, from which the plan takes it.',
    advice: 'Leave the device out of the spec if what that driver adds, such as live migration, is needed.',
    explanation:
      'mlx5_vfio_pci, qat_vfio_pci, xe-vfio-pci and the like make VFIO devices that can be migrated, but only those of vfio-pci have the PASID operations (drivers/vfio/pci/vfio_pci.c vfio_pci_ops, 7.3): with a variant a PASID attach answers EOPNOTSUPP.',
  },
} as const satisfies Record<string, CatalogueEntry>;
