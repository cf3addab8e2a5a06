/** HOST_*: the machine does not meet what the spec needs (exit 4, before any change); MACHINE_*: a bad machine file. */

import type { CatalogueEntry } from '../catalogue-entry.ts';
import { HOST_DEVICE_CODES } from './host-device.ts';
import { HOST_UNIT_CODES } from './host-unit.ts';
import { MACHINE_CODES } from './machine.ts';

const HOST_SYSTEM_CODES = {
  HOST_NO_IOMMUFD: {
    severity: 'error',
    summary: '/dev/iommu does not exist.',
    advice: 'Run `modprobe iommufd`, or use a kernel built with CONFIG_IOMMUFD.',
    explanation: 'Every vIOMMU needs an iommufd of its own, which the kernel gives through /dev/iommu.',
  },
  HOST_KERNEL_TOO_OLD: {
    severity: 'error',
    summary: 'The kernel is too old for what the spec wants.',
    advice: 'Boot a kernel of at least the named release.',
    explanation:
      'vfio character devices came with 6.6, nesting with 6.7, mapping files (IOMMU_IOAS_MAP_FILE) with 6.13 and PASID attachment with 6.15.',
  },
  HOST_KERNEL_UNSURE: {
    severity: 'warning',
    summary: 'The kernel’s release is too old for what the spec wants, unless its vendor ported it back.',
    advice: 'Ask the vendor’s release notes for the named feature, or boot a newer kernel.',
    explanation:
      'Enterprise kernels keep an old release number and take newer features in. The release cannot tell, so this is only a warning: apply notices a missing feature and undoes what it did.',
  },
  HOST_MEMORY_MISSING: {
    severity: 'error',
    summary: 'A memory file does not exist.',
    advice: 'Start what makes the file first, or set `create: true`.',
    explanation: 'Guest memory is mapped from files on tmpfs or hugetlbfs, which usually the VMM makes.',
  },
  HOST_MEMORY_TOO_SMALL: {
    severity: 'error',
    summary: 'A memory region ends beyond the end of its file.',
    advice: 'Correct offset and size, or make the file larger.',
    explanation:
      'Mapping beyond the end of a file fails. A file that exists is never grown, not even with `create: true`.',
  },
} as const satisfies Record<string, CatalogueEntry>;

export const HOST_CODES = {
  ...HOST_SYSTEM_CODES,
  ...HOST_DEVICE_CODES,
  ...HOST_UNIT_CODES,
  ...MACHINE_CODES,
} as const satisfies Record<string, CatalogueEntry>;
