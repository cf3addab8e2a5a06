/** SPEC_*: Guest memory. */

import type { CatalogueEntry } from '../../catalogue-entry.ts';

export const SPEC_MEMORY_CODES = {
  SPEC_MEMORY_MISSING: {
    severity: 'error',
    summary: 'A vIOMMU has bindings with tables, but no memory.',
    advice: 'Add a region to `memory` that holds the tables.',
    explanation:
      "First-stage page tables and a guest's own PASID tables are read through the guest's memory: a nested page table translates guest addresses, the nest parent maps them to `memory`.",
  },
  SPEC_MEMORY_UNALIGNED: {
    severity: 'error',
    summary: 'An offset, size or guest address is not a multiple of 4KiB.',
    advice: 'Round the value to 4KiB (0x1000).',
    explanation: 'The IOMMU maps pages of 4 KiB or more; the kernel refuses other addresses with EINVAL.',
  },
  SPEC_MEMORY_EMPTY: {
    severity: 'error',
    summary: 'A memory region has no bytes.',
    advice: 'Write the size of the region, such as 32MiB.',
    explanation: 'The kernel refuses to map nothing (EINVAL).',
  },
  SPEC_MEMORY_BEYOND_WIDTH: {
    severity: 'error',
    summary: "A memory region reaches beyond the guest's address width.",
    advice: 'Move or shrink the region, or choose a larger `addressWidth`.',
    explanation: '`addressWidth` bits of address reach from 0 to 2^addressWidth - 1. Nothing can be mapped above.',
  },
  SPEC_MEMORY_FILE_TOO_LARGE: {
    severity: 'error',
    summary: 'A memory region reaches beyond the largest possible file.',
    advice: 'Correct `offset` and `size`.',
    explanation: 'File offsets are signed 64-bit numbers, so a file ends at 2^63 - 1 at most.',
  },
  SPEC_MEMORY_OVER_MSI: {
    severity: 'error',
    summary: 'A memory region covers the interrupt window.',
    advice: 'Split the region around 0xfee00000–0xfeefffff.',
    explanation:
      'On x86, writes to 0xfee00000–0xfeefffff are interrupts, not memory accesses. The kernel reserves the window when a device is attached, and refuses the device with EADDRINUSE if memory is mapped there.',
  },
  SPEC_MEMORY_OVERLAP: {
    severity: 'error',
    summary: 'Two memory regions of a vIOMMU share guest addresses.',
    advice: 'Move or shrink one of the two.',
    explanation:
      'One guest address is one byte of memory. The kernel refuses the second mapping with EEXIST. The same part of a file at two guest addresses is allowed.',
  },
} as const satisfies Record<string, CatalogueEntry>;
