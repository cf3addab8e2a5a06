/**
 * Tables in the kernel's format: /sys/kernel/debug/iommu/intel/dmar_translation_struct, byte for byte.
 *
 * Source: drivers/iommu/intel/debugfs.c dmar_translation_struct_show and print_tbl_walk (7.3).
 */

import { requesterText } from '../model/bdf.ts';
import { hex } from '../text/hex.ts';
import type { WalkedFunction, WalkItem } from './walk-item.ts';

export interface DmarUnit {
  /** The kernel's name of the unit, such as `dmar0`. */
  readonly name: string;
  readonly rootTable: bigint;
  /** GSTS.TES. */
  readonly isTranslating: boolean;
  readonly mode: 'scalable' | 'legacy';
}

/** The text in pieces, in order. Problems of the walk are left out. */
export function* dmarText(unit: DmarUnit, items: Iterable<WalkItem>): Generator<string, void, undefined> {
  if (!unit.isTranslating) return yield `DMA Remapping is not enabled on ${unit.name}\n`;
  yield `IOMMU ${unit.name}: Root Table Address: ${hex(unit.rootTable)}\n`;
  yield 'B.D.F\tRoot_entry\t\t\t\tContext_entry\t\t\t\tPASID\tPASID_table_entry\n';
  for (const item of items) {
    const line = lineOf(unit, item);
    if (line !== null) yield line;
  }
  yield '\n';
}

function lineOf({ mode }: DmarUnit, item: WalkItem): string | null {
  if (item.kind === 'entry') {
    const [qword0 = 0n, qword1 = 0n, qword2 = 0n] = item.words;
    return isShown(item.function) ? row(item.function, item.pasid, [qword2, qword1, qword0]) : null;
  }
  return item.kind === 'function' && mode === 'legacy' ? row(item, -1, [0n, 0n, 0n]) : null;
}

/** The kernel skips the rest of a bus at its first missing context table, also when that is the lower one. */
function isShown({ root }: WalkedFunction): boolean {
  return ((root[0] ?? 0n) & 1n) !== 0n;
}

function row(walked: WalkedFunction, pasid: number, entry: readonly bigint[]): string {
  const [rootLow = 0n, rootHigh = 0n] = walked.root;
  const [contextLow = 0n, contextHigh = 0n] = walked.context;
  const cells = [
    requesterText(walked),
    wordsText([rootHigh, rootLow]),
    wordsText([contextHigh, contextLow]),
    String(pasid).padEnd(6),
    wordsText(entry),
  ];
  return `${cells.join('\t')}\n`;
}

function wordsText(words: readonly bigint[]): string {
  return words.map((word) => hex(word, 16)).join(':');
}
