import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BugError } from '../../src/assert.ts';
import { pageAddress } from '../../src/model/page.ts';
import type { BitTable } from '../../src/vtd/bit-field.ts';
import { CONTEXT_ENTRY, contextEntry, directoryEntries, directoryPasids } from '../../src/vtd/context-entry.ts';
import { decodePasidEntry } from '../../src/vtd/decode-pasid-entry.ts';
import { explain } from '../../src/vtd/explain.ts';
import { FAULT, faultText } from '../../src/vtd/faults.ts';
import { numberReader, pageReader, wordsOf } from '../../src/vtd/field-reader.ts';
import { decodePageRequest, encodePageRequest, PAGE_REQUEST } from '../../src/vtd/page-request.ts';
import { DIRECTORY_ENTRY, directoryEntry } from '../../src/vtd/pasid-directory.ts';
import { PASID_ENTRY, pasidEntry, pasidEntryType } from '../../src/vtd/pasid-entry.ts';
import { decodeRtaddr, GSTS, isRegisterName, RTADDR } from '../../src/vtd/registers.ts';
import { reservedBits, withReserved } from '../../src/vtd/reserved-bits.ts';
import { ROOT_ENTRY, rootEntry, rootReservedMask } from '../../src/vtd/root-entry.ts';

const word = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n });
const wordsFor = (table: BitTable<string>) => fc.array(word, { minLength: table.words, maxLength: table.words });

/** The words as they lie in memory, from element `at` on. */
function inMemory(words: readonly bigint[], at = 0): Uint32Array {
  const elements = new Uint32Array(at + words.length * 2);
  words.forEach((value, index) => {
    elements[at + index * 2] = Number(value & 0xffff_ffffn);
    elements[at + index * 2 + 1] = Number(value >> 32n);
  });
  return elements;
}

const TABLES: readonly BitTable<string>[] = [ROOT_ENTRY, CONTEXT_ENTRY, DIRECTORY_ENTRY, PASID_ENTRY, PAGE_REQUEST];

describe.each(TABLES)('the $name', (table) => {
  it('round-trips all its bits: fields by the table, reserved ones beside it', () => {
    fc.assert(
      fc.property(wordsFor(table), (words) => {
        const reserved = reservedBits(table, words);
        expect(withReserved(table.encode(table.decode(words)), reserved)).toEqual(words);
      }),
    );
  });

  it('is explained row by row, reserved bits included', () => {
    fc.assert(
      fc.property(wordsFor(table), (words) => {
        const rows = explain(table, words);
        const fields = Object.keys(table.fields).length;
        expect(rows.length).toBe(fields + reservedBits(table, words).length);
      }),
    );
  });
});

describe('what must be 0', () => {
  it('in a root entry grows with what lies above the guest address width', () => {
    expect(rootReservedMask(48)).toBe(0xffff_0000_0000_0ffen);
    expect(rootReservedMask(64)).toBe(0xffen);
  });

  it('in a context entry is what QEMU refuses', () => {
    expect([0, 1, 2, 3].map((at) => CONTEXT_ENTRY.reserved(at))).toEqual([
      0x1e0n,
      0xffff_ffff_ffe0_0000n,
      0xffff_ffff_ffff_ffffn,
      0xffff_ffff_ffff_ffffn,
    ]);
  });

  it('in a PASID entry includes words 3 to 7', () => {
    expect(decodePasidEntry([1n, 0n, 0n, 0n, 0n, 0n, 0n, 2n]).reserved).toEqual([{ word: 7, bits: 2n }]);
    expect(decodePasidEntry([0xc00n, 1n << 22n, 0x100n]).reserved).toEqual([
      { word: 0, bits: 0xc00n },
      { word: 1, bits: 0x40_0000n },
      { word: 2, bits: 0x100n },
    ]);
  });
});

describe('a line of the debugfs file of a host', () => {
  const context = [0x0000_0001_0a40_041dn, 0n, 0n, 0n];
  const entry = [0x0000_0001_0f2c_10c9n, 0x0080_001an, 0x0234_5000n, 0n, 0n, 0n, 0n, 0n];

  it('is a directory of 512 entries whose function may use PASIDs, ATS and page requests', () => {
    expect(CONTEXT_ENTRY.decode(context)).toMatchObject({ P: 1n, DTE: 1n, PASIDE: 1n, PRE: 1n, PDTS: 2n });
    expect(directoryEntries(2)).toBe(512);
    expect(directoryPasids(2)).toBe(32_768);
    expect(pageAddress(contextEntry.directoryPage(inMemory(context), 0))).toBe(0x1_0a40_0000n);
  });

  it('is a nested entry', () => {
    expect(decodePasidEntry(entry)).toEqual({
      present: true,
      type: 'nested',
      domain: 0x1a,
      firstStage: { pageTable: 0x234_5000n, addressWidth: 48, flags: [] },
      secondStage: { pageTable: 0x1_0f2c_1000n, addressWidth: 48 },
      reserved: [],
    });
    expect(PASID_ENTRY.get(entry, 'PWSNP')).toBe(1n);
  });
});

