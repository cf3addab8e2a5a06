/** The files of guest memory that pasidctl pins: what of each is pinned, where it is, and what pinning has to allocate. */

import { mountOf } from '../linux/map-file.ts';
import { groupBy } from '../model/group-by.ts';
import type { MountedFileSystem } from '../model/host.ts';
import { PAGE_BYTES_BIGINT } from '../model/page.ts';
import type { MemorySpec, ViommuSpec } from '../model/spec.ts';
import type { Context, Place } from './context.ts';

export interface MemoryRegion {
  readonly viommu: ViommuSpec;
  readonly memory: MemorySpec;
}

/** Files that are there or are to be made, with at least one region that is pinned. */
export interface PinnedFile {
  readonly path: string;
  /** `null` when it is not known. */
  readonly mount: MountedFileSystem | null;
  /** Names of vIOMMUs and devices whose memory it is. */
  readonly viommus: readonly string[];
  readonly devices: readonly string[];
  /** Its first region. */
  readonly memory: MemorySpec;
  /** Size of the file that pasidctl makes; `null` when it is there. */
  readonly newBytes: bigint | null;
  /** Whole pages that are pinned, each once. */
  readonly pinnedBytes: bigint;
  /** What pinning allocates: at least, and at most. */
  readonly holes: { readonly certain: bigint; readonly possible: bigint };
}

/** Regions that pasidctl pins: those of vIOMMUs with devices. Without a device there is no HWPT, and a map only records the file. */
export function pinnedRegions({ spec }: Pick<Context, 'spec'>): readonly MemoryRegion[] {
  return spec.viommus
    .filter(({ holder, devices }) => holder === 'agent' && devices.length > 0)
    .flatMap((viommu) => viommu.memory.map((memory) => ({ viommu, memory })));
}

export function pinnedFiles(context: Context): readonly PinnedFile[] {
  const byPath = groupBy(pinnedRegions(context), ({ memory }) => memory.file);
  return [...byPath].flatMap(([path, regions]) => pinnedFile(context, path, regions));
}

/** The mount that a file of the spec is on, through links of its folder; `null` when it is not known. */
export function mountOfFile({ host }: Pick<Context, 'host'>, path: string): MountedFileSystem | null {
  const realPath = host.realPaths?.find((one) => one.path === path)?.realPath ?? path;
  return mountOf(host.mounts, realPath);
}

function pinnedFile({ host, spec }: Context, path: string, regions: readonly MemoryRegion[]): PinnedFile[] {
  const [first] = regions;
  const file = host.files.find((one) => one.path === path);
  const newBytes = file === undefined ? sizeToMake({ spec }, path) : null;
  // What is missing is reported by memoryMissing.
  if (first === undefined || (file === undefined && newBytes === null)) return [];
  const mount = mountOfFile({ host }, path);
  const pinnedBytes = sizeOfUnion(regions, mount?.pageBytes ?? PAGE_BYTES_BIGINT);
  const sizeBytes = file?.sizeBytes ?? newBytes ?? 0n;
  const allocated = file === undefined ? 0n : file.allocatedBytes;
  return [
    {
      ...{ path, mount, newBytes, pinnedBytes, memory: first.memory },
      viommus: [...new Set(regions.map(({ viommu }) => viommu.name))],
      devices: [...new Set(regions.flatMap(({ viommu }) => viommu.devices))],
      holes: {
        certain: allocated === null ? 0n : atLeastZero(pinnedBytes - allocated),
        possible: smaller(pinnedBytes, atLeastZero(sizeBytes - (allocated ?? 0n))),
      },
    },
  ];
}

/** Size of a missing file that the spec asks to make, large enough for the regions that ask for it; `null` when none does. */
export function sizeToMake({ spec }: Pick<Context, 'spec'>, path: string): bigint | null {
  const ends = spec.viommus
    .filter(({ holder }) => holder === 'agent')
    .flatMap(({ memory }) => memory)
    .filter(({ file, create }) => create && file === path)
    .map(({ offsetBytes, sizeBytes }) => offsetBytes + sizeBytes);
  return ends.length === 0 ? null : ends.reduce((largest, end) => (end > largest ? end : largest));
}

/** Bytes of the pages that the regions touch, each page once. */
function sizeOfUnion(regions: readonly MemoryRegion[], pageBytes: bigint): bigint {
  const pages = regions
    .map(({ memory: { offsetBytes, sizeBytes } }) => ({
      first: offsetBytes / pageBytes,
      end: (offsetBytes + sizeBytes + pageBytes - 1n) / pageBytes,
    }))
    .sort((a, b) => (a.first < b.first ? -1 : 1));
  let count = 0n;
  let done = 0n;
  for (const { first, end } of pages) {
    const from = first > done ? first : done;
    if (end > from) count += end - from;
    if (end > done) done = end;
  }
  return count * pageBytes;
}

function atLeastZero(value: bigint): bigint {
  return value > 0n ? value : 0n;
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

export function sumOf(files: readonly PinnedFile[], part: (file: PinnedFile) => bigint): bigint {
  return files.reduce((sum, file) => sum + part(file), 0n);
}

/** The line of the spec that gives a file's size. */
export function sizePlace({ memory }: PinnedFile): Place {
  return { origin: memory.origin, key: 'size' };
}
