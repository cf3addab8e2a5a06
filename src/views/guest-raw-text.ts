/** Every field of a guest's table entries, for people: bits, value, meaning, and the reserved bits that are set. */

import type { GuestTables } from '../guest/guest-tables.ts';
import { requesterText } from '../model/bdf.ts';
import { hex } from '../text/hex.ts';
import type { BitTable } from '../vtd/bit-field.ts';
import { CONTEXT_ENTRY, LEGACY_CONTEXT_ENTRY } from '../vtd/context-entry.ts';
import { explain } from '../vtd/explain.ts';
import { DIRECTORY_ENTRY } from '../vtd/pasid-directory.ts';
import { PASID_ENTRY } from '../vtd/pasid-entry.ts';
import { ROOT_ENTRY } from '../vtd/root-entry.ts';
import type { GatheredFunction, GatheredTables } from './guest-model.ts';
import { type GuestTextOptions, headText, restText } from './guest-text.ts';
import { tableText } from './table.ts';

/** Most entries that are printed. */
const MOST_BLOCKS = 200;

export function guestRawText(tables: GuestTables, gathered: GatheredTables, { colors }: GuestTextOptions): string {
  const context: BitTable<string> = tables.root?.mode === 'legacy' ? LEGACY_CONTEXT_ENTRY : CONTEXT_ENTRY;
  const blocks = gathered.functions.flatMap((fn) => blocksOf(fn, context));
  const texts = blocks.slice(0, MOST_BLOCKS).map(({ title, table, words }) => {
    const rows = explain(table, words).map(({ field, bits, value, meaning }) => [field, bits, hex(value), meaning]);
    return `${colors.bold(title)}\n${tableText(['field', 'bits', 'value', 'meaning'], rows, { colors, indent: '  ' })}`;
  });
  return `${[headText(tables), ...texts].join('\n\n')}\n${restText(blocks.length - MOST_BLOCKS)}`;
}

interface Block {
  readonly title: string;
  readonly table: BitTable<string>;
  readonly words: readonly bigint[];
}

function blocksOf({ walked, entries }: GatheredFunction, context: BitTable<string>): readonly Block[] {
  const address = requesterText(walked);
  return [
    { title: `${address} ${ROOT_ENTRY.name}`, table: ROOT_ENTRY, words: walked.root },
    { title: `${address} ${context.name}`, table: context, words: walked.context },
    ...entries.flatMap(({ pasid, directory, words }) => [
      { title: `${address} PASID ${pasid} ${DIRECTORY_ENTRY.name}`, table: DIRECTORY_ENTRY, words: [directory] },
      { title: `${address} PASID ${pasid} ${PASID_ENTRY.name}`, table: PASID_ENTRY, words },
    ]),
  ];
}
