import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { known } from '../../src/assert.ts';
import { formatMachine, MACHINE_LIMIT_BYTES, parseMachine } from '../../src/host/machine.ts';
import { arbitraryHost } from '../support/arbitrary-host.ts';
import { generateMachine } from '../tools/generate-machine.mjs';

const HEAD = 'apiVersion: pasidctl/v1\nkind: Machine\nkernel: { release: 7.3.4 }\n';

function codes(text: string): string[] {
  const { host, diagnostics } = parseMachine(text, 'm.yaml');
  expect(host === null).toBe(diagnostics.length > 0);
  return diagnostics.map(({ code }) => code);
}

describe('a machine file', () => {
  it('carries all of a host: parse undoes format', () => {
    fc.assert(
      fc.property(arbitraryHost, (host) => {
        expect(parseMachine(formatMachine(host), 'm.yaml')).toEqual({ host, diagnostics: [] });
      }),
      { numRuns: 200 },
    );
  });

  it('is the same text for the same host', () => {
    fc.assert(
      fc.property(arbitraryHost, (host) => {
        const text = formatMachine(host);
        expect(formatMachine(known(parseMachine(text, 'm.yaml').host, 'host'))).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  it('fills in whatever a hand-written one leaves out', () => {
    const { host } = parseMachine(`${HEAD}functions:\n  - address: '0000:01:00.0'\n`, 'm.yaml');
    expect(host?.iommufd).toBe(false);
    expect(host?.functions[0]).toMatchObject({
      address: '0000:01:00.0',
      driver: null,
      capabilities: { pasid: null, ats: null, pri: null },
    });
  });

  it('may list functions in any order', () => {
    const { host } = parseMachine(`${HEAD}functions: [{ address: '0000:01:00.0' }, { address: '0000:00:1f.0' }]`, 'm');
    expect(host?.functions.map(({ address }) => address)).toEqual(['0000:00:1f.0', '0000:01:00.0']);
  });
});

describe('a bad machine file', () => {
  it('is refused at the place of each mistake, all at once', () => {
    const text = `${HEAD}iommufd: perhaps
units:
  - name: dmar0
    cap: 0x12
functions:
  - address: '0000:01:00.0'
    vendor: '0x12345'
    colour: red
`;
    const { diagnostics } = parseMachine(text, 'm.yaml');
    expect(diagnostics.map(({ code, location }) => [code, location?.range.start.line])).toEqual(
      expect.arrayContaining([
        ['MACHINE_INVALID', 4],
        ['MACHINE_INVALID', 7],
        ['MACHINE_INVALID', 10],
        ['MACHINE_INVALID', 11],
      ]),
    );
    expect(diagnostics.every(({ location }) => location?.file === 'm.yaml')).toBe(true);
  });

  it.each([
    ['no YAML', '{'],
    ['two documents', `${HEAD}---\n${HEAD}`],
    ['a key twice', `${HEAD}kind: Machine\n`],
    ['an alias', `${HEAD}modules: &a [x]\nunits: *a\n`],
    ['exploding aliases', 'a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n'],
    ['bottomless nesting', '['.repeat(2_000_000)],
    ['nothing but quotes', '"'.repeat(500_000)],
  ])('is refused as bad syntax for %s', (_, text) => {
    expect(new Set(codes(text))).toEqual(new Set(['MACHINE_SYNTAX']));
  });

  it.each([
    ['nothing', ''],
    ['a list', '[]'],
    ['another kind', 'apiVersion: pasidctl/v1\nkind: Host\nkernel: { release: a }\n'],
    ['no kernel', 'apiVersion: pasidctl/v1\nkind: Machine\n'],
    ['a register as a number', `${HEAD}units: [{ name: a, cap: 12 }]`],
    ['an address in another form', `${HEAD}functions: [{ address: '1:0.0' }]`],
    ['a function twice', `${HEAD}functions: [{ address: '0000:01:00.0' }, { address: '0000:01:00.0' }]`],
    ['a unit twice', `${HEAD}units: [{ name: a }, { name: a }]`],
    ['a poisoned key', `${HEAD}__proto__: { polluted: true }`],
  ])('is refused as invalid for %s', (_, text) => {
    expect(new Set(codes(text))).toEqual(new Set(['MACHINE_INVALID']));
  });

  it('is refused when it is too big, before it is parsed', () => {
    expect(codes('#'.repeat(MACHINE_LIMIT_BYTES + 1))).toEqual(['MACHINE_TOO_BIG']);
  });

  it('that is wrong everywhere is not complained about forever', () => {
    const wrong = Array.from({ length: 500 }, () => '  - nonsense: 1').join('\n');
    expect(codes(`${HEAD}functions:\n${wrong}\n`)).toHaveLength(50);
  });
});

describe('the machine schema', () => {
  it('is what the generated validator and types were made from', async () => {
    for (const [path, text] of Object.entries(await generateMachine())) {
      expect(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'), path).toBe(text);
    }
  });
});
