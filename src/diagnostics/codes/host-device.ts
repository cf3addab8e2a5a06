/** HOST_*, about one device of the spec: present, of the expected identity, free, and with the capabilities that it needs. */

import type { CatalogueEntry } from '../catalogue-entry.ts';

export const HOST_DEVICE_CODES = {
  HOST_DEVICE_MISSING: {
    severity: 'error',
    summary: 'No PCI function is at the address of a device.',
    advice: 'Compare the address with `pasidctl inventory`, and correct `address` of the device.',
    explanation:
      'Every device of a spec names a function below /sys/bus/pci/devices. PCI addresses change when cards are added or moved. When the device has an identity guard (`expect`), the message names functions of the same identity at other addresses.',
  },
  HOST_DEVICE_MISMATCH: {
    severity: 'error',
    summary: 'The function at the address is not the expected one.',
    advice: 'Correct `address`, or correct `expect` when the device was replaced on purpose.',
    explanation:
      'The identity guard `expect: {vendor, device}` compares the vendor and device id of the function. It prevents pasidctl from taking another device that is at the address after a hardware change.',
  },
  HOST_DEVICE_IS_BRIDGE: {
    severity: 'error',
    summary: 'A device is a bridge, which cannot be assigned.',
    advice: 'Name the function behind the bridge in `address` instead.',
    explanation:
      'vfio-pci binds endpoints (header type 0) only: drivers/vfio/pci/vfio_pci_core.c vfio_pci_core_register_device (7.3). PCI bridges, ports of switches and root ports carry the traffic of all devices behind them.',
  },
  HOST_GUEST_RUNS: {
    severity: 'error',
    summary: 'The plan would take a device from a running guest.',
    advice: 'Unplug the device from the guest, or end the guest; or list the device in its vIOMMU again.',
    explanation:
      'With `from: guest` an engine attaches the PASIDs of a device as the guest’s tables say. While it runs, the device and the nest parent of its unit cannot be given back: the kernel refuses to free a nest parent that first stages of the guest use (EBUSY).',
  },
  HOST_GUEST_HAS_PASID: {
    severity: 'error',
    summary: 'The spec binds a PASID that a running guest has attached.',
    advice: 'Choose another PASID in the spec, or let the guest give it up first.',
    explanation:
      'A PASID of a device is attached to one HWPT. The spec and the tables of the guest would attach it to theirs in turn, each detaching the other.',
  },
  HOST_DEVICE_NO_IOMMU: {
    severity: 'error',
    summary: 'A device is not behind an IOMMU unit, although the machine has one.',
    advice:
      'Look for the device in the DMAR messages of `dmesg`. Remove `intel_iommu=igfx_off` if it is set; otherwise update the firmware.',
    explanation:
      'The link /sys/bus/pci/devices/<address>/iommu names the unit that translates a function. It is missing when no unit of the firmware’s DMAR table covers the device, or when the kernel does not translate it (`intel_iommu=igfx_off`).',
  },
  HOST_DEVICE_BEHIND_PCI_BRIDGE: {
    severity: 'error',
    summary: 'A device is behind a conventional PCI bridge, so its requests carry the bridge’s address.',
    advice: 'Move the card to a PCIe slot, or set `firstStage: false` and `pasidBits: 0` for its vIOMMU.',
    explanation:
      'Below a conventional bridge all devices share requester ids, and PASID prefixes cannot pass the bridge. QEMU refuses first-stage translation for such devices too.',
  },
  HOST_CAPABILITIES_UNKNOWN: {
    severity: 'error',
    summary: 'The PASID capability of a device could not be read.',
    advice: 'Run pasidctl as root: extended configuration space needs CAP_SYS_ADMIN. Write a machine file as root too.',
    explanation:
      'The kernel accepts PASID attachments for a device without the PASID capability and programs nothing (drivers/iommu/iommu.c __iommu_set_group_pasid, 7.3). pasidctl therefore plans no PASID for a device whose capability it cannot read.',
  },
  HOST_DEVICE_NO_PASID: {
    severity: 'error',
    summary: 'PASIDs are bound for a device that has no PASID capability.',
    advice: 'Remove the bindings of this device, or use a device with PASID support.',
    explanation:
      'The function, or the PF of a VF, has no PASID extended capability (0x1b). The kernel would accept the attachment, answer success and program nothing: drivers/iommu/iommu.c __iommu_set_group_pasid (7.3).',
  },
  HOST_PASID_TOO_WIDE: {
    severity: 'error',
    summary: 'A bound PASID has more bits than the device or its IOMMU unit supports.',
    advice: 'Use smaller PASIDs.',
    explanation:
      'Usable PASIDs are 1 to 2^n − 1, where n is the smaller of the device’s PASID width (capability 0x1b) and the unit’s (ECAP.PSS + 1). For a larger PASID the kernel answers EINVAL: drivers/iommu/iommu.c iommu_attach_device_pasid (7.3).',
  },
  HOST_NO_PAGE_REQUESTS: {
    severity: 'error',
    summary: 'A vIOMMU has `svm: true`, but the device or its IOMMU unit has no page requests.',
    advice: 'Set `svm: false`, or use a device with ATS and PRI behind a unit with device TLBs and page requests.',
    explanation:
      'With shared virtual memory a device requests missing pages. This needs ATS (capability 0x0f) and PRI (0x13) in the device, and DT, PRS and PDS in ECAP of the unit. Without them the kernel refuses a HWPT with a fault queue with ENODEV: drivers/iommu/intel/iommu.h iopf_for_domain_set (7.3).',
  },
  HOST_VF_NEEDS_TOKEN: {
    severity: 'error',
    summary: 'The PF of a VF is on vfio-pci, so the VF needs a VF token.',
    advice: 'Bind the PF to its native driver again; a spec cannot give a token.',
    explanation:
      'When the PF is on vfio-pci, its VFs can be opened only with the VF token that the owner of the PF has set; otherwise VFIO_DEVICE_BIND_IOMMUFD fails with EACCES: drivers/vfio/pci/vfio_pci_core.c vfio_pci_validate_vf_token (7.3).',
  },
  HOST_PF_HAS_VFS: {
    severity: 'error',
    summary: 'A device is a PF whose VFs are enabled.',
    advice: 'Disable the VFs first: write 0 to `sriov_numvfs` of the PF in /sys. Or assign VFs instead of the PF.',
    explanation: 'When a PF is taken from its driver, the driver removes its VFs, also those that are in use.',
  },
} as const satisfies Record<string, CatalogueEntry>;
