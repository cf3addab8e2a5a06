/** Guest tables for tests: one root, one context table, and per device a directory and PASID tables at fixed places. */

import type { ScriptMemory } from '../../src/guest/script-memory.ts';

export const ROOT = 0x10000;
const CONTEXT = 0x11000;
export const TRANSLATING = 0xc400_0000n;
export const SCALABLE = 0x400;

export function words(...values: readonly bigint[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 8);
  const view = new DataView(bytes.buffer);
  for (const [index, value] of values.entries()) view.setBigUint64(index * 8, value, true);
  return bytes;
}

/** Eight words of an entry. */
export function firstStage(domain: number, table: number | bigint, flags = 0n): Uint8Array {
  return words(0x41n, BigInt(domain), BigInt(table) | flags, 0n, 0n, 0n, 0n, 0n);
}

export function passThrough(domain: number): Uint8Array {
  return words(0x101n, BigInt(domain), 0n, 0n, 0n, 0n, 0n, 0n);
}

export const NOT_PRESENT: Uint8Array = new Uint8Array(64);

/** Tables of devices 5, 6, 7 … of bus 0, by index. */
export interface GuestTables {
  /** Root, context and first directory entries. */
  writeAll(count: number): void;
  writeEntry(device: number, pasid: number, entry: Uint8Array): void;
  writeDirectory(device: number, number: number, value?: bigint): void;
  writeContext(device: number, word: bigint): void;
  /** Address of the table of 64 PASIDs. */
  tableAt(device: number, number: number): number;
  directoryAt(device: number): number;
}

export function guestTables(memory: ScriptMemory): GuestTables {
  const directoryAt = (device: number): number => 0x20000 + device * 0x1000;
  const tableAt = (device: number, number: number): number => 0x100_0000 * (device + 1) + number * 0x1000;
  const write = (address: number, bytes: Uint8Array): void => memory.write(BigInt(address), bytes);
  const tables: GuestTables = {
    writeAll(count) {
      write(ROOT, words(BigInt(CONTEXT) | 1n, 0n));
      for (let device = 0; device < count; device++) {
        tables.writeContext(device, BigInt(directoryAt(device)) | 0x9n);
        tables.writeDirectory(device, 0);
      }
    },
    writeEntry: (device, pasid, entry) => write(tableAt(device, pasid >> 6) + (pasid & 63) * 64, entry),
    writeDirectory: (device, number, value = BigInt(tableAt(device, number)) | 1n) =>
      write(directoryAt(device) + number * 8, words(value)),
    writeContext: (device, word) => write(CONTEXT + (5 + device) * 8 * 32, words(word, 0n, 0n, 0n)),
    tableAt,
    directoryAt,
  };
  return tables;
}

/** Descriptors. */
export const globalPasidCache = (): readonly [bigint, bigint] => [0x37n, 0n];
export const domainPasidCache = (domain: number): readonly [bigint, bigint] => [0x7n | (BigInt(domain) << 16n), 0n];
export const onePasidCache = (domain: number, pasid: number): readonly [bigint, bigint] => [
  0x17n | (BigInt(domain) << 16n) | (BigInt(pasid) << 32n),
  0n,
];
export const pasidIotlb = (domain: number, pasid: number): readonly [bigint, bigint] => [
  0x26n | (BigInt(domain) << 16n) | (BigInt(pasid) << 32n),
  0n,
];
export const pasidIotlbPages = (
  domain: number,
  pasid: number,
  { address, mask = 0, leaf = false }: { readonly address: bigint; readonly mask?: number; readonly leaf?: boolean },
): readonly [bigint, bigint] => [
  0x36n | (BigInt(domain) << 16n) | (BigInt(pasid) << 32n),
  address | BigInt(mask) | (leaf ? 0x40n : 0n),
];
export const domainIotlb = (domain: number): readonly [bigint, bigint] => [0x22n | (BigInt(domain) << 16n), 0n];
export const globalIotlb = (): readonly [bigint, bigint] => [0x12n, 0n];
export const waitDescriptor = (): readonly [bigint, bigint] => [0x2_0000_0025n, 0x14b004n];
export const pageGroupResponse = (
  source: number,
  pasid: number,
  { group, code }: { readonly group: number; readonly code: number },
): readonly [bigint, bigint] => [
  0x19n | (BigInt(code) << 12n) | (BigInt(source) << 16n) | (BigInt(pasid) << 32n),
  BigInt(group) << 3n,
];
export const contextCache = (source: number | null): readonly [bigint, bigint] => [
  source === null ? 0x11n : 0x31n | (BigInt(source) << 32n),
  0n,
];