describe('readers for walks', () => {
  it('agree with the table, wherever the entry lies', () => {
    fc.assert(
      fc.property(wordsFor(PASID_ENTRY), fc.nat(40), (words, at) => {
        const memory = inMemory(words, at);
        const get = (name: keyof typeof PASID_ENTRY.fields): bigint => PASID_ENTRY.get(words, name);
        expect(wordsOf(memory, at, 8)).toEqual(words);
        expect(pasidEntry.present(memory, at)).toBe(get('P') === 1n);
        expect(pasidEntry.type(memory, at)).toBe(Number(get('PGTT')));
        expect(pasidEntry.secondStageWidthCode(memory, at)).toBe(Number(get('AW')));
        expect(pasidEntry.domain(memory, at)).toBe(Number(get('DID')));
        expect(pasidEntry.firstStageLevelsCode(memory, at)).toBe(Number(get('FSPM')));
        expect(BigInt(pasidEntry.firstStagePage(memory, at))).toBe(get('FSPTPTR'));
        expect(BigInt(pasidEntry.secondStagePage(memory, at))).toBe(get('SSPTPTR'));
        expect(pasidEntry.supervisor(memory, at)).toBe(get('SRE') === 1n);
        expect(pasidEntry.writeProtect(memory, at)).toBe(get('WPE') === 1n);
        expect(pasidEntry.extendedAccess(memory, at)).toBe(get('EAFE') === 1n);
      }),
    );
  });

  it('read root, context and directory entries', () => {
    fc.assert(
      fc.property(wordsFor(CONTEXT_ENTRY), (words) => {
        const memory = inMemory(words);
        expect(contextEntry.ridPasid(memory, 0)).toBe(Number(CONTEXT_ENTRY.get(words, 'RID_PASID')));
        expect(contextEntry.directorySizeCode(memory, 0)).toBe(Number(CONTEXT_ENTRY.get(words, 'PDTS')));
        expect(contextEntry.pasidsAllowed(memory, 0)).toBe(CONTEXT_ENTRY.has(words, 'PASIDE'));
        expect(BigInt(rootEntry.upperPage(memory, 0))).toBe(ROOT_ENTRY.get(words, 'UCTP'));
        expect(rootEntry.upperPresent(memory, 0)).toBe(ROOT_ENTRY.has(words, 'UP'));
        expect(BigInt(directoryEntry.tablePage(memory, 0))).toBe(DIRECTORY_ENTRY.get(words, 'SMPTBLPTR'));
      }),
    );
  });

  it('read beyond the end as 0', () => {
    expect(pasidEntry.present(new Uint32Array(0), 5)).toBe(false);
    expect(wordsOf(new Uint32Array(0), 0, 1)).toEqual([0n]);
  });

  it('refuse fields that they cannot read exactly', () => {
    const row = { meaning: 'm', spec: 's' };
    expect(() => numberReader({ ...row, high: 35, low: 30 })).toThrow(BugError);
    expect(() => pageReader({ ...row, high: 51, low: 12 })).toThrow(BugError);
    expect(numberReader({ ...row, high: 63, low: 32 })(inMemory([0xffff_ffff_0000_0000n]), 0)).toBe(0xffff_ffff);
  });
});

describe('types and widths of a PASID entry', () => {
  it.each([
    [0, 'reserved'],
    [1, 'first-stage'],
    [2, 'second-stage'],
    [3, 'nested'],
    [4, 'pass-through'],
    [5, 'reserved'],
    [7, 'reserved'],
  ])('%i is %s', (code, type) => {
    expect(pasidEntryType(code)).toBe(type);
  });

  it('a first stage has a table, a width and the flags that iommufd knows', () => {
    const words = PASID_ENTRY.encode({ PGTT: 1n, FSPM: 1n, SRE: 1n, WPE: 1n, EAFE: 1n, FSPTPTR: 0xf_ffff_ffff_ffffn });
    expect(decodePasidEntry(words).firstStage).toEqual({
      pageTable: 0xffff_ffff_ffff_f000n,
      addressWidth: 57,
      flags: ['SRE', 'WPE', 'EAFE'],
    });
    expect(decodePasidEntry(PASID_ENTRY.encode({ PGTT: 1n, FSPM: 2n })).firstStage?.addressWidth).toBeNull();
    expect(decodePasidEntry(PASID_ENTRY.encode({ PGTT: 2n, AW: 5n })).secondStage?.addressWidth).toBeNull();
  });
});

describe('page requests', () => {
  it('round-trip', () => {
    const request = fc.record({
      pasid: fc.option(fc.nat(0xf_ffff), { nil: null }),
      source: fc.nat(0xffff),
      read: fc.boolean(),
      write: fc.boolean(),
      execute: fc.boolean(),
      privileged: fc.boolean(),
      last: fc.boolean(),
      group: fc.nat(0x1ff),
      address: fc.bigInt({ min: 0n, max: (1n << 52n) - 1n }).map((page) => page << 12n),
      privateData: fc.option(fc.tuple(word, word), { nil: null }),
    });
    fc.assert(
      fc.property(request, (wanted) => {
        expect(decodePageRequest(encodePageRequest(wanted))).toEqual({ type: 1, request: wanted, reserved: [] });
      }),
    );
  });
});

describe('registers', () => {
  it('RTADDR tells the mode and the table', () => {
    expect(decodeRtaddr(0x692400n)).toEqual({ mode: 'scalable', rootTable: 0x692000n });
    expect(decodeRtaddr(0x692000n).mode).toBe('legacy');
    expect(decodeRtaddr(0x692800n).mode).toBe('reserved');
    expect(decodeRtaddr(0x692c00n).mode).toBe('abort');
    expect(RTADDR.reserved(0)).toBe(0x3ffn);
  });

  it('GSTS of a running guest has translation, queue and interrupts on', () => {
    expect(GSTS.decode([0xc700_0000n])).toMatchObject({ TES: 1n, RTPS: 1n, QIES: 1n, IRES: 1n, IRTPS: 1n, WBFS: 0n });
  });

  it('are known by name, and nothing else is', () => {
    expect(isRegisterName('RTADDR')).toBe(true);
    expect(isRegisterName('toString')).toBe(false);
  });
});

it('every fault number has one meaning, unknown ones their number', () => {
  const numbers = Object.values(FAULT);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(faultText(0x59)).toBe('the PASID entry is not present');
  expect(faultText(0xfe)).toBe('fault 0xfe');
});
