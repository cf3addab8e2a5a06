/**
 * Room for the pages of memory files: the limits of their mounts, the pools of huge pages, and the memory of the machine. Pinning
 * fills the holes of a file, and what it filled stays until the file is gone.
 * Source: mm/memfd.c memfd_alloc_folio, mm/shmem.c shmem_inode_acct_blocks, mm/hugetlb.c hugetlb_reserve_pages (7.3).
 */

import { mostShmem, mountOf, pinLimit, pinsFiles, poolOf } from '../../linux/map-file.ts';
import type { Host, HugePages, MachineFacts, MountedFileSystem } from '../../model/host.ts';
import { type Area, holes, type IovaRange } from './address-space.ts';
import { FAIL } from './fail.ts';
import type { Inode, Room, World } from './world.ts';

/** Mounts of a machine whose mounts were not read: those that distributions make. */
const USUAL_MOUNTS: readonly MountedFileSystem[] = [
  { mountPoint: '/', type: 'ext4', readOnly: false, pageBytes: null, limitBytes: null, freeBytes: null },
  {
    mountPoint: '/dev/hugepages',
    type: 'hugetlbfs',
    readOnly: false,
    pageBytes: 1n << 21n,
    limitBytes: null,
    freeBytes: null,
  },
  ...['/dev/shm', '/run', '/tmp', '/var/tmp'].map((mountPoint) => ({
    mountPoint,
    type: 'tmpfs',
    readOnly: false,
    pageBytes: null,
    limitBytes: null,
    freeBytes: null,
  })),
];

export function mountsOrUsual({ mounts }: Pick<MachineFacts, 'mounts'>): readonly MountedFileSystem[] {
  return mounts.length > 0 ? mounts : USUAL_MOUNTS;
}

/** What all files of each mount and pool together may take: what is free, and what the files have already. */
export function roomOf({ files, memory }: Host, mounts: readonly MountedFileSystem[]): Room {
  const taken = (isOn: (mount: MountedFileSystem | null) => boolean): bigint =>
    files
      .filter(({ path }) => isOn(mountOf(mounts, path)))
      .reduce((sum, { sizeBytes, allocatedBytes }) => sum + (allocatedBytes ?? sizeBytes), 0n);
  return {
    mounts: new Map(
      mounts.flatMap((mount) =>
        mostOf(mount, () => taken((one) => one === mount)).map((bytes) => [mount.mountPoint, bytes] as const),
      ),
    ),
    pools: new Map(
      (memory?.hugePages ?? []).map((pool) => [
        pool.pageBytes,
        BigInt(pool.free) * pool.pageBytes + taken((mount) => mount !== null && poolOf(mount, memory) === pool),
      ]),
    ),
  };
}

/** None where files are not limited. */
function mostOf({ freeBytes, limitBytes }: MountedFileSystem, taken: () => bigint): readonly bigint[] {
  const limits = [...(freeBytes === null ? [] : [freeBytes + taken()]), ...(limitBytes === null ? [] : [limitBytes])];
  return limits.length === 0 ? [] : [limits.reduce((least, one) => (one < least ? one : least))];
}

/** The parts of a file that are allocated when the world is made: its beginning. */
export function beginning(bytes: bigint): IovaRange[] {
  return bytes > 0n ? [{ first: 0n, last: bytes - 1n }] : [];
}

/** `null` also for a memfd and the like, which have no path. */
function mountOfInode({ machine }: World, { path }: Inode): MountedFileSystem | null {
  return path.startsWith('/') ? mountOf(machine.mounts, path) : null;
}

/** EINVAL for a file that is neither shmem nor on hugetlbfs. Source: mm/gup.c memfd_pin_folios (7.3). */
export function checkPinnable(world: World, inode: Inode): number {
  const mount = mountOfInode(world, inode);
  return mount !== null && pinsFiles(mount.type) === 'no' ? FAIL.EINVAL : 0;
}

