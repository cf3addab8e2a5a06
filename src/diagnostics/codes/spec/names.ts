/** SPEC_*: Names, devices and who has them. */

import type { CatalogueEntry } from '../../catalogue-entry.ts';

export const SPEC_NAMES_CODES = {
  SPEC_DUPLICATE_NAME: {
    severity: 'error',
    summary: 'Two devices, or two vIOMMUs, have the same name.',
    advice: 'Rename or remove one of the two.',
    explanation:
      'All files of a run are one spec: their lists are joined. So a name in one file can meet the same name in another; the message shows both places.',
  },
  SPEC_CONFLICTING_SETTING: {
    severity: 'error',
    summary: 'Two documents give one setting of the host different values.',
    advice: 'Make the values equal, or remove one.',
    explanation:
      'Documents that are read together describe one host. Lists are joined; single settings can be repeated, but not contradicted.',
  },
  SPEC_UNKNOWN_DEVICE: {
    severity: 'error',
    summary: 'A vIOMMU or a binding names a device that the spec does not list.',
    advice: 'Add the device to `devices`, or correct the name.',
    explanation:
      'vIOMMUs and bindings refer to devices by the name in `devices`, not by PCI address. The device may stand in another file of the same run.',
  },
  SPEC_DUPLICATE_ADDRESS: {
    severity: 'error',
    summary: 'Two devices have the same PCI address.',
    advice: 'Correct one of the addresses, or remove one device.',
    explanation:
      'One function has one driver and one iommufd. Two names for it would be two wills about the same thing. `6a:01.0` and `0000:6a:01.0` are the same address.',
  },
  SPEC_DEVICE_IN_TWO_VIOMMUS: {
    severity: 'error',
    summary: 'A device is listed twice by vIOMMUs.',
    advice: 'Keep the device in one vIOMMU, once.',
    explanation:
      'A device is bound to one iommufd, and each vIOMMU is one: VFIO_DEVICE_BIND_IOMMUFD works once per open device.',
  },
  SPEC_DEVICE_WITHOUT_VIOMMU: {
    severity: 'error',
    summary: 'A binding is for a device that no vIOMMU lists.',
    advice: 'Add the device to `devices` of a vIOMMU.',
    explanation:
      'A PASID is attached to a hardware page table of the iommufd that the device is bound to. Without a vIOMMU there is no iommufd: such a device is only handed to vfio-pci.',
  },
} as const satisfies Record<string, CatalogueEntry>;
