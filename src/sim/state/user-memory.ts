/**
 * The memory of the calling process: byte arrays, which get an address on request, and mmap ranges.
 *
 * An access succeeds as a whole or fails with false, which is EFAULT, as in the kernel's copy_from_user and copy_to_user.
 * Addresses of arrays are valid in this process only; mmap ranges are part of the world and stay.
 */

import type { Pointer } from '../../kernel/syscalls.ts';
import { PAGE_BYTES_BIGINT, wholePages } from '../../model/page.ts';
import { readInode, writeInode } from './inodes.ts';
import type { UserMapping, World } from './world.ts';

export interface UserMemory {
  addressOf(bytes: Uint8Array): bigint;
  /** False: EFAULT. */
  read(from: Pointer, into: Uint8Array): boolean;
  write(to: Pointer, from: Uint8Array): boolean;
  /** True when every page of the range is mapped, and writable on request. */
  isMapped(range: { readonly address: bigint; readonly length: bigint; readonly writable: boolean }): boolean;
  /** Identifies the memory at an address, equally for all of its mappings; `null` where nothing is readable. */
  pageAt(address: bigint): string | null;
}

/** Addresses of byte arrays, below all mmap ranges. */
const ARRAYS = 0x5500_0000_0000n;

interface Known {
  readonly base: bigint;
  readonly end: bigint;
  readonly buffer: WeakRef<ArrayBufferLike>;
}

export function userMemory(world: World): UserMemory {
  const arrays = arrayAddresses();
  const mappingAt = (address: bigint): UserMapping | null =>
    world.mappings.find((m) => m.address <= address && address < m.address + m.lengthBytes) ?? null;

  function access(at: bigint, bytes: Uint8Array, kind: 'read' | 'write'): boolean {
    if (bytes.length === 0) return true;
    const own = arrays.find(at);
    if (own !== null) return copyOwn(own, at, { bytes, kind });
    const mapping = mappingAt(at);
    if (mapping === null || !permits(mapping, kind)) return false;
    if (at + BigInt(bytes.length) > mapping.address + mapping.lengthBytes) return false;
    const inode = world.inodes.get(mapping.inode);
    if (inode === undefined) return false;
    const offset = mapping.offset + (at - mapping.address);
    const done = kind === 'read' ? readInode(inode, offset, bytes) : writeInode(inode, offset, bytes);
    return done === bytes.length;
  }

  return {
    addressOf: arrays.addressOf,
    read: (from, into) => (typeof from === 'bigint' ? access(from, into, 'read') : copyFrom(from, into)),
    write: (to, from) => {
      if (typeof to === 'bigint') return access(to, from, 'write');
      return to.length >= from.length && copyFrom(from, to.subarray(0, from.length));
    },
    isMapped({ address, length, writable }) {
      const last = address + length - 1n;
      for (let at = address; at <= last; ) {
        const end = arrays.find(at)?.end ?? endOf(world, mappingAt(at), writable ? 'write' : 'read');
        if (end === null || end <= at) return false;
        at = end;
      }
      return true;
    },
    pageAt(address) {
      const own = arrays.find(address);
      if (own !== null) return `array ${address}`;
      const mapping = mappingAt(address);
      if (mapping === null || address >= (endOf(world, mapping, 'read') ?? 0n)) return null;
      return pageName(mapping.inode, mapping.offset + (address - mapping.address));
    },
  };
}

export function pageName(inode: number, offset: bigint): string {
  return `inode ${inode} at ${offset}`;
}

function permits(mapping: UserMapping, kind: 'read' | 'write'): boolean {
  return kind === 'read' ? mapping.readable : mapping.writable;
}

/** First address after the accessible memory of a mapping, which ends with the file's last page; `null` when there is none. */
function endOf(world: World, mapping: UserMapping | null, kind: 'read' | 'write'): bigint | null {
  if (mapping === null || !mapping.readable || !permits(mapping, kind)) return null;
  const fileBytes = (world.inodes.get(mapping.inode)?.sizeBytes ?? 0n) - mapping.offset;
  const length = wholePages(fileBytes);
  if (length <= 0n) return null;
  return mapping.address + (length < mapping.lengthBytes ? length : mapping.lengthBytes);
}

/** False when `from` is too short for `into`, as if the struct ended at an unmapped page. */
function copyFrom(from: Uint8Array, into: Uint8Array): boolean {
  if (from.length < into.length) return false;
  into.set(from.length === into.length ? from : from.subarray(0, into.length));
  return true;
}

function copyOwn(own: Known, at: bigint, { bytes, kind }: { bytes: Uint8Array; kind: 'read' | 'write' }): boolean {
  const buffer = own.buffer.deref();
  const offset = Number(at - own.base);
  if (buffer === undefined || offset + bytes.length > buffer.byteLength) return false;
  const there = new Uint8Array(buffer, offset, bytes.length);
  if (kind === 'read') bytes.set(there);
  else there.set(bytes);
  return true;
}

interface ArrayAddresses {
  addressOf(bytes: Uint8Array): bigint;
  find(address: bigint): Known | null;
}

/** Buffers get ascending page-aligned addresses, so the list stays sorted. Collected buffers are removed from time to time. */
function arrayAddresses(): ArrayAddresses {
  const bases = new WeakMap<ArrayBufferLike, bigint>();
  let known: Known[] = [];
  let next = ARRAYS;
  let sweepAt = 4096;

  function register(buffer: ArrayBufferLike): bigint {
    const base = next;
    const end = wholePages(base + BigInt(buffer.byteLength));
    // A page of nothing lies between two arrays.
    next = end + PAGE_BYTES_BIGINT;
    if (known.length >= sweepAt) {
      known = known.filter(({ buffer: ref }) => ref.deref() !== undefined);
      sweepAt = Math.max(4096, 2 * known.length);
    }
    known.push({ base, end, buffer: new WeakRef(buffer) });
    bases.set(buffer, base);
    return base;
  }

  return {
    addressOf: ({ buffer, byteOffset }) => (bases.get(buffer) ?? register(buffer)) + BigInt(byteOffset),
    find(address) {
      if (address < ARRAYS || address >= next) return null;
      const last = known.findLastIndex(({ base }) => base <= address);
      const found = known[last];
      return found !== undefined && address < found.end && found.buffer.deref() !== undefined ? found : null;
    },
  };
}
