import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { formatPasids } from '../../src/model/pasid.ts';
import { parseAddress, parseId16, parsePasidList, parsePasids, parseSize } from '../../src/spec/normalize/scalars.ts';
import { parseYaml } from '../../src/spec/yaml/parse-yaml.ts';
import { toPlain } from '../../src/spec/yaml/to-plain.ts';
import { read, readBody } from './support.ts';

function plainOf(text: string): unknown {
  const [contents = null] = parseYaml(text).contents;
  return toPlain(contents).value;
}

describe('64-bit values', () => {
  const u64 = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n });

  test('every 64-bit integer arrives whole, decimal, hexadecimal, octal or quoted', () => {
    fc.assert(
      fc.property(u64, (value) => {
        const hex = `0x${value.toString(16)}`;
        for (const text of [`${value}`, hex, `0o${value.toString(8)}`, `"${hex}"`]) {
          expect(parseAddress(plainOf(text))).toBe(value);
        }
      }),
    );
  });

  test('integers beyond 2^53 keep their value as hexadecimal text', () => {
    expect(plainOf('0xffff000012345000')).toBe('0xffff000012345000');
    expect(plainOf('-9007199254740993')).toBe('-0x20000000000001');
    expect(plainOf('9007199254740991')).toBe(9007199254740991);
  });

  test('PCI addresses and times stay text', () => {
    const plain = plainOf('[6a:01.0, 00:01.0, 12:30:45, 190:20:30, 1-9, 1e3:1, yes, 0b11, 1_000]');
    expect(plain).toEqual(['6a:01.0', '00:01.0', '12:30:45', '190:20:30', '1-9', '1e3:1', 'yes', '0b11', '1_000']);
  });

  test('a value that is too large is shown whole where it is refused', () => {
    const { diagnostics } = readBody('viommus: [{ name: g, pasidBits: 0xffff000012345000 }]\n');
    expect(diagnostics.map(({ message }) => message).join()).toContain('0xffff000012345000');
  });
});

describe('merge keys', () => {
  const fields = fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__'), fc.nat(9), { maxKeys: 4 });

  test('mean what the yaml package takes them for', () => {
    fc.assert(
      fc.property(fields, fields, fields, fc.boolean(), fc.boolean(), (one, two, own, several, last) => {
        const merge = several ? '<<: [*one, *two]' : '<<: *two';
        const written = JSON.stringify(own).slice(1, -1);
        const parts = [merge, ...(written === '' ? [] : [written])];
        const text = `- &one ${JSON.stringify(one)}\n- &two ${JSON.stringify(two)}\n- { ${(last ? parts.toReversed() : parts).join(', ')} }\n`;
        expect(plainOf(text)).toEqual(parse(text, { merge: true }));
      }),
    );
  });
});

