/** HOST_*: the machine does not meet what the spec needs (exit 4, before any change); MACHINE_*: an invalid machine file. */

import type { CatalogueEntry } from '../catalogue-entry.ts';
import { HOST_DEVICE_CODES } from './host-device.ts';
import { HOST_UNIT_CODES } from './host-unit.ts';
import { MACHINE_CODES } from './machine.ts';

const HOST_SYSTEM_CODES = {
  HOST_NO_IOMMUFD: {
    severity: 'error',
    summary: '/dev/iommu does not exist.',
    advice: 'Run `modprobe iommufd`, or use a kernel built with CONFIG_IOMMUFD.',
    explanation:
      'Every vIOMMU is one iommufd, which is opened through /dev/iommu. The file exists when the module iommufd is loaded or built in.',
  },
  HOST_KERNEL_TOO_OLD: {
    severity: 'error',
    summary: 'The kernel is too old for a feature that the spec needs.',
    advice: 'Boot a kernel of at least the release that the message names.',
    explanation:
      'vfio character devices came with Linux 6.6, nesting with 6.7, mapping files (IOMMU_IOAS_MAP_FILE) with 6.13 and PASID attachment with 6.15. An older kernel refuses the ioctl or the flag.',
  },
  HOST_KERNEL_UNSURE: {
    severity: 'warning',
    summary: 'The kernel’s release is too old for a feature that the spec needs, unless its vendor has backported it.',
    advice: 'Look for the feature that the message names in the vendor’s release notes, or boot a newer kernel.',
    explanation:
      'Enterprise kernels (RHEL, SLES) keep an old release number and backport newer features, so the release does not show whether the feature is there. This is therefore a warning: when the feature is missing, apply fails and undoes what it did.',
  },
  HOST_MEMORY_MISSING: {
    severity: 'error',
    summary: 'A memory file does not exist.',
    advice: 'Start the program that makes the file first, or set `create: true` for the region.',
    explanation:
      'pasidctl maps guest memory from files on tmpfs or hugetlbfs (IOMMU_IOAS_MAP_FILE). Usually the VMM makes these files.',
  },
  HOST_MEMORY_TOO_SMALL: {
    severity: 'error',
    summary: 'A memory region ends beyond the end of its file.',
    advice: 'Correct `offset` and `size` of the region, or make the file larger.',
    explanation:
      'The kernel refuses to map memory beyond the end of a file (EINVAL). pasidctl never grows an existing file, not even with `create: true`.',
  },
} as const satisfies Record<string, CatalogueEntry>;

export const HOST_CODES = {
  ...HOST_SYSTEM_CODES,
  ...HOST_DEVICE_CODES,
  ...HOST_UNIT_CODES,
  ...MACHINE_CODES,
} as const satisfies Record<string, CatalogueEntry>;
