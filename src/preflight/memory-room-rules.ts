/** Pinning allocates the holes of a memory file: its file system, or the pool of huge pages, must have room for them. */

import { poolOf } from '../linux/map-file.ts';
import { groupBy } from '../model/group-by.ts';
import type { HugePages, MountedFileSystem } from '../model/host.ts';
import { count, formatBytes } from '../text/amounts.ts';
import { shellWord } from '../text/shell-word.ts';
import { type Problem, problem } from './check.ts';
import { type Context, listed } from './context.ts';
import { type PinnedFile, pinnedFiles, sizePlace, sumOf } from './memory-files.ts';
import { writeCommand } from './shell.ts';

const POOLS = '/sys/kernel/mm/hugepages';

/** False where no limit is known, as on a captured tree: then there is nothing to compare with. */
export function roomIsKnown(context: Context): boolean {
  const isLimited = ({ mount }: PinnedFile): boolean =>
    mount !== null &&
    (mount.freeBytes !== null ||
      mount.limitBytes !== null ||
      context.host.process !== null ||
      (mount.pageBytes !== null && context.host.memory !== null));
  return pinnedFiles(context).some(isLimited);
}

export function* memoryWithoutRoom(context: Context): Iterable<Problem> {
  const files = pinnedFiles(context);
  yield* oddSizes(context, files);
  const byMount = groupBy(files, ({ mount }) => mount);
  for (const [mount, those] of byMount) {
    if (mount === null) continue;
    const beyond = beyondLimit(context, mount, those);
    if (beyond === null) yield* fullMount(context, mount, those);
    else yield beyond;
  }
  // Several mounts may share a pool.
  const byPool = groupBy(files, ({ mount }) => mount && poolOf(mount, context.host.memory));
  for (const [pool, those] of byPool) {
    if (pool !== null) yield* emptyPool(context, pool, those);
    else yield* poolUnread(context, those);
  }
}

/** ftruncate(2) refuses such a size with EINVAL. Source: fs/hugetlbfs/inode.c hugetlbfs_setattr (7.3). */
function* oddSizes(context: Context, files: readonly PinnedFile[]): Iterable<Problem> {
  for (const file of files) {
    const { mount, newBytes, path } = file;
    const pageBytes = mount?.pageBytes ?? null;
    if (mount === null || pageBytes === null || newBytes === null || newBytes % pageBytes === 0n) continue;
    const whole = newBytes - (newBytes % pageBytes) + pageBytes;
    yield problem(context, {
      devices: file.devices,
      code: 'HOST_MEMORY_HUGE_PAGE',
      message: `${path} would have ${formatBytes(newBytes)}, and files at ${mount.mountPoint} have whole pages of ${formatBytes(pageBytes)}.`,
      at: sizePlace(file),
      advice: `Make the memory end at a multiple of ${formatBytes(pageBytes)}, such as ${formatBytes(whole)}.`,
      evidence: [{ source: '/proc/self/mountinfo', value: `${mount.mountPoint} pagesize=${formatBytes(pageBytes)}` }],
    });
  }
}

/** Whatever is free now: more than its option `size` never fits. */
function beyondLimit(context: Context, mount: MountedFileSystem, files: readonly PinnedFile[]): Problem | null {
  const { limitBytes, mountPoint } = mount;
  const pinned = sumOf(files, ({ pinnedBytes }) => pinnedBytes);
  if (limitBytes === null || pinned <= limitBytes) return null;
  const place = shellWord(mountPoint);
  return shortage(context, files, {
    isCertain: true,
    words: `Files at ${mountPoint} may take ${formatBytes(limitBytes)} in all, and guest memory on it takes ${formatBytes(pinned)}`,
    source: '/proc/self/mountinfo',
    value: `${mountPoint} size=${formatBytes(limitBytes)}`,
    fix: remount(mount, String(pinned)),
    confirm: `df -h ${place}`,
  });
}

/** hugetlbfs keeps the size that it was mounted with. */
function remount({ type, mountPoint }: MountedFileSystem, size: string): string | null {
  return type === 'hugetlbfs' ? null : `sudo mount -o remount,size=${size} ${shellWord(mountPoint)}`;
}

