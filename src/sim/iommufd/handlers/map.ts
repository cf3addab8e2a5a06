/**
 * IOMMU_IOAS_MAP, MAP_FILE and COPY.
 * Source: iommufd/ioas.c iommufd_ioas_map, iommufd_ioas_map_file, iommufd_ioas_copy (7.3).
 */

import { PAGE_BYTES_BIGINT } from '../../../model/page.ts';
import { IOMMU_IOAS_MAP_FLAG, iommu_ioas_copy, iommu_ioas_map, iommu_ioas_map_file } from '../../../uapi/iommufd.ts';
import { type Area, areaIndex, type Backing, insertArea, LAST_IOVA } from '../../state/address-space.ts';
import { FAIL } from '../../state/fail.ts';
import { fileAt } from '../../state/files.ts';
import { ioasOf } from '../../state/hwpt.ts';
import { releaseInode, retainInode } from '../../state/inodes.ts';
import { fitsPage, type Memory, pinIntoTables } from '../../state/ioas-tables.ts';
import type { Ioas } from '../../state/objects.ts';
import type { World } from '../../state/world.ts';
import type { Command } from '../command.ts';
import { checkIova, findIova } from '../placement.ts';

const { FIXED_IOVA, WRITEABLE, READABLE } = IOMMU_IOAS_MAP_FLAG;
const KNOWN_FLAGS = FIXED_IOVA | WRITEABLE | READABLE;
const MAP = iommu_ioas_map.offset;
const MAP_FILE = iommu_ioas_map_file.offset;
const COPY = iommu_ioas_copy.offset;
const HUGE_PAGE_BYTES = 2n ** 21n;
/** Source: iopt_alloc_pages. */
const MOST_BYTES = LAST_IOVA - PAGE_BYTES_BIGINT;

/** Undone by: IOMMU_IOAS_UNMAP. */
export function ioasMap(command: Command): number {
  const { context, view } = command;
  const flags = view.getUint32(MAP.flags, true);
  const iova = view.getBigUint64(MAP.iova, true);
  const length = view.getBigUint64(MAP.length, true);
  if (view.getUint32(MAP.__reserved, true) !== 0) return FAIL.EOPNOTSUPP;
  const refused = checkRequest(flags, iova, length);
  if (refused < 0) return refused;
  const ioas = ioasOf(context, view.getUint32(MAP.ioas_id, true));
  if (ioas === null) return FAIL.ENOENT;
  const address = view.getBigUint64(MAP.user_va, true);
  if (address + length > LAST_IOVA) return FAIL.EOVERFLOW;
  if (length === 0n || length > MOST_BYTES) return FAIL.EINVAL;
  const writable = (flags & WRITEABLE) !== 0;
  const piece: Piece = { length, backing: { kind: 'user', address, writable } };
  return place(command, { ioas, pieces: [piece], flags, iova, iovaAt: MAP.iova });
}

/** A memory file, such as a memfd. Undone by: IOMMU_IOAS_UNMAP. Source: iopt_map_file_pages. */
export function ioasMapFile(command: Command): number {
  const { memory, context, view } = command;
  const flags = view.getUint32(MAP_FILE.flags, true);
  const iova = view.getBigUint64(MAP_FILE.iova, true);
  const length = view.getBigUint64(MAP_FILE.length, true);
  const refused = checkRequest(flags, iova, length);
  if (refused < 0) return refused;
  const ioas = ioasOf(context, view.getUint32(MAP_FILE.ioas_id, true));
  if (ioas === null) return FAIL.ENOENT;
  const offset = view.getBigUint64(MAP_FILE.start, true);
  if (length === 0n) return FAIL.EINVAL;
  if (offset + length - 1n > LAST_IOVA) return FAIL.EOVERFLOW;
  const file = fileAt(memory.world, view.getInt32(MAP_FILE.fd, true));
  if (file === null) return FAIL.EBADF;
  if (length > MOST_BYTES) return FAIL.EINVAL;
  const writable = (flags & WRITEABLE) !== 0;
  // Another kind of file fails when its pages are pinned; inode 0 has no pages.
  const inode = file.kind === 'memory' ? file.inode : 0;
  const piece: Piece = { length, backing: { kind: 'file', inode, offset, writable } };
  return place(command, { ioas, pieces: [piece], flags, iova, iovaAt: MAP_FILE.iova });
}

