import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatHwptRef, type HwptRef, sameHwpt } from '../../src/model/hwpt-ref.ts';

const unit = fc.constantFrom('dmar0', 'dmar1');

const refs: fc.Arbitrary<HwptRef> = fc.oneof(
  fc.record({ kind: fc.constant('parent' as const), unit }),
  fc.record({
    kind: fc.constant('first-stage' as const),
    unit,
    stage: fc.record({
      pageTable: fc.constantFrom(0x1000n, 0x2000n),
      addressWidth: fc.constantFrom(48 as const, 57 as const),
      supervisor: fc.boolean(),
      writeProtect: fc.boolean(),
      extendedAccess: fc.boolean(),
    }),
    owner: fc.constantFrom('spec' as const, 'guest' as const),
    separate: fc.constantFrom(null, 1, 2),
  }),
);

test('two names are the same HWPT exactly when their texts are equal', () => {
  fc.assert(
    fc.property(refs, refs, (a, b) => {
      expect(sameHwpt(a, b)).toBe(formatHwptRef(a) === formatHwptRef(b));
      expect(sameHwpt(a, structuredClone(a))).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