function* fullMount(context: Context, mount: MountedFileSystem, files: readonly PinnedFile[]): Iterable<Problem> {
  const { freeBytes, mountPoint } = mount;
  const needed = neededBy(files);
  if (freeBytes === null || needed.possible <= freeBytes) return;
  const isCertain = needed.certain > freeBytes;
  const place = shellWord(mountPoint);
  const take = isCertain ? needed.certain : needed.possible;
  yield shortage(context, files, {
    isCertain,
    words: `${mountPoint} has ${formatBytes(freeBytes)} free, and guest memory on it ${isCertain ? 'takes' : 'may take'} ${formatBytes(take)} more`,
    source: `statfs ${mountPoint}`,
    value: `${formatBytes(freeBytes)} free`,
    fix: remount(mount, `$(( $(df -B1 --output=used ${place} | tail -n 1) + ${take} ))`),
    confirm: `df -h ${place}`,
  });
}

/** Huge pages, which come from a pool, and nothing tells how many of them are free. */
function* poolUnread(context: Context, all: readonly PinnedFile[]): Iterable<Problem> {
  const files = all.filter(({ mount, newBytes, holes }) => {
    const isOdd = newBytes !== null && newBytes % (mount?.pageBytes ?? 1n) !== 0n;
    return mount?.type === 'hugetlbfs' && holes.possible > 0n && !isOdd;
  });
  const [first] = files;
  if (first === undefined || !roomIsKnown(context)) return;
  yield problem(context, {
    devices: [...new Set(files.flatMap(({ devices }) => devices))],
    code: 'HOST_MEMORY_ROOM_UNSURE',
    message: `Whether huge pages are left for ${listed(files.map(({ path }) => path))} is not known: their pool could not be read.`,
    at: sizePlace(first),
    evidence: [{ source: POOLS, value: 'not read' }],
    unknown: true,
    confirm: `grep -r . ${POOLS}`,
  });
}

function* emptyPool(context: Context, pool: HugePages, files: readonly PinnedFile[]): Iterable<Problem> {
  const { pageBytes, total, free, growth } = pool;
  const pages = (bytes: bigint): number => Number(bytes / pageBytes);
  const needed = pages(neededBy(files).possible);
  // Pages of a file that is there may be reserved for it: they are not free for others, and are for it.
  const certain = pages(neededBy(files.filter(({ newBytes }) => newBytes !== null)).certain);
  if (needed <= free) return;
  const folder = `${POOLS}/hugepages-${pageBytes >> 10n}kB`;
  const isCertain = certain > free + growth;
  yield shortage(context, files, {
    isCertain,
    words: `${count(free, 'huge page')} of ${formatBytes(pageBytes)} ${free === 1 ? 'is' : 'are'} free, and guest memory ${isCertain ? 'takes' : 'may take'} ${needed} more`,
    source: `${folder}/free_hugepages`,
    value: `${free} not reserved, of ${total}`,
    fix: writeCommand([total + needed - free, `${folder}/nr_hugepages`]),
    confirm: `cat ${folder}/free_hugepages`,
  });
}

function neededBy(files: readonly PinnedFile[]): PinnedFile['holes'] {
  return { certain: sumOf(files, ({ holes }) => holes.certain), possible: sumOf(files, ({ holes }) => holes.possible) };
}

interface Shortage {
  readonly isCertain: boolean;
  readonly words: string;
  readonly source: string;
  readonly value: string;
  readonly fix: string | null;
  readonly confirm: string;
}

function shortage(context: Context, files: readonly PinnedFile[], { isCertain, words, ...told }: Shortage): Problem {
  const hungry = files.filter(({ holes }) => holes.possible > 0n);
  const [first] = hungry;
  const { source, value, fix, confirm } = told;
  return problem(context, {
    devices: [...new Set(hungry.flatMap(({ devices }) => devices))],
    code: isCertain ? 'HOST_MEMORY_NO_ROOM' : 'HOST_MEMORY_ROOM_UNSURE',
    message: `${words} (${listed(hungry.map(({ path }) => path))}).`,
    at: first === undefined ? null : sizePlace(first),
    evidence: [{ source, value }],
    ...(fix === null ? {} : { fix }),
    confirm,
  });
}
