/** SPEC_*: Names of devices and vIOMMUs, and which vIOMMU has which device. */

import type { CatalogueEntry } from '../../catalogue-entry.ts';

export const SPEC_NAMES_CODES = {
  SPEC_DUPLICATE_NAME: {
    severity: 'error',
    summary: 'Two devices, or two vIOMMUs, have the same name.',
    advice: 'Rename or remove one of the two.',
    explanation:
      'All files of a run are one spec, and their lists are joined. Bindings and vIOMMUs refer to a device by its name, so names are unique across files. The message names the place of the first one.',
  },
  SPEC_CONFLICTING_SETTING: {
    severity: 'error',
    summary: 'Two documents give one setting of the host different values.',
    advice: 'Write the same value in both documents, or remove one.',
    explanation:
      'All documents of a run describe one host. Their lists are joined; a single setting may be repeated only with the same value.',
  },
  SPEC_UNKNOWN_DEVICE: {
    severity: 'error',
    summary: 'A vIOMMU or a binding names a device that the spec does not list.',
    advice: 'Add the device to `devices`, or correct the name.',
    explanation:
      'vIOMMUs and bindings refer to a device by its name in `devices`, not by its PCI address. Another file of the same run may list the device.',
  },
  SPEC_UNKNOWN_CHECK: {
    severity: 'error',
    summary: '`ignore` names a check or a code that does not exist.',
    advice: 'Copy the id of the check from `pasidctl doctor`, or a HOST_ code from `pasidctl explain`.',
    explanation:
      'A finding is accepted by the id of its check, such as `kernel-release`, or by its code, such as `HOST_KERNEL_UNSURE`. A misspelt one ' +
      'would accept nothing, and nobody would notice.',
  },
  SPEC_MAKER_IN_VIOMMU: {
    severity: 'error',
    summary: 'A vIOMMU lists a PF that makes VFs.',
    advice:
      'List the VFs as devices of their own, and put those into the vIOMMU; or remove `virtualFunctions` to assign the PF itself.',
    explanation:
      'A device with `virtualFunctions` is a PF that stays with its own driver, which makes its VFs. vfio-pci refuses a PF with VFs ' +
      'with EBUSY: drivers/vfio/pci/vfio_pci_core.c vfio_pci_core_register_device (7.3).',
  },
  SPEC_DUPLICATE_ADDRESS: {
    severity: 'error',
    summary: 'Two devices have the same PCI address.',
    advice: 'Correct one of the addresses, or remove one device.',
    explanation:
      'A PCI function has one driver and can be bound to one iommufd, so two devices of the spec cannot share it. `6a:01.0` and `0000:6a:01.0` are the same address.',
  },
  SPEC_DEVICE_IN_TWO_VIOMMUS: {
    severity: 'error',
    summary: 'A device is listed twice by vIOMMUs.',
    advice: 'Keep the device in one vIOMMU, once.',
    explanation:
      'Each vIOMMU is one iommufd. VFIO_DEVICE_BIND_IOMMUFD binds an open device to one iommufd, and a second bind fails with EINVAL.',
  },
  SPEC_DEVICE_WITHOUT_VIOMMU: {
    severity: 'error',
    summary: 'A binding is for a device that no vIOMMU lists.',
    advice: 'Add the device to `devices` of a vIOMMU.',
    explanation:
      'The kernel attaches a PASID to a HWPT of the iommufd that the device is bound to, and each vIOMMU is one iommufd. A device without a vIOMMU is only moved to vfio-pci.',
  },
} as const satisfies Record<string, CatalogueEntry>;
