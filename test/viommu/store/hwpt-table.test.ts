import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HwptTable } from '../../../src/viommu/store/hwpt-table.ts';
import { type StageKey, stageOf, writeStageKey } from '../../../src/viommu/store/stage-key.ts';

/** Few pages, so that the same come again; two units and two kinds of flags. */
function keyOf(number: number): StageKey {
  const into = { low: 0, high: 0 };
  writeStageKey(into, number & 1, {
    page: 2 ** 33 + (number >> 2) * 3,
    fiveLevels: false,
    supervisor: (number & 2) !== 0,
    extendedAccess: false,
    writeProtect: false,
    pageRequests: false,
  });
  return into;
}

const number = fc.nat({ max: 2000 });
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('add' as const), number }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('remove' as const), number }) },
  // Many at once, so that the table grows, shrinks, and empties.
  { weight: 1, arbitrary: fc.record({ do: fc.constant('add-many' as const), number, many: fc.nat({ max: 600 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove-all' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reserve' as const), many: fc.nat({ max: 3000 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('trim' as const) }) },
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A table and what it should hold: records by the number of their key. */
interface Pair {
  readonly table: HwptTable;
  readonly records: Map<number, number>;
}

function add({ table, records }: Pair, wanted: number): void {
  if (!records.has(wanted)) records.set(wanted, table.add(wanted + 1, keyOf(wanted)));
}

function remove({ table, records }: Pair, wanted: number): void {
  const record = records.get(wanted);
  if (record !== undefined) table.remove(record);
  records.delete(wanted);
}

function apply(pair: Pair, what: Step): void {
  switch (what.do) {
    case 'add':
      add(pair, what.number);
      break;
    case 'remove':
      remove(pair, what.number);
      break;
    case 'add-many':
      for (let more = 0; more < what.many; more++) add(pair, (what.number + more) % 2000);
      break;
    case 'remove-all':
      for (const held of [...pair.records.keys()]) remove(pair, held);
      break;
    case 'reserve':
      pair.table.reserve(what.many);
      break;
    case 'trim':
      pair.table.trim();
      break;
  }
}

test('finds exactly the keys that are there, whatever came, went and grew before', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80, size: 'max' }), (steps) => {
      const pair: Pair = { table: new HwptTable(true), records: new Map() };
      const { table, records } = pair;
      for (const what of steps) apply(pair, what);
      expect(table.count).toBe(records.size);
      for (let wanted = 0; wanted <= 2000; wanted++) {
        expect(table.find(keyOf(wanted))).toBe(records.get(wanted) ?? -1);
      }
      for (const [wanted, record] of records) {
        expect([table.idOf(record), table.keyOf(record)]).toEqual([wanted + 1, keyOf(wanted)]);
      }
    }),
    { numRuns: 60 },
  );
});

test('without sharing nothing is found, and records stay apart', () => {
  const table = new HwptTable(false);
  const records = [table.add(7, keyOf(4)), table.add(8, keyOf(4))];
  expect(table.find(keyOf(4))).toBe(-1);
  expect(records.map((record) => table.idOf(record))).toEqual([7, 8]);
});

test('room for a million that came and went is given back', () => {
  const table = new HwptTable(true);
  const before = table.sizeBytes;
  table.reserve(2 ** 20);
  const records = Array.from({ length: 50_000 }, (_, index) => table.add(index + 1, keyOf(index * 4)));
  for (const record of records) table.remove(record);
  table.trim();
  // One piece of records is kept.
  expect(table.sizeBytes - before).toBeLessThanOrEqual(64 * 1024);
});

test('a key gives its table back, with all bits of the address', () => {
  const into = { low: 0, high: 0 };
  const flags = { fiveLevels: true, supervisor: true, extendedAccess: true, writeProtect: true, pageRequests: true };
  writeStageKey(into, 127, { page: 2 ** 52 - 1, ...flags });
  expect(stageOf(into)).toEqual({
    pageTable: 0xffff_ffff_ffff_f000n,
    addressWidth: 57,
    supervisor: true,
    writeProtect: true,
    extendedAccess: true,
  });
});
