/**
 * Walks a guest's translation tables, for output: every function and every present PASID entry, in the order of the kernel's own
 * dump.
 *
 * The tables may be hostile. Each is read once, into our own copy, and decoded there. Every pointer is read through the memory
 * port, which detects holes. Directories end at their size and at the PASID width. A limit of pages and entries ends any walk,
 * also when tables point at each other.
 */

import { PAGE_BYTES, pageAddress } from '../model/page.ts';
import {
  CONTEXT_ENTRY,
  CONTEXT_ENTRY_BYTES,
  contextEntry,
  directoryEntries,
  LEGACY_CONTEXT_ENTRY,
  LEGACY_CONTEXT_ENTRY_BYTES,
} from '../vtd/context-entry.ts';
import { wordsOf } from '../vtd/field-reader.ts';
import {
  DIRECTORY_ENTRIES_PER_PAGE,
  DIRECTORY_ENTRY,
  DIRECTORY_ENTRY_BYTES,
  directoryEntry,
  PASIDS_PER_TABLE,
} from '../vtd/pasid-directory.ts';
import { PASID_ENTRY, PASID_ENTRY_STEP, PASID_ENTRY_WORDS, pasidEntry } from '../vtd/pasid-entry.ts';
import { type ReservedBits, reservedBits } from '../vtd/reserved-bits.ts';
import { ROOT_ENTRIES, ROOT_ENTRY, rootEntry } from '../vtd/root-entry.ts';
import type { GuestMemory } from './guest-memory.ts';
import {
  WALK_LIMITS,
  type WalkedFunction,
  type WalkedTable,
  type WalkItem,
  type WalkLimits,
  type WalkProblem,
} from './walk-item.ts';

export interface WalkInput {
  readonly memory: GuestMemory;
  readonly rootTable: bigint;
  readonly mode: 'scalable' | 'legacy';
  /** PASIDs of 2^n and more are skipped. */
  readonly pasidBits: number;
  readonly limits?: WalkLimits;
}

export function* walkTables(input: WalkInput): Generator<WalkItem, void, undefined> {
  const walk: Walk = { ...input, left: { ...(input.limits ?? WALK_LIMITS) } };
  const root = readTable(walk, { table: 'root table', address: input.rootTable, bytes: PAGE_BYTES, ...NOWHERE });
  if (root.problem !== null) return yield root.problem;
  for (let bus = 0; bus < ROOT_ENTRIES; bus += 1) {
    const words = wordsOf(root.words, bus * 4, 2);
    if (((words[0] ?? 0n) & 1n) === 0n && ((words[1] ?? 0n) & 1n) === 0n) continue;
    yield* walkBus(walk, { bus, words, elements: root.words });
    if (isSpent(walk)) return yield spent(walk);
  }
}

interface Walk extends WalkInput {
  /** Entries and pages that are left of the limits. */
  readonly left: { entries: number; pages: number };
}

function isSpent({ left }: Walk): boolean {
  return left.entries <= 0 || left.pages <= 0;
}

function spent({ rootTable }: Walk): WalkProblem {
  return { ...NOWHERE, kind: 'problem', problem: 'limit', table: 'root table', address: rootTable, reserved: [] };
}

interface Place {
  readonly bus: number | null;
  readonly devfn: number | null;
  readonly pasid: number | null;
}

const NOWHERE: Place = { bus: null, devfn: null, pasid: null };

interface TablePlace extends Place {
  readonly table: WalkedTable;
  readonly address: bigint;
}

interface TableRequest extends TablePlace {
  readonly bytes: number;
}

type TableRead =
  | { readonly problem: null; readonly words: Uint32Array }
  | { readonly problem: WalkProblem; readonly words?: undefined };

/** One table, or a part of it, copied once. */
function readTable({ memory, left }: Walk, { bytes, ...place }: TableRequest): TableRead {
  left.pages -= 1;
  const copy = new Uint8Array(bytes);
  const status = memory.read(place.address, copy);
  if (status === 'ok') return { problem: null, words: new Uint32Array(copy.buffer) };
  return { problem: { kind: 'problem', problem: status, reserved: [], ...place } };
}

function* reportReserved(place: TablePlace, reserved: readonly ReservedBits[]): Generator<WalkProblem> {
  if (reserved.length > 0) yield { kind: 'problem', problem: 'reserved', ...place, reserved };
}

interface BusEntry {
  readonly bus: number;
  readonly words: readonly bigint[];
  /** The whole root table. */
  readonly elements: Uint32Array;
}

function* walkBus(walk: Walk, entry: BusEntry): Generator<WalkItem> {
  const place: TablePlace = { ...NOWHERE, table: 'root table', address: walk.rootTable, bus: entry.bus };
  yield* reportReserved(place, reservedBits(ROOT_ENTRY, entry.words));
  const at = entry.bus * 4;
  const { lowerPresent, lowerPage, upperPresent, upperPage } = rootEntry;
  if (lowerPresent(entry.elements, at)) {
    yield* walkContexts(walk, { entry, firstDevfn: 0, address: pageAddress(lowerPage(entry.elements, at)) });
  }
  if (walk.mode === 'scalable' && upperPresent(entry.elements, at)) {
    yield* walkContexts(walk, { entry, firstDevfn: 0x80, address: pageAddress(upperPage(entry.elements, at)) });
  }
}

