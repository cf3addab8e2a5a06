/**
 * Which files IOMMU_IOAS_MAP_FILE can map, what pinning them takes, and what limits it.
 *
 * Source: drivers/iommu/iommufd/io_pagetable.c iopt_map_file_pages (6.13), pages.c incr_user_locked_vm; mm/gup.c memfd_pin_folios;
 * mm/memfd.c memfd_alloc_folio (7.3).
 */

import type { HugePages, MachineMemory, MountedFileSystem, ProcessFacts } from '../model/host.ts';

/**
 * Whether files of this type of file system can be pinned. memfd_pin_folios takes shmem and hugetlbfs, and answers EINVAL for all
 * others; an overlay's own files are neither, whatever is below it. devtmpfs is shmem (drivers/base/devtmpfs.c), and rootfs is
 * shmem or ramfs, as the command line says (init/do_mounts.c init_rootfs).
 */
export function pinsFiles(type: string): 'yes' | 'no' | 'unsure' {
  if (type === 'tmpfs' || type === 'hugetlbfs' || type === 'devtmpfs') return 'yes';
  return type === 'rootfs' ? 'unsure' : 'no';
}

/** A file system whose files are in memory, pinnable or not. */
export function isMemoryFileSystem(type: string): boolean {
  return pinsFiles(type) !== 'no' || type === 'ramfs';
}

/** The mount that a path without links is on: that of the longest mount point above it, of equal ones the last. */
export function mountOf<T extends Pick<MountedFileSystem, 'mountPoint'>>(mounts: readonly T[], path: string): T | null {
  let found: T | null = null;
  for (const mount of mounts) {
    const isAbove = mount.mountPoint === '/' || path.startsWith(`${mount.mountPoint}/`);
    if (isAbove && mount.mountPoint.length >= (found?.mountPoint.length ?? 0)) found = mount;
  }
  return found;
}

/** The most bytes that a process may have pinned for all its vIOMMUs and those of its user; `null` without a limit. */
export function pinLimit({ mayLock, memlockBytes }: ProcessFacts): bigint | null {
  // iopt_alloc_pages: with CAP_IPC_LOCK nothing is counted (IOPT_PAGES_ACCOUNT_NONE).
  return mayLock ? null : memlockBytes;
}

/** The most bytes of tmpfs that can be in memory: all but what the pools of huge pages take; `null` when not known. */
export function mostShmem({ totalBytes, hugePages }: MachineMemory): bigint | null {
  if (totalBytes === null) return null;
  return hugePages.reduce((left, { pageBytes, total }) => left - pageBytes * BigInt(total), totalBytes);
}

/** The pool of huge pages that files of a hugetlbfs take their pages from; `null` for other file systems, and when not known. */
export function poolOf({ type, pageBytes }: MountedFileSystem, memory: MachineMemory | null): HugePages | null {
  if (type !== 'hugetlbfs') return null;
  return memory?.hugePages.find((pool) => pool.pageBytes === pageBytes) ?? null;
}
