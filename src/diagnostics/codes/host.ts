/** HOST_*: the machine does not meet what the spec needs. Exit 4, before any change. */

import type { CatalogueEntry } from '../catalogue-entry.ts';

export const HOST_CODES = {
  HOST_NO_IOMMUFD: {
    severity: 'error',
    summary: '/dev/iommu does not exist.',
    advice: 'Run `modprobe iommufd`, or use a kernel built with CONFIG_IOMMUFD.',
    explanation: 'Every vIOMMU needs an iommufd of its own, which the kernel gives through /dev/iommu.',
  },
} as const satisfies Record<string, CatalogueEntry>;
