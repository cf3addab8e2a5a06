/** Plan and apply of up to all PASIDs of a device on the simulator: seconds, bytes for each, and whether both stay linear. */

import type { Life } from './programs/many-pasids.ts';
import { inRounds } from './rounds.ts';
import { type Row, ratioAtMost, rowOf } from './row.ts';
import { runForJson, type Workshop } from './workshop.ts';

const ROUNDS = 5;
const LEAST = 2 ** 14 - 1;
const MOST = 2 ** 20 - 1;
const SIZES = [LEAST, 2 ** 16 - 1, 2 ** 18 - 1, MOST];
/** A unit of the sample machine has 2^16 domain ids, and each page table takes one. */
const TABLES = 2 ** 16 - 256;
const MOST_BYTES = { of: 'ours', atMost: 96 } as const;
const MOST_GROWTH = ratioAtMost(1.5);

export async function scaleRows(shop: Workshop): Promise<readonly Row[]> {
  const program = await shop.bundle('many-pasids');
  const lives = new Lives(program);
  lives.liveInRounds([
    ...SIZES.map((count) => ['range', count] as const),
    ...SIZES.map((count) => ['map', count] as const),
    ['simulator', MOST],
    ['tables', TABLES],
    ['range', TABLES],
  ]);
  return [
    timeRow(lives),
    growthRow(lives),
    ...SIZES.map((count) => heapRow(lives, count)),
    residentRow(lives),
    ...tableRows(lives),
  ];
}

/** What was measured, by what lived and how many PASIDs it had. */
class Lives {
  readonly #program: string;
  readonly #lives = new Map<string, Life[]>();

  constructor(program: string) {
    this.#program = program;
  }

  liveInRounds(all: readonly (readonly [what: string, count: number])[]): void {
    const contestants = all.map(([what, count]) => [`${what} ${count}`, () => this.#live(what, count)] as const);
    inRounds(ROUNDS, Object.fromEntries(contestants));
  }

  /** One value per round, divided by the number of PASIDs. */
  perPasid(what: string, count: number, field: keyof Life): number[] {
    return this.values(what, count, field).map((value) => value / count);
  }

  values(what: string, count: number, field: keyof Life): number[] {
    return (this.#lives.get(`${what} ${count}`) ?? []).map((life) => life[field]);
  }

  #live(what: string, count: number): number {
    // The program prints what the type says.
    const life = runForJson(this.#program, [what, String(count)]) as Life;
    const key = `${what} ${count}`;
    this.#lives.set(key, [...(this.#lives.get(key) ?? []), life]);
    return life.milliseconds;
  }
}

function timeRow(lives: Lives): Row {
  return rowOf({
    name: `plan, apply and verify PASIDs 1-${MOST}, simulator`,
    unit: 'ms',
    ours: lives.values('range', MOST, 'milliseconds'),
    baseline: lives.values('simulator', MOST, 'milliseconds'),
    against: 'its calls and looks alone',
    aim: null,
  });
}

function growthRow(lives: Lives): Row {
  const nanoseconds = (count: number): number[] =>
    lives.perPasid('range', count, 'milliseconds').map((value) => value * 1e6);
  return rowOf({
    name: `time per PASID of ${MOST}`,
    unit: 'ns',
    ours: nanoseconds(MOST),
    baseline: nanoseconds(LEAST),
    against: `of ${LEAST}`,
    aim: MOST_GROWTH,
  });
}

function heapRow(lives: Lives, count: number): Row {
  return rowOf({
    name: `heap per PASID of ${count}`,
    unit: 'B',
    ours: lives.perPasid('range', count, 'heapBytes'),
    baseline: lives.perPasid('map', count, 'heapBytes'),
    against: 'a Map of numbers',
    aim: MOST_BYTES,
  });
}

/** Of the smaller ones, the process itself would be most of it. */
function residentRow(lives: Lives): Row {
  return rowOf({
    name: `resident memory per PASID of ${MOST}`,
    unit: 'B',
    ours: lives.perPasid('range', MOST, 'residentBytes'),
    baseline: lives.perPasid('map', MOST, 'residentBytes'),
    against: 'a Map of numbers',
    aim: MOST_BYTES,
  });
}

function tableRows(lives: Lives): readonly Row[] {
  const common = { against: `${TABLES} in one range`, aim: null } as const;
  return [
    rowOf({
      ...common,
      name: `plan, apply and verify ${TABLES} page tables, one PASID each`,
      unit: 'ms',
      ours: lives.values('tables', TABLES, 'milliseconds'),
      baseline: lives.values('range', TABLES, 'milliseconds'),
    }),
    rowOf({
      ...common,
      name: `heap per page table of ${TABLES}, one PASID each`,
      unit: 'B',
      ours: lives.perPasid('tables', TABLES, 'heapBytes'),
      baseline: lives.perPasid('range', TABLES, 'heapBytes'),
    }),
  ];
}
