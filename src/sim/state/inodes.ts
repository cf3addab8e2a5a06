/** Memory files: reading and writing their pages, and freeing them with the last reference. */

import { PAGE_BYTES } from '../../model/page.ts';
import type { IovaRange } from './address-space.ts';
import type { Inode, World } from './world.ts';

/** A file of zeros with one reference, for its path or its caller. Undone by: releaseInode. */
export function newInode(
  world: World,
  path: string,
  { sizeBytes, populated = [] }: { readonly sizeBytes: bigint; readonly populated?: IovaRange[] },
): number {
  const number = world.nextNumber++;
  world.inodes.set(number, { path, sizeBytes, pages: new Map(), populated, references: 1, lockedBy: 0 });
  return number;
}

export function retainInode(world: World, number: number): void {
  const inode = world.inodes.get(number);
  if (inode !== undefined) inode.references += 1;
}

/** Drop a reference; the last one frees the pages. Undone by: retainInode, unless it was the last one. */
export function releaseInode(world: World, number: number): void {
  const inode = world.inodes.get(number);
  if (inode === undefined) return;
  inode.references -= 1;
  if (inode.references === 0) world.inodes.delete(number);
}

/** Fill `into` from an offset; bytes past the end of the file stay as they are. Returns the number of bytes read. */
export function readInode(inode: Inode, offset: bigint, into: Uint8Array): number {
  const length = clampedLength(inode, offset, into.length);
  eachPage(Number(offset), length, ({ page, at, from, count }) => {
    const bytes = inode.pages.get(page);
    if (bytes === undefined) into.fill(0, from, from + count);
    else into.set(bytes.subarray(at, at + count), from);
  });
  return length;
}

/** Store bytes from an offset up to the end of the file, which never grows. Returns the number of bytes written. */
export function writeInode(inode: Inode, offset: bigint, from: Uint8Array): number {
  const length = clampedLength(inode, offset, from.length);
  eachPage(Number(offset), length, ({ page, at, from: start, count }) => {
    const bytes = inode.pages.get(page) ?? new Uint8Array(PAGE_BYTES);
    inode.pages.set(page, bytes);
    bytes.set(from.subarray(start, start + count), at);
  });
  return length;
}

interface Piece {
  readonly page: number;
  readonly at: number;
  readonly from: number;
  readonly count: number;
}

function eachPage(offset: number, length: number, visit: (piece: Piece) => void): void {
  for (let from = 0; from < length; ) {
    const at = (offset + from) % PAGE_BYTES;
    const count = Math.min(PAGE_BYTES - at, length - from);
    visit({ page: Math.floor((offset + from) / PAGE_BYTES), at, from, count });
    from += count;
  }
}

function clampedLength(inode: Inode, offset: bigint, length: number): number {
  if (offset < 0n || offset >= inode.sizeBytes) return 0;
  const left = inode.sizeBytes - offset;
  return left < BigInt(length) ? Number(left) : length;
}
