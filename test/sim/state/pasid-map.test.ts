import fc from 'fast-check';
import { expect, test } from 'vitest';
import { devicesAt, emptyPasidMap, hwptAt, pasidsOf, setPasid } from '../../../src/sim/state/pasid-map.ts';
import { addPasid, emptyPasidSet, hasPasid, pasidsIn, removePasid } from '../../../src/sim/state/pasid-set.ts';

const pasids = fc.oneof(fc.nat(300), fc.integer({ min: 0xf_fff0, max: 0x10_000f }), fc.constant(0x7fff_ffff));

test('a PASID map is a map from PASID to HWPT and devices', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(pasids, fc.integer({ min: 1, max: 9 }), fc.nat(3))), (moves) => {
      const map = emptyPasidMap();
      const model = new Map<number, readonly [number, number]>();
      for (const [pasid, hwpt, devices] of moves) {
        setPasid(map, pasid, { hwpt, devices });
        if (devices === 0) model.delete(pasid);
        else model.set(pasid, [hwpt, devices]);
      }
      for (const [pasid] of moves) {
        expect([hwptAt(map, pasid), devicesAt(map, pasid)]).toEqual(model.get(pasid) ?? [0, 0]);
      }
      const first = [...model].filter(([pasid, [, devices]]) => pasid !== 0 && (devices & 1) !== 0);
      expect([...pasidsOf(map, 1)]).toEqual(first.map(([pasid]) => pasid).sort((a, b) => a - b));
      expect(map.count).toBe([...model.keys()].filter((pasid) => pasid !== 0).length);
    }),
  );
});

test('a PASID set is a set in ascending order', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(pasids, fc.boolean())), (moves) => {
      const set = emptyPasidSet();
      const model = new Set<number>();
      for (const [pasid, add] of moves) {
        if (add) {
          addPasid(set, pasid);
          model.add(pasid);
        } else {
          removePasid(set, pasid);
          model.delete(pasid);
        }
      }
      expect([...pasidsIn(set)]).toEqual([...model].sort((a, b) => a - b));
      expect(moves.every(([pasid]) => hasPasid(set, pasid) === model.has(pasid))).toBe(true);
    }),
  );
});