/** Fill the holes in a range of a file. ENOSPC: its tmpfs is full; ENOMEM: no huge page or no memory is left. */
export function fillHoles(world: World, inode: Inode, range: IovaRange): number {
  const mount = mountOfInode(world, inode);
  const gaps = holes(inode.populated, wholePages(range, mount?.pageBytes ?? 1n));
  if (gaps.length === 0) return 0;
  const refused = mount === null ? 0 : checkRoom(world, mount, sizeOf(gaps));
  if (refused === 0) inode.populated.push(...gaps);
  return refused;
}

function checkRoom(world: World, mount: MountedFileSystem, bytes: bigint): number {
  const { memory } = world.machine;
  const isHuge = mount.type === 'hugetlbfs';
  const free = freeOnMount(world, mount);
  if (free !== null && bytes > free) return isHuge ? FAIL.ENOMEM : FAIL.ENOSPC;
  if (memory === null) return 0;
  const pool = poolOf(mount, memory);
  if (pool !== null) return bytes > leftInPool(world, pool) + growthOf(pool) ? FAIL.ENOMEM : 0;
  const shmem = takenBy(world, (inode) => mountOfInode(world, inode)?.type !== 'hugetlbfs');
  const most = mostShmem(memory);
  return !isHuge && most !== null && shmem + bytes > most ? FAIL.ENOMEM : 0;
}

/** Free bytes of a mount; `null` without a limit. */
export function freeOnMount(world: World, mount: MountedFileSystem): bigint | null {
  const most = world.room.mounts.get(mount.mountPoint);
  if (most === undefined) return null;
  return most - takenBy(world, (inode) => mountOfInode(world, inode) === mount);
}

/** A pool as it is now: pages that were added on demand are in `total`. */
export function poolNow(world: World, pool: HugePages): HugePages {
  const left = Number(leftInPool(world, pool) / pool.pageBytes);
  const added = Math.max(0, -left);
  return { ...pool, total: pool.total + added, free: Math.max(0, left), growth: pool.growth - added };
}

/** Negative when pages were added on demand. */
function leftInPool(world: World, pool: HugePages): bigint {
  const { memory } = world.machine;
  const isInPool = (inode: Inode): boolean => {
    const mount = mountOfInode(world, inode);
    return mount !== null && poolOf(mount, memory) === pool;
  };
  return (world.room.pools.get(pool.pageBytes) ?? 0n) - takenBy(world, isInPool);
}

function growthOf({ growth, pageBytes }: HugePages): bigint {
  return BigInt(growth) * pageBytes;
}

/** Bytes that the files with a path have allocated. */
function takenBy({ inodes }: World, isMeant: (inode: Inode) => boolean): bigint {
  let taken = 0n;
  for (const inode of inodes.values()) {
    if (inode.path.startsWith('/') && isMeant(inode)) taken += allocatedOf(inode);
  }
  return taken;
}

export function allocatedOf({ populated }: Inode): bigint {
  return sizeOf(populated);
}

function sizeOf(ranges: readonly IovaRange[]): bigint {
  return ranges.reduce((sum, { first, last }) => sum + last - first + 1n, 0n);
}

function wholePages({ first, last }: IovaRange, pageBytes: bigint): IovaRange {
  return { first: first - (first % pageBytes), last: last - (last % pageBytes) + pageBytes - 1n };
}

/**
 * ENOMEM when the memory of the area exceeds what the user may pin. `before` is what was pinned in the same call.
 * Source: iommufd/pages.c incr_user_locked_vm (7.3).
 */
export function checkPinLimit(world: World, area: IovaRange, before: readonly Area[]): number {
  const { process } = world.machine;
  const limit = process === null ? null : pinLimit(process);
  if (limit === null) return 0;
  return pinned(world) + sizeOf(before) + sizeOf([area]) > limit ? FAIL.ENOMEM : 0;
}

/** Memory is pinned while its IOAS has a table. A copy counts again, other than in the kernel. */
function pinned({ contexts }: World): bigint {
  let bytes = 0n;
  for (const { objects } of contexts.values()) {
    for (const detail of objects.details.values()) {
      if (detail.kind === 'ioas' && detail.hwpts.length > 0) bytes += sizeOf(detail.space.areas);
    }
  }
  return bytes;
}
