import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeIdsFrom, giveBackId, takeId } from '../../../src/sim/state/free-ids.ts';

test('an id taken is always the lowest that is free', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.nat(200))), (moves) => {
      const ids = freeIdsFrom(1);
      const taken = new Set<number>();
      for (const move of moves) {
        if (move !== null && taken.delete(move)) giveBackId(ids, move);
        else {
          let lowest = 1;
          while (taken.has(lowest)) lowest += 1;
          expect(takeId(ids)).toBe(lowest);
          taken.add(lowest);
        }
      }
    }),
  );
});
