/** Rules about single regions of guest memory. */

import { offsetInPage } from '../../model/page.ts';
import type { MemorySpec, ViommuSpec } from '../../model/spec.ts';
import { printable } from '../../text/escape.ts';
import { hex } from '../../text/hex.ts';
import { faultOf } from '../normalize/memory-path.ts';
import type { Problem } from '../problem.ts';
import { at, endOf, type RuleContext } from './rule.ts';

/** Every region with its vIOMMU. */
function regions({ draft }: RuleContext): readonly { readonly viommu: ViommuSpec; readonly memory: MemorySpec }[] {
  return draft.viommus.flatMap((viommu) => viommu.memory.map((memory) => ({ viommu, memory })));
}

/** Where the file really lies is the machine's: src/preflight/memory-rules.ts. */
export function* memoryFilePath(context: RuleContext): Generator<Problem> {
  for (const { viommu, memory } of regions(context)) {
    const fault = faultOf(memory.file);
    if (fault === null) continue;
    const message = `\`file\` of a memory region of ${viommu.name}: ${printable(memory.file, 200)} ${fault}.`;
    yield { code: 'SPEC_MEMORY_FILE_PATH', message, at: at(memory, 'file') };
  }
}

/** The IOMMU maps pages of 4 KiB or more. */
export function* memoryUnaligned(context: RuleContext): Generator<Problem> {
  for (const { viommu, memory } of regions(context)) {
    const values = { offset: memory.offsetBytes, size: memory.sizeBytes, guestAddress: memory.guestAddress };
    for (const [key, value] of Object.entries(values)) {
      if (offsetInPage(value) === 0n) continue;
      const message = `\`${key}\` of a memory region of ${viommu.name} is ${hex(value)}, which is not a multiple of 4KiB (0x1000).`;
      yield { code: 'SPEC_MEMORY_UNALIGNED', message, at: at(memory, key) };
    }
  }
}

export function* memoryEmpty(context: RuleContext): Generator<Problem> {
  for (const { viommu, memory } of regions(context)) {
    if (memory.sizeBytes > 0n) continue;
    const message = `\`size\` of a memory region of ${viommu.name} is 0; a region has at least 4KiB.`;
    yield { code: 'SPEC_MEMORY_EMPTY', message, at: at(memory, 'size') };
  }
}

export function* memoryBeyondWidth(context: RuleContext): Generator<Problem> {
  for (const { viommu, memory } of regions(context)) {
    const limit = 1n << BigInt(viommu.addressWidth);
    if (endOf(memory) <= limit) continue;
    const last = hex(endOf(memory) - 1n);
    const message = `The memory region ends at ${last}, but ${viommu.name} has ${viommu.addressWidth}-bit addresses, up to ${hex(limit - 1n)}.`;
    const basis = [at(memory, 'size'), at(viommu, 'addressWidth')];
    yield { code: 'SPEC_MEMORY_BEYOND_WIDTH', message, at: at(memory, 'guestAddress'), basis };
  }
}

/** File offsets are signed 64-bit numbers (loff_t). */
const LARGEST_FILE = (1n << 63n) - 1n;

export function* memoryFileTooLarge(context: RuleContext): Generator<Problem> {
  for (const { viommu, memory } of regions(context)) {
    const end = memory.offsetBytes + memory.sizeBytes;
    if (end <= LARGEST_FILE) continue;
    const message = `A memory region of ${viommu.name} ends at byte ${hex(end)} of ${memory.file}, but a file has at most ${hex(LARGEST_FILE)} bytes.`;
    yield { code: 'SPEC_MEMORY_FILE_TOO_LARGE', message, at: at(memory, 'size'), basis: [at(memory, 'offset')] };
  }
}

/**
 * The interrupt window of x86. The kernel reserves it in the IOAS when a RID is attached: iopt_table_enforce_dev_resv_regions
 * (7.3).
 */
const MSI = { first: 0xfee0_0000n, last: 0xfeef_ffffn } as const;

export function* memoryOverMsi(context: RuleContext): Generator<Problem> {
  for (const { viommu, memory } of regions(context)) {
    if (memory.guestAddress > MSI.last || endOf(memory) <= MSI.first) continue;
    const region = `${hex(memory.guestAddress)}–${hex(endOf(memory) - 1n)}`;
    const message = `The memory region ${region} of ${viommu.name} covers the interrupt window ${hex(MSI.first)}–${hex(MSI.last)}.`;
    yield { code: 'SPEC_MEMORY_OVER_MSI', message, at: at(memory, 'guestAddress'), basis: [at(memory, 'size')] };
  }
}