interface ContextTable {
  readonly entry: BusEntry;
  readonly firstDevfn: number;
  readonly address: bigint;
}

function* walkContexts(walk: Walk, { entry, firstDevfn, address }: ContextTable): Generator<WalkItem> {
  const place: TablePlace = { ...NOWHERE, table: 'context table', address, bus: entry.bus };
  const read = readTable(walk, { ...place, bytes: PAGE_BYTES });
  if (read.problem !== null) return yield read.problem;
  const [layout, bytes] =
    walk.mode === 'scalable'
      ? [CONTEXT_ENTRY, CONTEXT_ENTRY_BYTES]
      : [LEGACY_CONTEXT_ENTRY, LEGACY_CONTEXT_ENTRY_BYTES];
  for (let index = 0; index < PAGE_BYTES / bytes && !isSpent(walk); index += 1) {
    const at = (index * bytes) / 4;
    if (!contextEntry.present(read.words, at)) continue;
    const context = wordsOf(read.words, at, layout.words);
    const devfn = firstDevfn + index;
    const walked: WalkedFunction = { kind: 'function', bus: entry.bus, devfn, root: entry.words, context };
    yield walked;
    yield* reportReserved({ ...place, devfn }, reservedBits(layout, context));
    if (walk.mode === 'scalable') yield* walkDirectory(walk, walked);
  }
}

function* walkDirectory(walk: Walk, walked: WalkedFunction): Generator<WalkItem> {
  const { bus, devfn, context } = walked;
  const start = pageAddress(CONTEXT_ENTRY.get(context, 'PASIDDIRPTR'));
  const size = directoryEntries(Number(CONTEXT_ENTRY.get(context, 'PDTS')));
  const entries = Math.min(size, Math.ceil(2 ** walk.pasidBits / PASIDS_PER_TABLE));
  for (let first = 0; first < entries && !isSpent(walk); first += DIRECTORY_ENTRIES_PER_PAGE) {
    const address = start + BigInt(first * DIRECTORY_ENTRY_BYTES);
    const count = Math.min(DIRECTORY_ENTRIES_PER_PAGE, entries - first);
    const place: TablePlace = { table: 'PASID directory', address, bus, devfn, pasid: first * PASIDS_PER_TABLE };
    const read = readTable(walk, { ...place, bytes: count * DIRECTORY_ENTRY_BYTES });
    if (read.problem !== null) yield read.problem;
    else yield* walkDirectoryPage(walk, { walked, place, words: read.words, count });
  }
}

interface DirectoryPage {
  readonly walked: WalkedFunction;
  readonly place: TablePlace;
  readonly words: Uint32Array;
  readonly count: number;
}

function* walkDirectoryPage(walk: Walk, { walked, place, words, count }: DirectoryPage): Generator<WalkItem> {
  for (let index = 0; index < count && !isSpent(walk); index += 1) {
    if (!directoryEntry.present(words, index * 2)) continue;
    const [directory = 0n] = wordsOf(words, index * 2, 1);
    const firstPasid = (place.pasid ?? 0) + index * PASIDS_PER_TABLE;
    yield* reportReserved({ ...place, pasid: firstPasid }, reservedBits(DIRECTORY_ENTRY, [directory]));
    yield* walkPasids(walk, { walked, directory, firstPasid });
  }
}

interface PasidTable {
  readonly walked: WalkedFunction;
  readonly directory: bigint;
  readonly firstPasid: number;
}

function* walkPasids(walk: Walk, { walked, directory, firstPasid }: PasidTable): Generator<WalkItem> {
  const { bus, devfn } = walked;
  const address = pageAddress(DIRECTORY_ENTRY.get([directory], 'SMPTBLPTR'));
  const place: TablePlace = { table: 'PASID table', address, bus, devfn, pasid: firstPasid };
  const read = readTable(walk, { ...place, bytes: PAGE_BYTES });
  if (read.problem !== null) return yield read.problem;
  const count = Math.min(PASIDS_PER_TABLE, 2 ** walk.pasidBits - firstPasid);
  for (let index = 0; index < count && walk.left.entries > 0; index += 1) {
    const at = index * PASID_ENTRY_STEP;
    if (!pasidEntry.present(read.words, at)) continue;
    walk.left.entries -= 1;
    const words = wordsOf(read.words, at, PASID_ENTRY_WORDS);
    const pasid = firstPasid + index;
    yield { kind: 'entry', function: walked, pasid, directory, words };
    yield* reportReserved({ ...place, pasid }, reservedBits(PASID_ENTRY, words));
  }
}
