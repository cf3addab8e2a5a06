/** HOST_*, about what this user may do, and whether the kernel has the driver at all. */

import type { CatalogueEntry } from '../catalogue-entry.ts';

export const HOST_ACCESS_CODES = {
  HOST_NO_IOMMUFD_ACCESS: {
    severity: 'error',
    summary: 'This user may not open /dev/iommu.',
    advice: 'Run pasidctl as root, or give this user access to /dev/iommu.',
    explanation:
      'The kernel makes /dev/iommu with mode 0660, for root and its group: drivers/iommu/iommufd/main.c iommu_misc_dev (7.3). Every vIOMMU that pasidctl holds is one open /dev/iommu, and open gives EACCES.',
  },
  HOST_TAKING_NEEDS_ROOT: {
    severity: 'warning',
    summary: 'The plan takes devices from their drivers, and this user is not root.',
    advice: 'Run `apply` as root, or let root bind the devices to vfio-pci first.',
    explanation:
      'A device is taken by writing to driver_override, unbind and drivers_probe below /sys/bus/pci, which belong to root and may be written by root only: drivers/base/bus.c, drivers/pci/pci-sysfs.c (7.3). A write of another user gives EACCES.',
  },
  HOST_NO_VFIO_PCI: {
    severity: 'error',
    summary: 'The kernel was built without vfio-pci.',
    advice: 'Boot a kernel with CONFIG_VFIO_PCI.',
    explanation:
      'The plan loads the module vfio_pci, which is the driver of every assigned device: drivers/vfio/pci/Kconfig (7.3). A kernel that was built without it has no such module, and modprobe fails.',
  },
} as const satisfies Record<string, CatalogueEntry>;
