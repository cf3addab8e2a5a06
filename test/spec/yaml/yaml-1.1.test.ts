import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { MAX_OLD_FORMS, oldForm, oldReading } from '../../../src/spec/yaml/yaml-1.1.ts';
import { codes, readBody } from '../support.ts';

describe('values that YAML 1.1 reads otherwise', () => {
  test.each([
    ['010', 8],
    ['0o10', '0o10'],
    ['yes', true],
    ['No', false],
    ['on', true],
    ['OFF', false],
    ['y', true],
    ['12:30:00', 45_000],
    ['00:01.0', 1],
    ['190:20:30', 685_230],
    ['1_000', 1000],
    ['0b11', 3],
    ['08', '08'],
    ['019', '019'],
  ])('%s is read there as %j', (source, old) => {
    expect(oldReading(source, parse(source))).toEqual(old);
  });

  test.each([
    '6a:01.0',
    '0000:6a:01.0',
    '1-9',
    '32MiB',
    '0x10',
    '10',
    '0',
    '00',
    'true',
    'False',
    '~',
    'null',
    '1.5',
    '-1',
    'dsa0',
    'e0',
    'e000',
    '-e1',
    '.e1',
    '.',
    '.nan',
  ])('%s is the same in both', (source) => {
    expect(oldForm(source, parse(source))).toBeNull();
  });

  test('no short value is missed or reported without reason', () => {
    const source = fc.string({ unit: fc.constantFrom(...'0123456789_:.-+xobeyYnNsofKM'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(source, (text) => {
        const plain = /^[-:]/.test(text) || /:$/.test(text);
        fc.pre(!plain);
        // The yaml package reads them as decimal numbers, the specification of 1.1 and PyYAML as text.
        fc.pre(!/^[-+]?0[0-9_]*[89][0-9_]*$/.test(text));
        const both = [parse(text), parse(text, { version: '1.1' })];
        // And a point or an exponent without a digit before it as NaN.
        fc.pre(!Number.isNaN(both[1]));
        expect(oldReading(text, both[0]) !== undefined).toBe(JSON.stringify(both[0]) !== JSON.stringify(both[1]));
      }),
    );
  });

  test('the warning has what is read, what else could be, and how to write it', () => {
    const { spec, diagnostics } = readBody(`devices: [{ name: a, address: 6a:01.0 }]
viommus: [{ name: g, pasidBits: 8, firstStage: true, devices: [a] }]
bindings: [{ device: a, pasid: 010, passThrough: true }]
`);
    expect(spec?.bindings[0]?.first).toBe(10);
    expect(diagnostics).toMatchObject([
      { code: 'SPEC_YAML_1_1', severity: 'warning', location: { range: { start: { line: 5, column: 32 } } } },
    ]);
    expect(diagnostics[0]?.message).toMatch(/010.*10.*8/);
    expect(diagnostics[0]?.advice).toMatch(/10.*8/);
  });

  test('text in quotes, in a block or with a tag is no plain value', () => {
    const lines = ['"010"', "'yes'", '!!str 010', '|-\n      yes\n'];
    for (const name of lines) expect(codes(readBody(`metadata:\n    name: ${name}\n`))).toEqual([]);
  });

  test('a wrong value is reported once, with the value to write', () => {
    const { diagnostics } = readBody('viommus: [{ name: g, firstStage: yes, pasidBits: 1_0, devices: [] }]\n');
    expect(diagnostics.map(({ code }) => code).filter((code) => code !== 'SPEC_VIOMMU_WITHOUT_DEVICES')).toEqual([
      'SPEC_WRONG_TYPE',
      'SPEC_WRONG_TYPE',
    ]);
    expect(diagnostics.map(({ advice }) => advice).join('\n')).toMatch(/true[\s\S]*10/);
  });

  test('of many, so many are reported, and an error after them still counts', () => {
    const reading = readBody(`devices: [${'yes, '.repeat(300)}]\nviommus: [*nothing]\n`);
    expect(codes(reading).filter((code) => code === 'SPEC_YAML_1_1')).toHaveLength(MAX_OLD_FORMS);
    expect(codes(reading)).toContain('SPEC_YAML_UNKNOWN_ALIAS');
    expect(reading.spec).toBeNull();
  });
});
