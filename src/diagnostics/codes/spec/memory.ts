/** SPEC_*: Guest memory. */

import type { CatalogueEntry } from '../../catalogue-entry.ts';

export const SPEC_MEMORY_CODES = {
  SPEC_MEMORY_MISSING: {
    severity: 'error',
    summary: 'A vIOMMU has first-stage bindings, but no memory.',
    advice: 'Add the region that holds the page tables to `memory`.',
    explanation:
      'A first-stage page table lies in guest memory and contains guest addresses. The nest parent maps guest addresses to `memory`; without a region the hardware can read neither the table nor the pages behind it.',
  },
  SPEC_MEMORY_FILE_PATH: {
    severity: 'error',
    summary: 'The path of a memory file is not the path of a file.',
    advice: 'Write the absolute path of a file without `..`, such as /dev/shm/guest0.',
    explanation:
      'A memory file is opened, and with `create: true` made and removed, so its path must say plainly which file is meant. A path with `..` means another place than the one that it starts with, `/` or a path that ends with `/` is a folder, and Linux opens no path of more than 4,095 bytes or with a name of more than 255 bytes. `//` and `/./` are left out: `/dev//shm/guest0` is /dev/shm/guest0.',
  },
  SPEC_MEMORY_UNALIGNED: {
    severity: 'error',
    summary: 'An offset, size or guest address is not a multiple of 4KiB.',
    advice: 'Round the value to a multiple of 4KiB (0x1000).',
    explanation: 'The IOMMU maps pages of 4 KiB or more. The kernel refuses other values with EINVAL when it maps.',
  },
  SPEC_MEMORY_EMPTY: {
    severity: 'error',
    summary: 'A memory region has size 0.',
    advice: 'Write the size of the region, such as 32MiB.',
    explanation: 'The kernel refuses to map a range of length 0 (EINVAL).',
  },
  SPEC_MEMORY_BEYOND_WIDTH: {
    severity: 'error',
    summary: "A memory region reaches beyond the guest's address width.",
    advice: 'Move or shrink the region, or choose a larger `addressWidth`.',
    explanation:
      'Guest addresses of `addressWidth` bits reach from 0 to 2^addressWidth - 1. Addresses above cannot be mapped.',
  },
  SPEC_MEMORY_FILE_TOO_LARGE: {
    severity: 'error',
    summary: 'A memory region reaches beyond the largest possible file.',
    advice: 'Correct `offset` and `size`.',
    explanation: 'File offsets are signed 64-bit numbers, so a file has at most 2^63 - 1 bytes.',
  },
  SPEC_MEMORY_OVER_MSI: {
    severity: 'error',
    summary: 'A memory region covers the interrupt window.',
    advice: 'Split the region in two, below 0xfee00000 and from 0xfef00000 on.',
    explanation:
      'On x86, writes to 0xfee00000–0xfeefffff are interrupts, not memory accesses. The kernel reserves the window when it attaches the RID of a device and answers EADDRINUSE if memory is mapped there: iommufd/io_pagetable.c iopt_table_enforce_dev_resv_regions (7.3).',
  },
  SPEC_MEMORY_OVERLAP: {
    severity: 'error',
    summary: 'Two memory regions of a vIOMMU share guest addresses.',
    advice: 'Move or shrink one of the two regions.',
    explanation:
      'A guest address maps to one byte of memory: the kernel refuses the second mapping with EEXIST. Mapping the same part of a file at two guest addresses is allowed.',
  },
} as const satisfies Record<string, CatalogueEntry>;
