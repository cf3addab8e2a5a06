/**
 * The host's own VT-d tables: /sys/kernel/debug/iommu/intel/dmar_translation_struct, one line per present PASID entry.
 * Needs root and CONFIG_INTEL_IOMMU_DEBUGFS. Source: drivers/iommu/intel/debugfs.c (7.3).
 */

import type { Bdf } from '../model/bdf.ts';
import { PASID_ENTRY_STEP } from '../vtd/pasid-entry.ts';
import type { SysTree } from './sys-tree.ts';

const PATH = '/sys/kernel/debug/iommu/intel/dmar_translation_struct';

/** A line is about 150 bytes: enough for 400,000 entries. */
const LIMIT_BYTES = 64 * 1024 * 1024;

/**
 * PASID entries by `bb:dd.f` and PASID, such as `6a:01.0 5`; PASID 0 is the RID, and the kernel omits the segment.
 * 16 elements of 32 bits each, of which the kernel prints the first six (bits 191:0); the others are 0.
 */
export type DmarTables = ReadonlyMap<string, Uint32Array>;

/** Null when the file does not exist, is not readable, or is larger than the limit. */
export function readDmarTables(tree: SysTree): DmarTables | null {
  const bytes = tree.readBytes(PATH, LIMIT_BYTES);
  return bytes === null || bytes.length >= LIMIT_BYTES ? null : parseDmarTables(new TextDecoder().decode(bytes));
}

export function dmarKey(address: Bdf, pasid: number): string {
  return `${address.slice(address.indexOf(':') + 1)} ${pasid}`;
}

/** `B.D.F⇥root⇥context⇥PASID⇥qword2:qword1:qword0`; lines of another form are headings, or belong to legacy mode. */
const LINE =
  /^([0-9a-f]{2}:[0-9a-f]{2}\.[0-7])\t[^\t]*\t[^\t]*\t(\d+) *\t0x([0-9a-f]{16}):0x([0-9a-f]{16}):0x([0-9a-f]{16})$/;

export function parseDmarTables(text: string): DmarTables {
  const tables = new Map<string, Uint32Array>();
  for (const line of text.split('\n')) {
    const [, address, pasid, high = '', middle = '', low = ''] = LINE.exec(line) ?? [];
    if (address === undefined) continue;
    const entry = new Uint32Array(PASID_ENTRY_STEP);
    for (const [index, word] of [low, middle, high].entries()) {
      entry[2 * index] = Number.parseInt(word.slice(8), 16);
      entry[2 * index + 1] = Number.parseInt(word.slice(0, 8), 16);
    }
    tables.set(`${address} ${pasid}`, entry);
  }
  return tables;
}
