/** mmap(2) and munmap(2) of anonymous memory, memory files and an iommufd. Source: iommufd/main.c iommufd_fops_mmap (7.3). */

import type { MmapOptions } from '../../kernel/syscalls.ts';
import { offsetInPage, PAGE_BYTES_BIGINT, wholePages } from '../../model/page.ts';
import { publishedAt } from '../iommufd/viommu-page.ts';
import { FAIL } from '../state/fail.ts';
import { fileAt } from '../state/files.ts';
import { newInode, releaseInode, retainInode } from '../state/inodes.ts';
import { addUsers } from '../state/object-table.ts';
import type { UserMapping, World } from '../state/world.ts';

/** The address, or a negative errno. Undone by: unmapMemory. */
export function mapMemory(world: World, options: MmapOptions): bigint {
  const { lengthBytes, protection, fd, offset = 0n } = options;
  if (lengthBytes <= 0 || offsetInPage(offset) !== 0n) return BigInt(FAIL.EINVAL);
  const length = wholePages(BigInt(lengthBytes));
  const source =
    fd === undefined
      ? { inode: newInode(world, 'anonymous', { sizeBytes: length }), offset: 0n }
      : sourceOf(world, { ...options, length }, fd);
  if (typeof source === 'number') return BigInt(source);
  const address = world.nextMapping;
  // An unmapped page separates two mappings.
  world.nextMapping += length + PAGE_BYTES_BIGINT;
  world.mappings.push({
    address,
    lengthBytes: length,
    readable: protection !== 'none',
    writable: protection === 'read-write',
    ...source,
  });
  return address;
}

type Source = Pick<UserMapping, 'inode' | 'offset' | 'viommu'>;

/** An iommufd maps only regions that a VIOMMU has published, and only whole ones. Source: iommufd_fops_mmap. */
function sourceOf(world: World, options: MmapOptions & { readonly length: bigint }, fd: number): Source | number {
  const { length, sharing, protection, offset = 0n } = options;
  const file = fileAt(world, fd);
  if (file === null) return FAIL.EBADF;
  if (file.kind === 'memory') {
    retainInode(world, file.inode);
    return { inode: file.inode, offset };
  }
  // Queue files are on a file system mounted noexec. Source: mm/mmap.c do_mmap, fs/anon_inodes.c (7.3).
  if (file.kind !== 'iommufd') return file.kind !== 'vfio' && protection === 'read-exec' ? FAIL.EPERM : FAIL.ENODEV;
  if (sharing !== 'shared') return FAIL.EINVAL;
  if (protection === 'read-exec') return FAIL.EPERM;
  const context = world.contexts.get(file.context);
  const viommu = context === undefined ? null : publishedAt(context, offset, length);
  if (context === undefined || viommu === null || viommu.page === null) return FAIL.ENXIO;
  retainInode(world, viommu.page.inode);
  addUsers(context.objects, viommu.id, 1);
  return { inode: viommu.page.inode, offset: 0n, viommu: { context: context.number, id: viommu.id } };
}

/** Unmaps whole mappings only; EINVAL otherwise. Undone by: mapMemory. */
export function unmapMemory(world: World, address: bigint, lengthBytes: number): number {
  const index = world.mappings.findIndex((mapping) => mapping.address === address);
  const mapping = world.mappings[index];
  const length = wholePages(BigInt(lengthBytes));
  if (mapping === undefined || mapping.lengthBytes !== length) return FAIL.EINVAL;
  world.mappings.splice(index, 1);
  releaseInode(world, mapping.inode);
  const context = mapping.viommu === undefined ? undefined : world.contexts.get(mapping.viommu.context);
  if (context !== undefined && mapping.viommu !== undefined) addUsers(context.objects, mapping.viommu.id, -1);
  return 0;
}