describe('scalars', () => {
  test.each([
    [4096, 4096n],
    ['4KiB', 4096n],
    ['32MiB', 33554432n],
    ['1GiB', 1073741824n],
    ['2TiB', 2199023255552n],
    ['0x1000', 4096n],
    ['4096', 4096n],
    ['4kB', null],
    ['4 KiB', null],
    ['', null],
    [-1, null],
    [1.5, null],
    [null, null],
  ])('the size %j is %s', (text, size) => {
    expect(parseSize(text)).toBe(size);
  });

  test.each([
    [5, { first: 5, last: 5 }],
    ['5', { first: 5, last: 5 }],
    ['1-9', { first: 1, last: 9 }],
    ['0x10 - 0x1f', { first: 16, last: 31 }],
    ['9-1', { first: 9, last: 1 }],
    ['1-2-3', null],
    ['-1', null],
    ['a-b', null],
    [undefined, null],
  ])('the PASIDs %j are %j', (text, range) => {
    expect(parsePasids(text)).toEqual(range);
  });

  test('every range is read back as it is printed', () => {
    const range = fc.tuple(fc.nat(1 << 20), fc.nat(1 << 20)).map(([first, more]) => ({ first, last: first + more }));
    fc.assert(
      fc.property(range, (pasids) => {
        expect(parsePasids(formatPasids(pasids))).toEqual(pasids);
      }),
    );
  });

  test.each([
    [5, '5'],
    ['1-3,5', '1-3 5'],
    ['7 , 0x10-0x1f', '7 16-31'],
    [[1, '3-5', '0x10'], '1@0 3-5@1 16@2'],
    [[1, 'x', null], '1@0'],
    ['x', ''],
    [undefined, ''],
  ])('the list of PASIDs %j is %s', (value, listed) => {
    const shown = parsePasidList(value).map(
      (range) => formatPasids(range) + (range.index === null ? '' : `@${range.index}`),
    );
    expect(shown.join(' ')).toBe(listed);
  });

  test('however a set of PASIDs is written, the spec has the same ranges, ascending and apart', () => {
    const sets = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(sets, fc.boolean(), (pasids, asText) => {
        const written = asText ? `"${pasids.join(', ')}"` : `[${pasids.join(', ')}]`;
        const { spec, diagnostics } = readBody(`devices: [{ name: a, address: 6a:01.0 }]
viommus: [{ name: g, pasidBits: 8, firstStage: true, devices: [a] }]
bindings: [{ device: a, pasids: ${written}, passThrough: true }]
`);
        expect(diagnostics).toEqual([]);
        const ranges = spec?.bindings ?? [];
        const all = ranges.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, n) => first + n));
        expect(all).toEqual(pasids.toSorted((a, b) => a - b));
        for (const [n, { first }] of ranges.entries()) expect(first).toBeGreaterThan((ranges[n - 1]?.last ?? -1) + 1);
      }),
    );
  });

  test('PCI ids have 16 bits', () => {
    expect([parseId16(0x8086), parseId16('0x8086'), parseId16(0x10000), parseId16('8O86')]).toEqual([
      0x8086,
      0x8086,
      null,
      null,
    ]);
  });
});

describe('random specs that keep the rules', () => {
  const target = fc.oneof(
    fc.constant({ device: 'dsa0', passThrough: true }),
    fc.constant({ device: 'dsa1', from: 'guest' }),
    fc.nat(15).map((page) => ({
      device: 'dsa0',
      firstStage: { pageTable: 0x1000000 + page * 4096, supervisor: page % 2 === 0 },
    })),
  );
  const bindings = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), target), {
    maxLength: 12,
  });

  test('are read without a complaint, and in order', () => {
    fc.assert(
      fc.property(bindings, fc.constantFrom('JSON', 'YAML'), (steps, style) => {
        const wanted: { first: number; last: number }[] = [];
        let next = 1;
        const written = steps.map(([gap, size, to]) => {
          const range = { first: next + gap, last: next + gap + size - 1 };
          next = range.last + 1;
          wanted.push(range);
          return { pasids: formatPasids(range), ...to };
        });
        const host = {
          apiVersion: 'pasidctl/v1',
          kind: 'Host',
          devices: [
            { name: 'dsa0', address: '6a:01.0' },
            { name: 'dsa1', address: '6f:01.0' },
          ],
          viommus: [
            {
              name: 'guest0',
              pasidBits: 20,
              firstStage: true,
              memory: [{ file: '/dev/shm/a', size: '64KiB', guestAddress: 0x1000000 }],
              devices: ['dsa0'],
            },
            { name: 'vm0', holder: 'qemu', pasidBits: 20, firstStage: true, devices: ['dsa1'] },
          ],
          bindings: written,
        };
        const { spec, diagnostics } = read(style === 'JSON' ? JSON.stringify(host) : stringify(host));
        expect(diagnostics).toEqual([]);
        expect(spec?.bindings.map(({ first, last }) => ({ first, last }))).toEqual(wanted);
        const holders = spec?.bindings.map(({ device, viommu }) => `${device} ${viommu}`) ?? [];
        expect(holders.every((pair) => pair === 'dsa0 guest0' || pair === 'dsa1 vm0')).toBe(true);
      }),
    );
  });
});
