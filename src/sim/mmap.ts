/** mmap(2) and munmap(2) of anonymous memory, memory files and an iommufd. Source: iommufd/main.c iommufd_fops_mmap (7.3); §5.10. */

import type { MmapOptions } from '../kernel/syscalls.ts';
import { FAIL } from './fail.ts';
import { fileAt } from './files.ts';
import { newInode, releaseInode, retainInode } from './inodes.ts';
import type { World } from './world.ts';

const PAGE_BYTES = 4096;

/** The address, or a negative errno. Undone by: unmapMemory. */
export function mapMemory(world: World, options: MmapOptions): bigint {
  const { lengthBytes, protection, fd, offset = 0n } = options;
  if (lengthBytes <= 0 || offset % BigInt(PAGE_BYTES) !== 0n) return BigInt(FAIL.EINVAL);
  const length = BigInt(Math.ceil(lengthBytes / PAGE_BYTES) * PAGE_BYTES);
  const inode = fd === undefined ? newInode(world, 'anonymous', length) : inodeOf(world, options, fd);
  if (inode < 0) return BigInt(inode);
  const address = world.nextMapping;
  // A page of nothing lies between two mappings.
  world.nextMapping += length + BigInt(PAGE_BYTES);
  world.mappings.push({
    address,
    lengthBytes: length,
    readable: protection !== 'none',
    writable: protection === 'read-write',
    inode,
    offset,
  });
  return address;
}

/** Of an iommufd nothing can be mapped: only VIOMMUs publish pages. */
function inodeOf(world: World, options: MmapOptions, fd: number): number {
  const { lengthBytes, sharing, protection } = options;
  const file = fileAt(world, fd);
  if (file === null) return FAIL.EBADF;
  if (file.kind === 'memory') {
    retainInode(world, file.inode);
    return file.inode;
  }
  if (file.kind !== 'iommufd') return FAIL.ENODEV;
  if (lengthBytes % PAGE_BYTES !== 0 || sharing !== 'shared') return FAIL.EINVAL;
  return protection === 'read-exec' ? FAIL.EPERM : FAIL.ENXIO;
}

/** Whole mappings only, which is all that callers here do; EINVAL otherwise. Undone by: mapMemory. */
export function unmapMemory(world: World, address: bigint, lengthBytes: number): number {
  const index = world.mappings.findIndex((mapping) => mapping.address === address);
  const mapping = world.mappings[index];
  const length = BigInt(Math.ceil(lengthBytes / PAGE_BYTES) * PAGE_BYTES);
  if (mapping === undefined || mapping.lengthBytes !== length) return FAIL.EINVAL;
  world.mappings.splice(index, 1);
  releaseInode(world, mapping.inode);
  return 0;
}
