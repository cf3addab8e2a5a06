/** Text that means harm, or none at all: a clear answer, soon, and never an exception. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_PROBLEMS, readSpec } from '../../src/spec/read-spec.ts';
import { LIMITS } from '../../src/spec/yaml/limits.ts';
import { nothingUsed, parseYaml } from '../../src/spec/yaml/parse-yaml.ts';
import { codes, HEADER, read, readBody } from './support.ts';

const MIB = 1 << 20;

/** Generous for a slow machine; quadratic behaviour would take minutes. */
const SOON_MS = 15_000;

const laughs = [
  'a0: &a0 [x, x, x, x, x, x, x, x, x, x]',
  ...Array.from({ length: 40 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(10).fill(`*a${n}`).join(', ')}]`),
].join('\n');

const mergeLaughs = [
  'a0: &a0 {x: 1, y: 2, z: 3}',
  ...Array.from({ length: 40 }, (_, n) => `a${n + 1}: &a${n + 1} {<<: [${Array(10).fill(`*a${n}`).join(', ')}]}`),
].join('\n');

function mergeChain(length: number): string {
  const links = Array.from({ length }, (_, n) => `a${n + 1}: &a${n + 1} {<<: *a${n}, k${n}: 1}\n`);
  return `${HEADER}a0: &a0 {x: 1}\n${links.join('')}`;
}

describe('readSpec on hostile text', () => {
  test.each([
    ['10 MiB of brackets', '['.repeat(10 * MIB), 'SPEC_YAML_TOO_DEEP'],
    ['10,000 brackets that are closed', '['.repeat(10_000) + ']'.repeat(10_000), 'SPEC_YAML_TOO_DEEP'],
    ['a mebibyte of dashes', '- '.repeat(MIB / 2), 'SPEC_YAML_TOO_DEEP'],
    [
      'a mapping 2,000 levels deep',
      Array.from({ length: 2000 }, (_, n) => `${' '.repeat(n)}a:`).join('\n'),
      'SPEC_YAML_TOO_DEEP',
    ],
    ['billion laughs', laughs, 'SPEC_YAML_ALIAS_BOMB'],
    ['billion laughs by merge keys', mergeLaughs, 'SPEC_YAML_ALIAS_BOMB'],
    [
      'a mapping of 10,000 fields that is merged 10,000 times',
      `${HEADER}a: &a {${Array.from({ length: 10_000 }, (_, n) => `k${n}: 1`).join()}}\nb: [${'{<<: *a},'.repeat(10_000)}]`,
      'SPEC_YAML_ALIAS_BOMB',
    ],
    ['mappings that merge one another, 10,000 deep', mergeChain(10_000), 'SPEC_YAML_ALIAS_BOMB'],
    [
      'mappings that merge one another, 900 deep, with a mistake in each',
      `${mergeChain(900)}devices: [*a900]`,
      'SPEC_TOO_MANY_PROBLEMS',
    ],
    ['a mapping that merges itself', `${HEADER}devices: [&a {<<: *a}, &b {<<: [*b, *b]}]`, 'SPEC_YAML_UNKNOWN_ALIAS'],
    ['10,000 merges of what is no mapping', `${HEADER}devices: [${'{<<: 1},'.repeat(10_000)}]`, 'SPEC_YAML_MERGE_KEY'],
    ['a merged __proto__', `${HEADER}devices: [{<<: {__proto__: {name: a}}}]`, 'SPEC_UNKNOWN_FIELD'],
    ['1,100 documents', '---\n'.repeat(1100), 'SPEC_YAML_TOO_LARGE'],
    ['100,000 quotes', '"'.repeat(100_000), 'SPEC_YAML_SYNTAX'],
    ['100,000 bad escapes', `"${'\\x'.repeat(100_000)}`, 'SPEC_YAML_SYNTAX'],
    ['100,000 closing braces', '}'.repeat(100_000), 'SPEC_YAML_SYNTAX'],
    ['30,000 anchors on one value', '&a '.repeat(30_000), 'SPEC_YAML_SYNTAX'],
    [
      '10,000 different unknown fields',
      `${HEADER}${Array.from({ length: 10_000 }, (_, n) => `k${n}: 1\n`).join('')}`,
      'SPEC_TOO_MANY_PROBLEMS',
    ],
    ['10,000 malformed bindings', `${HEADER}bindings:\n${'- {a: b}\n'.repeat(10_000)}`, 'SPEC_TOO_MANY_PROBLEMS'],
    [
      '50,000 malformed names in one list',
      `${HEADER}viommus: [{ name: g, devices: [${Array.from({ length: 50_000 }, (_, n) => `"/${n}"`).join()}] }]`,
      'SPEC_TOO_MANY_PROBLEMS',
    ],
    [
      '100,000 malformed entries of one list of PASIDs',
      `${HEADER}bindings: [{ device: a, passThrough: true, pasids: [${'x,'.repeat(100_000)}] }]`,
      'SPEC_TOO_MANY_PROBLEMS',
    ],
    [
      'a million PASIDs in one text',
      `${HEADER}bindings: [{ device: a, passThrough: true, pasids: "${'1,'.repeat(1_000_000)}1" }]`,
      'SPEC_BAD_VALUE',
    ],
    [
      'a 10 MiB path',
      `${HEADER}viommus: [{ name: g, memory: [{ file: "/${'x'.repeat(10 * MIB)}", size: 4096, guestAddress: 0 }] }]`,
      'SPEC_MEMORY_FILE_PATH',
    ],
    ['a 10 MiB number', `${HEADER}metadata: { name: [${'9'.repeat(10 * MIB)}] }`, 'SPEC_WRONG_TYPE'],
  ])('%s', (_name, text, code) => {
    const start = process.cpuUsage();
    const reading = read(text);
    expect(codes(reading)).toContain(code);
    expect(reading.spec).toBeNull();
    expect(reading.diagnostics.length).toBeLessThan(MAX_PROBLEMS + 12);
    // Of the processor, since other tests run beside this one.
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(SOON_MS);
  });

  test('a file has so many tokens and no more', () => {
    const limits = { ...LIMITS, tokens: 100 };
    expect(parseYaml('- a\n'.repeat(15), nothingUsed(), limits).problems).toEqual([]);
    expect(parseYaml('- a\n'.repeat(30), nothingUsed(), limits).problems.map(({ code }) => code)).toEqual([
      'SPEC_YAML_TOO_LARGE',
    ]);
  });

  test('a file has so many values and signs and no more, and blanks are none', () => {
    const limits = { ...LIMITS, marks: 100 };
    expect(parseYaml(`${'- a    # b\n'.repeat(50)}\n\n`, nothingUsed(), limits).problems).toEqual([]);
    expect(parseYaml('- a\n'.repeat(51), nothingUsed(), limits).problems.map(({ code }) => code)).toEqual([
      'SPEC_YAML_TOO_LARGE',
    ]);
  });

  test('the limits are those of all files together', () => {
    const limits = { ...LIMITS, tokens: 100, documents: 3 };
    const used = nothingUsed();
    expect(parseYaml('- a\n'.repeat(15), used, limits).problems).toEqual([]);
    expect(parseYaml('- a\n'.repeat(15), used, limits).problems).toMatchObject([{ code: 'SPEC_YAML_TOO_LARGE' }]);
    const documents = nothingUsed();
    expect(parseYaml('a: 1\n---\nb: 1\n', documents, limits).problems).toEqual([]);
    expect(parseYaml('a: 1\n---\nb: 1\n---\nc: 1\n', documents, limits).problems).toMatchObject([
      { code: 'SPEC_YAML_TOO_LARGE' },
    ]);
  });

  test('100,000 bindings that are written out are read', { timeout: 300_000 }, () => {
    const { spec, diagnostics } = read(`${GOOD}${manyBindings(100_000)}`);
    expect(diagnostics).toEqual([]);
    expect(spec?.bindings.length).toBe(100_002);
  });

  test('100,000 PASIDs of one list may be written from the last to the first', { timeout: 120_000 }, () => {
    const list = Array.from({ length: 100_000 }, (_, n) => 2 * (100_050 - n)).join(', ');
    const { spec, diagnostics } = read(`${GOOD}  - { device: dsa0, passThrough: true, pasids: [${list}] }\n`);
    expect(diagnostics).toEqual([]);
    expect(spec?.bindings.length).toBe(100_002);
  });

  test('20,000 bindings may share one page table by an alias', { timeout: 300_000 }, () => {
    const shared = Array.from(
      { length: 20_000 },
      (_, n) => `  - { device: dsa0, pasid: ${n + 100}, firstStage: *table }\n`,
    );
    expect(read(`${GOOD}${shared.join('')}`).spec?.bindings.length).toBe(20_002);
  });

  test('no text makes it throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), yamlSoup), (text) => {
        for (const reading of [read(text), readBody(text)]) {
          for (const { location } of reading.diagnostics) expect(location?.range.start.line).toBeGreaterThan(0);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('no single edit of a good spec makes it throw, and every complaint points into the text', () => {
    fc.assert(
      fc.property(
        fc.nat(GOOD.length),
        fc.nat(30),
        fc.oneof(fc.constantFrom(...TOKENS), fc.string()),
        (at, cut, put) => {
          const text = GOOD.slice(0, at) + put + GOOD.slice(at + cut);
          const lines = text.split('\n');
          for (const { location } of readSpec([{ file: 'a', text }]).diagnostics) {
            const { start, end } = location?.range ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
            expect(end.line).toBe(start.line);
            expect(end.column).toBeGreaterThanOrEqual(start.column);
            expect(end.column).toBeLessThanOrEqual((lines[start.line - 1] ?? '').length + 1);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  test('control characters of a file never reach a message', () => {
    const { diagnostics } = readBody('"\\e[31mred\\n": 1\nmetadata: { name: "\\e]0;title\\a" }\n');
    expect(diagnostics.length).toBe(2);
    for (const { message } of diagnostics) expect(message).toMatch(/^[^\p{Cc}]*$/u);
  });
});

const TOKENS = [
  '[',
  '{',
  '}',
  ']',
  ':',
  ': ',
  '- ',
  '? ',
  '&a ',
  '*a',
  '!t ',
  '|',
  '>',
  "'",
  '"',
  '#',
  '%',
  '@',
  '\t',
  '\n',
  '---\n',
  '...\n',
  ', ',
  '<<: ',
  '0x',
  '~',
  '\r\n',
  '\uFEFF',
  'null',
  '.nan',
  '-.inf',
] as const;

function manyBindings(count: number): string {
  const one = (pasid: number) => `  - device: dsa0
    pasid: ${pasid}
    firstStage:
      pageTable: 0x2000000
    domain: 1
`;
  return Array.from({ length: count }, (_, n) => one(n + 100)).join('');
}

const yamlSoup = fc
  .array(
    fc.constantFrom(...TOKENS, 'a', 'devices', 'viommus', 'bindings', 'name', '1', '  ', '9999999999999999999999'),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

const GOOD = `${HEADER}devices:
  - name: dsa0
    address: "0000:6a:01.0"
    expect: { vendor: 0x8086, device: 0x0b25 }
viommus:
  - name: guest0
    pasidBits: 20
    firstStage: true
    memory:
      - { file: /dev/shm/guest0, size: 32MiB, guestAddress: 0x1000000, create: true }
    devices: [dsa0]
bindings:
  - device: dsa0
    pasid: 1
    firstStage: &table { pageTable: 0x2000000, addressWidth: 48 }
  - { device: dsa0, pasids: 16-31, firstStage: *table }
`;
