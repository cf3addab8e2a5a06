/** A small guest with hand-made tables: function 00:05.0 with PASID 5 (first stage) and PASID 70 (pass-through). */

import { CONTEXT_ENTRY } from '../../src/vtd/context-entry.ts';
import { DIRECTORY_ENTRY } from '../../src/vtd/pasid-directory.ts';
import { PASID_ENTRY } from '../../src/vtd/pasid-entry.ts';
import { ROOT_ENTRY } from '../../src/vtd/root-entry.ts';

export interface GuestImage {
  /** Its memory, from address 0 on. */
  readonly bytes: Uint8Array;
  /** The same as a replay script, with stage 1 at its end. */
  readonly script: string;
  readonly rootTable: bigint;
}

/** Words and where they stand. */
export type ImageWords = readonly (readonly [address: number, words: readonly bigint[]])[];

export const IMAGE_WORDS: ImageWords = [
  [0x1000, ROOT_ENTRY.encode({ LP: 1n, LCTP: 0x2n })],
  [0x2000 + 0x28 * 32, CONTEXT_ENTRY.encode({ P: 1n, PASIDE: 1n, PASIDDIRPTR: 0x3n })],
  [0x3000, DIRECTORY_ENTRY.encode({ P: 1n, SMPTBLPTR: 0x4n })],
  [0x3008, DIRECTORY_ENTRY.encode({ P: 1n, SMPTBLPTR: 0x5n })],
  [0x4000 + 5 * 64, PASID_ENTRY.encode({ P: 1n, PGTT: 1n, DID: 1n, FSPTPTR: 0x2000n })],
  [0x4000 + 6 * 64, PASID_ENTRY.encode({ P: 0n, PGTT: 1n, DID: 1n, FSPTPTR: 0x2000n })],
  [0x5000 + 6 * 64, PASID_ENTRY.encode({ P: 1n, PGTT: 4n, DID: 1n })],
];

export function guestImage(words: ImageWords = IMAGE_WORDS, sizeBytes = 0x1_0000): GuestImage {
  const bytes = new Uint8Array(sizeBytes);
  const view = new DataView(bytes.buffer);
  for (const [address, values] of words) {
    for (const [index, value] of values.entries()) view.setBigUint64(address + index * 8, value, true);
  }
  const operations = [
    ...words.map(([address, values]) => ({ op: 'write', gpa: hex(address), hex: bytesOf(values) })),
    { op: 'register', name: 'RTADDR', value: '0x1400' },
    { op: 'register', name: 'GSTS', value: '0xc4000000' },
    { op: 'stage', n: 1 },
  ];
  return { bytes, script: operations.map((one) => `${JSON.stringify(one)}\n`).join(''), rootTable: 0x1000n };
}

function hex(value: number): string {
  return `0x${value.toString(16)}`;
}

function bytesOf(words: readonly bigint[]): string {
  return Buffer.from(BigUint64Array.from(words).buffer).toString('hex');
}
