import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dmarText } from '../../src/guest/dmar-text.ts';
import type { GuestMemory } from '../../src/guest/guest-memory.ts';
import { createScriptMemory } from '../../src/guest/script-memory.ts';
import { walkDiagnostic } from '../../src/guest/walk-diagnostics.ts';
import type { WalkedEntry, WalkItem, WalkLimits, WalkProblem } from '../../src/guest/walk-item.ts';
import { walkTables } from '../../src/guest/walk-tables.ts';
import { CONTEXT_ENTRY, LEGACY_CONTEXT_ENTRY } from '../../src/vtd/context-entry.ts';
import { DIRECTORY_ENTRY } from '../../src/vtd/pasid-directory.ts';
import { PASID_ENTRY } from '../../src/vtd/pasid-entry.ts';
import { ROOT_ENTRY } from '../../src/vtd/root-entry.ts';
import { guestImage, IMAGE_WORDS, type ImageWords } from '../support/guest-image.ts';

const PASID_TABLE = 0x4000;

function memoryOf(words: ImageWords, memoryBytes: bigint | null = null): GuestMemory {
  const memory = createScriptMemory(memoryBytes === null ? null : [{ guestAddress: 0n, bytes: memoryBytes }]);
  memory.write(0n, guestImage(words).bytes);
  return memory;
}

interface Walk {
  readonly mode?: 'scalable' | 'legacy';
  readonly pasidBits?: number;
  readonly limits?: WalkLimits;
}

const walk = (memory: GuestMemory, { mode = 'scalable', pasidBits = 20, limits }: Walk = {}): WalkItem[] => [
  ...walkTables({ memory, rootTable: 0x1000n, mode, pasidBits, ...(limits === undefined ? {} : { limits }) }),
];
const pasids = (items: readonly WalkItem[]): number[] =>
  items.filter((item): item is WalkedEntry => item.kind === 'entry').map(({ pasid }) => pasid);
const problems = (items: readonly WalkItem[]): WalkProblem[] =>
  items.filter((item): item is WalkProblem => item.kind === 'problem');

describe('a walk', () => {
  it('finds present entries of both tables, in order', () => {
    const items = walk(memoryOf(IMAGE_WORDS));
    expect(pasids(items)).toEqual([5, 70]);
    expect(items[0]).toMatchObject({ kind: 'function', bus: 0, devfn: 0x28 });
    expect(problems(items)).toEqual([]);
  });

  it('ends at the PASID width, within a table and between tables', () => {
    expect(pasids(walk(memoryOf(IMAGE_WORDS), { pasidBits: 6 }))).toEqual([5]);
    expect(pasids(walk(memoryOf(IMAGE_WORDS), { pasidBits: 2 }))).toEqual([]);
    expect(pasids(walk(memoryOf(IMAGE_WORDS), { pasidBits: 0 }))).toEqual([]);
  });

  it('ends at the end of the directory', () => {
    const entry = DIRECTORY_ENTRY.encode({ P: 1n, SMPTBLPTR: 0x4n });
    const at = (index: number): ImageWords => [...IMAGE_WORDS, [0x3000 + index * 8, entry]];
    expect(pasids(walk(memoryOf(at(127))))).toEqual([5, 70, 127 * 64 + 5]);
    expect(pasids(walk(memoryOf(at(128))))).toEqual([5, 70]);
  });

  it('reads directories of more than one page', () => {
    const words: ImageWords = [
      [0x1000, ROOT_ENTRY.encode({ UP: 1n, UCTP: 0x2n })],
      [0x2000, CONTEXT_ENTRY.encode({ P: 1n, PDTS: 7n, PASIDDIRPTR: 0x100n })],
      [PASID_TABLE + 63 * 64, PASID_ENTRY.encode({ P: 1n, PGTT: 4n })],
    ];
    const memory = createScriptMemory(null);
    memory.write(0n, guestImage(words).bytes);
    const last = DIRECTORY_ENTRY.encode({ P: 1n, SMPTBLPTR: 0x4n });
    memory.write(0x100000n + 16383n * 8n, new Uint8Array(BigUint64Array.from(last).buffer));
    const items = walk(memory);
    expect(pasids(items)).toEqual([2 ** 20 - 1]);
    expect(items[0]).toMatchObject({ devfn: 0x80 });
  });

  it('reports reserved bits of every kind of entry, and shows the entry all the same', () => {
    const dirty = IMAGE_WORDS.map(([at, words], index): ImageWords[number] => [
      at,
      index < 5 ? [(words[0] ?? 0n) | (index === 4 ? 0x400n : 0x20n), ...words.slice(1)] : words,
    ]);
    const items = walk(memoryOf(dirty));
    expect(pasids(items)).toEqual([5, 70]);
    expect(problems(items).map(({ table, problem }) => `${table} ${problem}`)).toEqual([
      'root table reserved',
      'context table reserved',
      'PASID directory reserved',
      'PASID table reserved',
      'PASID directory reserved',
    ]);
    for (const problem of problems(items)) expect(walkDiagnostic(problem).code).toBe('GUEST_RESERVED_BITS');
  });

  it.each([
    ['root table', 0x1000n],
    ['context table', 0x2000n],
    ['PASID directory', 0x3000n],
    ['PASID table', 0x4000n],
  ] as const)('tells a hole at the %s from a source that died there', (table, first) => {
    for (const status of ['hole', 'dead'] as const) {
      const whole = memoryOf(IMAGE_WORDS);
      const memory: GuestMemory = {
        read: (address, into) => (address >= first && address < first + 0x1000n ? status : whole.read(address, into)),
      };
      const [problem] = problems(walk(memory));
      expect(problem).toMatchObject({ problem: status, table, address: first });
    }
  });

  it('of legacy mode shows functions by 16-byte entries', () => {
    const words: ImageWords = [
      [0x1000, ROOT_ENTRY.encode({ LP: 1n, LCTP: 0x2n })],
      [0x2000 + 0xff * 16, LEGACY_CONTEXT_ENTRY.encode({ P: 1n, TT: 0n, SSPTPTR: 0x9n, AW: 2n, DID: 7n })],
    ];
    const items = walk(memoryOf(words), { mode: 'legacy' });
    expect(items).toMatchObject([{ kind: 'function', devfn: 0xff, context: [0x9001n, 0x702n] }]);
    const unit = { name: 'dmar0', rootTable: 0x1000n, isTranslating: true, mode: 'legacy' } as const;
    expect([...dmarText(unit, items)][2]).toBe(
      `00:1f.7\t0x0000000000000000:0x0000000000002001\t0x0000000000000702:0x0000000000009001\t-1    \t${Array(3)
        .fill('0x0000000000000000')
        .join(':')}\n`,
    );
  });

  it('prints no bus whose lower context table is missing, as the kernel does not', () => {
    const words: ImageWords = [
      [0x1000, ROOT_ENTRY.encode({ UP: 1n, UCTP: 0x2n })],
      ...IMAGE_WORDS.filter(([at]) => at !== 0x1000),
    ];
    const items = walk(memoryOf(words));
    expect(pasids(items)).toEqual([5, 70]);
    const unit = { name: 'dmar0', rootTable: 0x1000n, isTranslating: true, mode: 'scalable' } as const;
    expect([...dmarText(unit, items)].length).toBe(3);
  });
});

