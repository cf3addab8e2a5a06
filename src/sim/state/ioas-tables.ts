/**
 * An IOAS and its page tables (paging HWPTs): the limits that a table adds to the address space, and filling the table.
 * Source: iommufd/io_pagetable.c iopt_table_add_domain, iopt_table_remove_domain, iopt_calculate_iova_alignment (7.3).
 */

import { PAGE_BYTES_BIGINT, wholePages } from '../../model/page.ts';
import {
  type AddressSpace,
  type Area,
  type Backing,
  checkAlignment,
  LAST_IOVA,
  pageOffset,
  releaseReserved,
  reserve,
} from './address-space.ts';
import { FAIL } from './fail.ts';
import { checkPinLimit, checkPinnable, fillHoles } from './memory-room.ts';
import type { Ioas, PagingHwpt, TableShape } from './objects.ts';
import type { UserMemory } from './user-memory.ts';
import type { Context, World } from './world.ts';

/** The process memory that mappings refer to. */
export interface Memory {
  readonly world: World;
  readonly user: UserMemory;
}

type FileBacking = Extract<Backing, { kind: 'file' }>;

/** A table to be added to an IOAS. */
export interface NewTable {
  readonly id: number;
  readonly shape: TableShape;
}

/**
 * Limit the IOAS to the addresses of the table, and fill the table with the mappings.
 * EADDRINUSE: a mapping or the allow list is outside; EINVAL: pages too large, or read-only areas in a writable-only table;
 * EFAULT: deferred pinning fails. Undone by: destroyHwpt. Source: iopt_table_add_domain.
 */
export function addTable(memory: Memory, ioas: Ioas, { id, shape }: NewTable): number {
  const { space } = ioas;
  const alignment = shape.pageBytes > space.alignment ? shape.pageBytes : space.alignment;
  if (alignment > PAGE_BYTES_BIGINT) return FAIL.EINVAL;
  const misaligned = alignment > space.alignment ? checkAlignment(space, alignment) : 0;
  const result = misaligned || reserveOutside(space, { id, shape }) || fill(memory, ioas, shape);
  if (result < 0) {
    releaseReserved(space, `hwpt:${id}`);
    return result;
  }
  space.alignment = alignment;
  ioas.hwpts.push(id);
  return 0;
}

function reserveOutside(space: AddressSpace, { id, shape }: NewTable): number {
  const owner = `hwpt:${id}`;
  const below = shape.first > 0n ? reserve(space, { first: 0n, last: shape.first - 1n, owner }) : 0;
  if (below < 0) return below;
  return shape.last < LAST_IOVA ? reserve(space, { first: shape.last + 1n, last: LAST_IOVA, owner }) : 0;
}

/** Pages are pinned once for all tables, so only the first table of an IOAS can fail on missing pages. */
function fill(memory: Memory, ioas: Ioas, shape: TableShape): number {
  const { areas } = ioas.space;
  for (const [index, area] of areas.entries()) {
    const pinned = ioas.hwpts.length === 0 ? pin(memory, area, areas.slice(0, index)) : 0;
    if (pinned < 0) return pinned;
    if (shape.writableOnly && !area.writable) return FAIL.EINVAL;
  }
  return 0;
}

/**
 * Check the memory of a mapping. EFAULT: it is not mapped, or not writable although it was registered as writable, even if this
 * mapping is read-only; EINVAL: it is beyond the end of a file, or the file is of another kind; ENOSPC, ENOMEM: its holes cannot be
 * filled; ENOMEM: the user may not pin so much. What the call pinned before counts too.
 * Source: pfn_reader_user_pin, pfn_reader_user_update_pinned; mm/gup.c memfd_pin_folios.
 */
export function pin({ world, user }: Memory, area: Area, before: readonly Area[]): number {
  const length = area.last - area.first + 1n;
  const { backing } = area;
  if (backing.kind === 'user') {
    const { address, writable } = backing;
    if (!user.isMapped({ address, length, writable })) return FAIL.EFAULT;
  } else {
    const refused = pinFile(world, backing, length);
    if (refused < 0) return refused;
  }
  return checkPinLimit(world, area, before);
}

function pinFile(world: World, { inode: number, offset }: FileBacking, length: bigint): number {
  const inode = world.inodes.get(number);
  if (inode === undefined || offset + length > wholePages(inode.sizeBytes)) return FAIL.EINVAL;
  return checkPinnable(world, inode) || fillHoles(world, inode, { first: offset, last: offset + length - 1n });
}

/** Add a new mapping to all tables of the IOAS. */
export function pinIntoTables(memory: Memory, context: Context, { ioas, area }: { ioas: Ioas; area: Area }): number {
  if (ioas.hwpts.length === 0) return 0;
  const pinned = pin(memory, area, []);
  if (pinned < 0) return pinned;
  const refuses = tablesOf(context, ioas).some(({ shape }) => shape.writableOnly && !area.writable);
  return refuses ? FAIL.EINVAL : 0;
}

/** The alignment that the remaining tables and the huge-page option require. Source: iopt_calculate_iova_alignment. */
export function settleAlignment(context: Context, ioas: Ioas): number {
  let alignment = ioas.space.hugePages ? 1n : PAGE_BYTES_BIGINT;
  for (const { shape } of tablesOf(context, ioas)) {
    if (shape.pageBytes > alignment) alignment = shape.pageBytes;
  }
  const refused = alignment > ioas.space.alignment ? checkAlignment(ioas.space, alignment) : 0;
  if (refused === 0) ioas.space.alignment = alignment;
  return refused;
}

function tablesOf({ objects }: Context, { hwpts }: Ioas): PagingHwpt[] {
  return hwpts.map((id) => objects.details.get(id)).filter((detail) => detail?.kind === 'paging');
}

/** A mapping may start in the middle of a page only when the alignment allows it. */
export function fitsPage(space: AddressSpace, area: Area): boolean {
  return (pageOffset(area.backing) & (space.alignment - 1n)) === 0n;
}
