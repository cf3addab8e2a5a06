/** HOST_*, about files of guest memory, and about pinning them. */

import type { CatalogueEntry } from '../catalogue-entry.ts';

export const HOST_MEMORY_CODES = {
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
  HOST_MEMORY_NOT_A_FILE: {
    severity: 'error',
    summary: 'The path of a memory file leads to something else than a regular file.',
    advice: 'Write the path of a regular file on tmpfs or hugetlbfs in `file`.',
    explanation:
      'Guest memory is a regular file. A folder cannot be opened for writing (EISDIR). Opening a FIFO waits for another process, and opening a device node may act on the device. A symbolic link is not followed, since whoever may change the link would choose what pasidctl maps and removes.',
  },
  HOST_MEMORY_NO_FOLDER: {
    severity: 'error',
    summary: 'The folder in which a memory file would be made does not exist.',
    advice: 'Make the folder or mount the file system first, or correct `file`.',
    explanation:
      'With `create: true` pasidctl makes the file, but no folder: making the file would fail with ENOENT after the devices are taken. A missing folder often is a tmpfs or hugetlbfs that is not mounted.',
  },
  HOST_MEMORY_READ_ONLY: {
    severity: 'error',
    summary: 'A memory file is on a file system that is mounted read-only.',
    advice: 'Mount the file system for writing (`mount -o remount,rw`), or write the path of another in `file`.',
    explanation:
      'pasidctl makes a memory file, and opens one that is there for reading and writing. Both fail with EROFS on a mount with the option `ro`, of the mount or of the whole file system (fs/namespace.c mnt_want_write, 7.3): after the devices are taken. /proc/self/mountinfo shows both options.',
  },
  HOST_MEMORY_FILE_SYSTEM: {
    severity: 'error',
    summary: 'A memory file is on a file system whose files cannot be mapped for devices.',
    advice: 'Put the file on tmpfs or hugetlbfs, such as /dev/shm, and write that path into `file`.',
    explanation:
      'IOMMU_IOAS_MAP_FILE pins the pages of a file with memfd_pin_folios (mm/gup.c, 7.3), which takes shmem (tmpfs, a memfd, devtmpfs) and hugetlbfs, and answers EINVAL for every other: ext4, xfs, btrfs, an overlay, ramfs, DAX files. The map itself succeeds as long as no page table exists and only records the file, so the error comes late, at IOMMU_HWPT_ALLOC, when the devices are taken already. The file system is that of the longest mount point above the file in /proc/self/mountinfo. In a container without a tmpfs at /dev/shm that is the overlay of its root.',
  },
  HOST_MEMORY_FILE_SYSTEM_UNKNOWN: {
    severity: 'warning',
    summary: 'It is not known whether the file system of a memory file has files that can be mapped for devices.',
    advice: 'Look with `findmnt -T FILE` whether it is tmpfs or hugetlbfs.',
    explanation:
      'Only files on tmpfs and hugetlbfs can be pinned: mm/gup.c memfd_pin_folios (7.3). Which file system a file is on stands in /proc/self/mountinfo; a captured tree or machine file may not have it. The file system `rootfs`, in which a machine without a root disk runs, is tmpfs or ramfs, and does not show which (init/do_mounts.c init_rootfs): a tmpfs mounted on a folder of it is certain.',
  },
  HOST_MEMORY_NO_ROOM: {
    severity: 'error',
    summary: 'Guest memory does not fit into what is free on its tmpfs, or in the pool of huge pages.',
    advice:
      'Make the tmpfs larger or the pool of huge pages bigger, with the command of the message, or remove files from it.',
    explanation:
      'A memory file may have holes: one that pasidctl makes is empty, and one that a VMM makes is filled as the guest touches it. Pinning fills them all (mm/memfd.c memfd_alloc_folio, 7.3). Where a tmpfs has no room that fails with ENOSPC (mm/shmem.c shmem_inode_acct_blocks), and where no huge page is left with ENOMEM (mm/hugetlb.c hugetlb_reserve_pages), at the map or at IOMMU_HWPT_ALLOC, when the devices are taken already. All files on one mount count together, and all hugetlbfs of one page size share a pool. A tmpfs may take half of the memory unless `size=` says otherwise.',
  },
  HOST_MEMORY_ROOM_UNSURE: {
    severity: 'warning',
    summary: 'Guest memory may not fit into what is free on its tmpfs, or in the pool of huge pages.',
    advice: 'Make the tmpfs larger or the pool of huge pages bigger, with the command of the message.',
    explanation:
      'How much pinning allocates depends on where a file has its holes, and on pages that are reserved: a huge page that is reserved for a file that a VMM has mapped is not free for others, and is for that file. The kernel may also add pages to a pool on demand, up to nr_overcommit_hugepages, if it finds memory in one piece. So this may work. Where it does not, the map fails with ENOSPC or ENOMEM, and apply undoes what it did.',
  },
  HOST_MEMORY_HUGE_PAGE: {
    severity: 'error',
    summary: 'A memory file on hugetlbfs would not have whole huge pages.',
    advice: 'Let `offset` and `size` of the last region end at a multiple of the page size, which the message names.',
    explanation:
      'A file on hugetlbfs consists of whole pages of its mount (option pagesize): making one of another size fails with EINVAL, fs/hugetlbfs/inode.c hugetlbfs_setattr (7.3). Regions within the file need no such alignment.',
  },
  HOST_MEMORY_TOO_MUCH: {
    severity: 'error',
    summary: 'More guest memory is to be pinned than the machine has.',
    advice: 'Give the guests less memory, or free huge pages that nobody uses.',
    explanation:
      'Pinned pages stay in memory: they cannot be swapped out or moved away. Guest memory on tmpfs must therefore fit into MemTotal of /proc/meminfo without what the pools of huge pages have taken.',
  },
  HOST_MEMORY_SCARCE: {
    severity: 'warning',
    summary: 'Pinning guest memory takes more than is available now.',
    advice: 'Stop other programs first, or give the guests less memory.',
    explanation:
      'Pinning allocates every hole of the memory files at once. MemAvailable of /proc/meminfo estimates what the kernel can give without swapping. Beyond it other memory is swapped out, and where there is no swap the kernel kills processes, perhaps a running guest.',
  },
  HOST_MEMORY_UNKNOWN: {
    severity: 'warning',
    summary: 'How much memory the machine has is not known.',
    advice: 'Mount /proc, and look why /proc/meminfo cannot be read.',
    explanation:
      'Pinned guest memory must fit into the memory of the machine. MemTotal and MemAvailable of /proc/meminfo tell how much there is.',
  },
  HOST_MEMLOCK: {
    severity: 'error',
    summary: 'This user may not pin as much memory as the vIOMMUs of the spec need.',
    advice:
      'Raise the limit with the command of the message, with `LimitMEMLOCK=infinity` in a systemd unit or `memlock` in /etc/security/limits.conf, or run as root.',
    explanation:
      'iommufd counts pinned pages for each user, over all processes, and compares with RLIMIT_MEMLOCK of the process that maps: ENOMEM, drivers/iommu/iommufd/pages.c incr_user_locked_vm (7.3). All regions of all vIOMMUs count together, a file that is mapped twice counts twice, and so do other programs of the same user, and io_uring; how much that is the kernel does not show. Nothing is counted for a process with CAP_IPC_LOCK in the first user namespace. The default is 8 MiB.',
  },
} as const satisfies Record<string, CatalogueEntry>;
