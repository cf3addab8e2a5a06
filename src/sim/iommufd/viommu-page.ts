/**
 * The two pages that a VIOMMU of the mock publishes when it is made with data: their offset in the iommufd, and mapping them.
 * Source: iommufd/selftest.c mock_viommu_init; driver.c _iommufd_alloc_mmap; main.c iommufd_fops_mmap (7.3).
 */

import { PAGE_BYTES_BIGINT } from '../../model/page.ts';
import { iommu_viommu_selftest } from '../../uapi/selftest.ts';
import { FAIL } from '../state/fail.ts';
import { newInode, releaseInode, writeInode } from '../state/inodes.ts';
import type { Memory } from '../state/ioas-tables.ts';
import type { Viommu } from '../state/objects.ts';
import type { Context, World } from '../state/world.ts';

const STRUCT = iommu_viommu_selftest;
const MIN_BYTES = STRUCT.offset.out_data + 4;
export const PUBLISHED_BYTES: bigint = 2n * PAGE_BYTES_BIGINT;
/** Offsets start after the first page. */
const FIRST_OFFSET = PAGE_BYTES_BIGINT;

/** Checks in order: length EINVAL; unreadable, unwritable EFAULT. Undone by: unpublishPage. */
export function publishPage(
  { world, user }: Memory,
  context: Context,
  { address, length }: { readonly address: bigint; readonly length: number },
): NonNullable<Viommu['page']> | number {
  if (length < MIN_BYTES || length > STRUCT.sizeBytes) return FAIL.EINVAL;
  const bytes = new Uint8Array(STRUCT.sizeBytes);
  if (!user.read(address, bytes.subarray(0, length))) return FAIL.EFAULT;
  const offset = lowestOffset(context);
  const { in_data } = STRUCT.decode(bytes);
  const answer = { in_data, out_data: in_data, out_mmap_offset: offset, out_mmap_length: PUBLISHED_BYTES };
  if (!user.write(address, STRUCT.encode(answer).subarray(0, length))) return FAIL.EFAULT;
  const inode = newInode(world, 'viommu', { sizeBytes: PUBLISHED_BYTES });
  const page = world.inodes.get(inode);
  if (page !== undefined) writeInode(page, 0n, bytes.subarray(0, 4));
  return { offset, inode };
}

/** Undone by: publishPage. */
export function unpublishPage(world: World, page: Viommu['page']): void {
  if (page !== null) releaseInode(world, page.inode);
}

/** The VIOMMU whose region has exactly this offset and length in the iommufd; `null` when there is none. */
export function publishedAt(context: Context, offset: bigint, length: bigint): Viommu | null {
  if (length !== PUBLISHED_BYTES) return null;
  return publishing(context).find(({ page }) => page?.offset === offset) ?? null;
}

function lowestOffset(context: Context): bigint {
  const taken = new Set(publishing(context).map(({ page }) => page?.offset));
  let offset = FIRST_OFFSET;
  while (taken.has(offset)) offset += PUBLISHED_BYTES;
  return offset;
}

function publishing({ objects }: Context): Viommu[] {
  return [...objects.details.values()].filter((detail) => detail.kind === 'viommu').filter(({ page }) => page !== null);
}
