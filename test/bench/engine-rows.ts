/** The vIOMMU engine by itself: what a guest's events cost, and what its entries take. */

import type { EngineTimes } from './programs/engine-work.ts';
import { type Aim, type Comparison, type Row, ratioAtMost, rowOf } from './row.ts';
import { runForJson, type Workshop } from './workshop.ts';

const AIM = ratioAtMost(1.5);
/** What QEMU 11.1 keeps for a PASID, without what malloc adds. */
const QEMU_BYTES = 104;
/** For 2^20 the list would take a quarter of an hour at least. */
const LIST_LOG2 = [12, 14, 16];
const MOST_BYTES = { of: 'ours', atMost: 96 } as const;

export async function engineRows(shop: Workshop): Promise<readonly Row[]> {
  const program = await shop.bundle('engine-work');
  // The program prints what the type says.
  const measure: Measure = (...args) => runForJson(program, args) as EngineTimes;
  const row = (what: string, told: Omit<Comparison, 'ours' | 'baseline' | 'aim'>): Row =>
    rowOf({ ...told, ...measure(what), aim: AIM });
  return [
    ...noChangeRows(shop, measure),
    row('first-sync', { name: 'first sync, per PASID of 2^20', unit: 'ns', against: 'of 2^14' }),
    ...listRows(shop, measure),
    row('one-pasid', { name: 'one entry replaced, 2^16 bound', unit: 'ns', against: '16 bound' }),
    row('one-flush', { name: 'one PASID-IOTLB descriptor, 2^16 bound', unit: 'ns', against: '16 bound' }),
    ...byteRows(measure('bytes')),
  ];
}

type Measure = (...args: readonly string[]) => EngineTimes;

/** Ours grows with the entries, the list with their square. */
function listRows(shop: Workshop, measure: Measure): readonly Row[] {
  const c = shop.compile('qemu-list');
  return LIST_LOG2.map((log2): Row => {
    const name = `first sync of 2^${log2} entries`;
    if ('missing' in c) return { name, missing: c.missing };
    const times = measure('qemu-list', c.path, String(2 ** log2));
    return rowOf({ name, unit: 'ms', against: "C model of QEMU's list", aim: ratioAtMost(1), ...times });
  });
}

function noChangeRows(shop: Workshop, measure: Measure): readonly Row[] {
  const c = shop.compile('compare-tables');
  const rowFor = (what: string, name: string, aim: Aim | null): Row =>
    'missing' in c
      ? { name, missing: c.missing }
      : rowOf({ name, unit: 'ms', against: 'memcmp in C', aim, ...measure(what, c.path) });
  return [
    rowFor('no-change', 'global sync of 2^20 entries, nothing changed', AIM),
    rowFor('scattered', '  the same, tables in no order', null),
  ];
}

function byteRows({ ours, baseline }: EngineTimes): readonly Row[] {
  const common = { unit: 'B', against: 'QEMU, malloc left out', aim: MOST_BYTES } as const;
  const qemu = ours.map(() => QEMU_BYTES);
  return [
    rowOf({ ...common, name: 'memory per PASID of 2^20, one page table', ours, baseline: qemu }),
    rowOf({ ...common, name: 'memory per PASID of 2^20, a page table each', ours: baseline, baseline: qemu }),
  ];
}
