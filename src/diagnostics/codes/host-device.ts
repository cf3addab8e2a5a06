/** HOST_*, about one device of the spec: there, the right one, free, and able. */

import type { CatalogueEntry } from '../catalogue-entry.ts';

export const HOST_DEVICE_CODES = {
  HOST_DEVICE_MISSING: {
    severity: 'error',
    summary: 'No PCI function is at the address of a device.',
    advice: 'Compare the address with `pasidctl inventory`; PCI addresses change when cards are added or moved.',
    explanation:
      'Every device of a spec names a function below /sys/bus/pci/devices. When the device has an identity guard (`expect`), functions of the same identity at other addresses are named: it may have moved there.',
  },
  HOST_DEVICE_MISMATCH: {
    severity: 'error',
    summary: 'Another device than the expected one is at the address.',
    advice: 'Correct the address, or `expect` when the device was replaced on purpose.',
    explanation:
      'The identity guard `expect: {vendor, device}` keeps a spec from taking whatever happens to be at an address after hardware changed.',
  },
  HOST_DEVICE_IS_BRIDGE: {
    severity: 'error',
    summary: 'A device is a bridge, which cannot be assigned.',
    advice: 'Name the function behind the bridge instead.',
    explanation:
      'vfio-pci drives endpoints (header type 0) only. Host bridges, PCI bridges and root ports carry the traffic of everything behind them.',
  },
  HOST_DEVICE_NO_IOMMU: {
    severity: 'error',
    summary: 'No IOMMU translates a device, though the machine has one.',
    advice: 'Look for the device in the DMAR messages of `dmesg`; firmware must list it below a remapping unit.',
    explanation:
      'The link /sys/bus/pci/devices/<address>/iommu names the unit that translates a function. It is missing when the firmware’s DMAR table covers no unit for the device, or when the kernel was told to leave it alone (`intel_iommu=igfx_off`).',
  },
  HOST_GROUP_NOT_VIABLE: {
    severity: 'error',
    summary: 'Another function of the IOMMU group is in the hands of a native driver.',
    advice:
      'List the other functions as devices too, or unbind them, or move the card to a slot with a group of its own.',
    explanation:
      'DMA ownership is claimed for a whole group: binding one device fails with EPERM while a driver does DMA for another. Functions without a driver, bridges, pci-stub and vfio drivers do no harm.',
  },
  HOST_GROUP_SPLIT: {
    severity: 'error',
    summary: 'Devices of one IOMMU group are in different vIOMMUs.',
    advice: 'Put all devices of the group into one vIOMMU.',
    explanation:
      'A vIOMMU is one iommufd, and a group belongs to one iommufd at a time: the second bind would fail with EPERM.',
  },
  HOST_DEVICE_BEHIND_PCI_BRIDGE: {
    severity: 'error',
    summary: 'A device is behind a conventional PCI bridge, so its requests carry the bridge’s address.',
    advice: 'Move the card to a PCIe slot, or use a vIOMMU without firstStage and PASIDs for it.',
    explanation:
      'Below a conventional bridge requester ids are aliased and PASID prefixes cannot pass. QEMU refuses first-stage translation for such devices as well.',
  },
  HOST_CAPABILITIES_UNKNOWN: {
    severity: 'error',
    summary: 'The PASID capability of a device could not be read.',
    advice:
      'Run as root: extended configuration space needs CAP_SYS_ADMIN. A machine file must be written as root too.',
    explanation:
      'The kernel accepts PASID attachments for a device without the capability and does nothing, so a plan for a device that nobody could look at might silently give no protection and no translation.',
  },
  HOST_DEVICE_NO_PASID: {
    severity: 'error',
    summary: 'PASIDs are bound for a device that has no PASID capability.',
    advice: 'Remove the bindings of this device, or use a device with PASID support.',
    explanation:
      'The function (a VF: its PF) has no PASID extended capability (0x1b). The kernel would accept the attachment and program nothing.',
  },
  HOST_PASID_TOO_WIDE: {
    severity: 'error',
    summary: 'A bound PASID is wider than the device or its IOMMU can carry.',
    advice: 'Use smaller PASIDs.',
    explanation:
      'Usable PASIDs are 1 to 2^n − 1, where n is the smaller of the device’s PASID width (capability 0x1b) and the unit’s (ECAP.PSS + 1). The kernel answers EINVAL beyond.',
  },
  HOST_NO_PAGE_REQUESTS: {
    severity: 'error',
    summary: 'svm is wanted, but the device or its IOMMU has no page requests.',
    advice: 'Set `svm: false`, or use a device with ATS and PRI behind a unit with device TLBs and page requests.',
    explanation:
      'Shared virtual memory lets a device fault pages in. It needs ATS (0x0f) and PRI (0x13) in the device, and ECAP.DT, PRS and PDS in the unit.',
  },
  HOST_DEVICE_HELD: {
    severity: 'error',
    summary: 'Another process has the device open.',
    advice: 'End the named process, or give the device back there.',
    explanation:
      'A vfio device can be bound to one iommufd, by the process that opened it first. A second one gets EINVAL, and an unbind from vfio-pci waits until the first is gone.',
  },
  HOST_DEVICE_IN_USE: {
    severity: 'error',
    summary: 'The machine itself uses the device.',
    advice: 'Unmount, take down or move away what is named; a device that carries the machine cannot be given away.',
    explanation:
      'Taking a device from its driver takes away its disks and network interfaces. Mounted file systems, swap, disks held by device mapper or RAID, disks that a process has opened, and interfaces that are up are looked for.',
  },
  HOST_VF_NEEDS_TOKEN: {
    severity: 'error',
    summary: 'The PF of a VF is on vfio-pci, so the VF needs a VF token.',
    advice: 'Bind the PF back to its native driver; tokens cannot be given in a spec.',
    explanation:
      'When a PF is driven from user space, its VFs can be opened only with the secret (VF token) that the PF’s owner set; otherwise BIND gives EACCES.',
  },
  HOST_PF_HAS_VFS: {
    severity: 'error',
    summary: 'A device is a PF whose VFs are enabled.',
    advice: 'Disable the VFs first (`echo 0 > sriov_numvfs`), or assign VFs instead.',
    explanation: 'Taking a PF from its driver removes its VFs under whoever uses them.',
  },
} as const satisfies Record<string, CatalogueEntry>;