describe('hostile tables', () => {
  /** Every word is `word`, everywhere. */
  const filled = (word: bigint): GuestMemory => ({
    read(_, into) {
      new BigUint64Array(into.buffer).fill(word);
      return 'ok';
    },
  });

  it('that all point at each other end at the limits', () => {
    const limits = { entries: 1000, pages: 500 };
    for (const word of [0x1001n, (1n << 64n) - 1n, 0xe01n]) {
      let reads = 0;
      const source = filled(word);
      const memory: GuestMemory = {
        read(address, into) {
          reads += 1;
          return source.read(address, into);
        },
      };
      const items = walk(memory, { limits });
      expect(pasids(items).length).toBeLessThanOrEqual(1000);
      expect(reads).toBeLessThanOrEqual(502);
      expect(problems(items).at(-1)?.problem).toBe('limit');
    }
  });

  it('of any bits are walked to an end without an exception, no PASID twice for a function', () => {
    const word = fc.oneof(
      fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }),
      fc.tuple(fc.nat(31), fc.nat(0xfff)).map(([page, flags]) => BigInt(page * 4096 + flags)),
    );
    const write = fc.tuple(fc.nat(0x1_fff), word);
    const answer = fc.constantFrom('ok' as const, 'ok' as const, 'ok' as const, 'hole' as const, 'dead' as const);
    fc.assert(
      fc.property(
        fc.array(write, { minLength: 20, maxLength: 400 }),
        fc.array(answer, { minLength: 1 }),
        (writes, says) => {
          const whole = createScriptMemory([{ guestAddress: 0n, bytes: 0x2_0000n }]);
          for (const [at, value] of writes)
            whole.write(BigInt(at * 8), new Uint8Array(BigUint64Array.of(value).buffer));
          whole.write(0x1000n, new Uint8Array(BigUint64Array.of(0x2001n, 0x3001n).buffer));
          let turn = 0;
          const memory: GuestMemory = {
            read(address, into) {
              const status = says[turn++ % says.length] ?? 'ok';
              return status === 'ok' ? whole.read(address, into) : status;
            },
          };
          const items = walk(memory, { limits: { entries: 5000, pages: 2000 } });
          const seen = items.flatMap((item) =>
            item.kind === 'entry' ? [`${item.function.bus} ${item.function.devfn} ${item.pasid}`] : [],
          );
          expect(new Set(seen).size).toBe(seen.length);
          for (const problem of problems(items).slice(0, 50)) expect(walkDiagnostic(problem).message).not.toBe('');
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are each read once', () => {
    const whole = memoryOf(IMAGE_WORDS);
    const seen: bigint[] = [];
    walk({
      read(address, into) {
        seen.push(BigInt(address));
        return whole.read(address, into);
      },
    });
    expect(seen).toEqual([0x1000n, 0x2000n, 0x3000n, 0x4000n, 0x5000n]);
  });
});