/** Any contiguously mapped range, exact or not. Undone by: IOMMU_IOAS_UNMAP. Source: iopt_get_pages. */
export function ioasCopy(command: Command): number {
  const { context, view } = command;
  const flags = view.getUint32(COPY.flags, true);
  const iova = view.getBigUint64(COPY.dst_iova, true);
  const length = view.getBigUint64(COPY.length, true);
  const from = view.getBigUint64(COPY.src_iova, true);
  const refused = checkRequest(flags, from === LAST_IOVA ? from : iova, length);
  if (refused < 0) return refused;
  const source = ioasOf(context, view.getUint32(COPY.src_ioas_id, true));
  if (source === null) return FAIL.ENOENT;
  const pieces = piecesOf(source, from, length);
  if (typeof pieces === 'number') return pieces;
  const ioas = ioasOf(context, view.getUint32(COPY.dst_ioas_id, true));
  if (ioas === null) return FAIL.ENOENT;
  return place(command, { ioas, pieces, flags, iova, iovaAt: COPY.dst_iova });
}

/** Memory to be mapped as one area. */
interface Piece {
  readonly length: bigint;
  readonly backing: Backing;
}

function checkRequest(flags: number, iova: bigint, length: bigint): number {
  if ((flags & ~KNOWN_FLAGS) !== 0) return FAIL.EOPNOTSUPP;
  if (iova === LAST_IOVA || length === LAST_IOVA) return FAIL.EOVERFLOW;
  return (flags & (WRITEABLE | READABLE)) === 0 ? FAIL.EINVAL : 0;
}

function piecesOf({ space }: Ioas, first: bigint, length: bigint): Piece[] | number {
  if (length === 0n) return FAIL.EINVAL;
  const last = first + length - 1n;
  if (last > LAST_IOVA) return FAIL.EOVERFLOW;
  const pieces: Piece[] = [];
  let next = first;
  for (let index = areaIndex(space, first); next <= last; index++) {
    const area = space.areas[index];
    if (area === undefined || area.first > next) return FAIL.ENOENT;
    const end = area.last < last ? area.last : last;
    pieces.push({ length: end - next + 1n, backing: shifted(area.backing, next - area.first) });
    next = end + 1n;
  }
  return pieces;
}

function shifted(backing: Backing, by: bigint): Backing {
  if (backing.kind === 'user') return { ...backing, address: backing.address + by };
  return { ...backing, offset: backing.offset + by };
}

interface Placement {
  readonly ioas: Ioas;
  readonly pieces: readonly Piece[];
  readonly flags: number;
  readonly iova: bigint;
  /** Offset of the field for the IOVA. */
  readonly iovaAt: number;
}

/**
 * The mapping stays even when the IOVA cannot be written back.
 * Source: iopt_map_pages, iopt_alloc_area_pages, iopt_insert_area.
 */
function place({ memory, context, view, respond }: Command, request: Placement): number {
  const { ioas, pieces } = request;
  const first = chooseIova(memory.world, request);
  if (first < 0n) return Number(first);
  const areas = areasAt(first, request);
  for (const area of areas) {
    if (area.writable && !area.backing.writable) return FAIL.EPERM;
    if (!fitsPage(ioas.space, area)) return FAIL.EINVAL;
  }
  for (const area of areas) {
    const result = pinIntoTables(memory, context, { ioas, area });
    if (result < 0) return result;
  }
  for (const area of areas) insertArea(ioas.space, area);
  for (const { backing } of pieces) if (backing.kind === 'file') retainInode(memory.world, backing.inode);
  view.setBigUint64(request.iovaAt, first, true);
  return respond();
}

function chooseIova({ transparentHugePages }: World, { ioas, pieces, flags, iova }: Placement): bigint {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0n);
  const backing = pieces[0]?.backing;
  if (backing === undefined || (length & (ioas.space.alignment - 1n)) !== 0n) return BigInt(FAIL.EINVAL);
  const hugeBytes = transparentHugePages ? HUGE_PAGE_BYTES : PAGE_BYTES_BIGINT;
  if ((flags & FIXED_IOVA) === 0) return findIova(ioas.space, { length, backing, hugeBytes });
  const refused = checkIova(ioas.space, iova, length);
  return refused < 0 ? BigInt(refused) : iova;
}

function areasAt(first: bigint, { pieces, flags }: Placement): Area[] {
  let next = first;
  return pieces.map(({ length, backing }) => {
    const area = { first: next, last: next + length - 1n, writable: (flags & WRITEABLE) !== 0, backing };
    next += length;
    return area;
  });
}

/** Remove areas from an IOAS, and release their memory. */
export function removeAreas({ world }: Memory, { space }: Ioas, areas: readonly Area[]): void {
  for (const area of areas) {
    space.areas.splice(areaIndex(space, area.first), 1);
    if (area.backing.kind === 'file') releaseInode(world, area.backing.inode);
  }
}
