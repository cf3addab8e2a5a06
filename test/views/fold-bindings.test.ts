import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BindingStatus } from '../../src/model/status.ts';
import { foldBindings } from '../../src/views/fold-bindings.ts';

const binding = fc.record({
  gap: fc.constantFrom(0, 0, 0, 0, 0, 0, 1),
  domain: fc.constantFrom(1, 1, 1, 1, 1, 2),
  kind: fc.constantFrom('first-stage', 'first-stage', 'first-stage', 'pass-through'),
  state: fc.constantFrom('attached', 'attached', 'attached', 'attached', 'lost'),
});

type Part = typeof binding extends fc.Arbitrary<infer T> ? T : never;

function listOf(parts: readonly Part[]): readonly BindingStatus[] {
  let pasid = 0;
  return parts.map(({ gap, domain, kind, state }, index) => {
    pasid += 1 + gap;
    const table = {
      pageTable: BigInt(index) << 12n,
      addressWidth: 48,
      supervisor: false,
      writeProtect: false,
    } as const;
    const target = kind === 'pass-through' ? { kind } : { kind, ...table, extendedAccess: false };
    return { device: 'd', first: pasid, last: pasid, domain, hwpt: index, target, state } as BindingStatus;
  });
}

test('folding loses no binding and keeps their order; what is folded is alike and without a gap', () => {
  fc.assert(
    fc.property(fc.array(binding, { maxLength: 60 }), (parts) => {
      const list = listOf(parts);
      let at = 0;
      for (const { first, last, bindings } of foldBindings(list)) {
        const run = list.slice(at, at + bindings);
        expect([run[0], run.at(-1)]).toEqual([first, last]);
        if (bindings > 1) {
          expect(new Set(run.map(({ device, domain, state }) => `${device} ${domain} ${state}`)).size).toBe(1);
          expect(last.last - first.first + 1).toBe(bindings);
          expect(run.every(({ target }) => target.kind === 'first-stage')).toBe(true);
        }
        at += bindings;
      }
      expect(at).toBe(list.length);
    }),
    { numRuns: 500 },
  );
});
