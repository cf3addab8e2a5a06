import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  attachmentOf,
  errnoOf,
  MOST_RECORDS,
  NOTHING,
  PARENT,
  STATE,
  type State,
  stateOf,
  withAttachment,
  withState,
} from '../../../src/viommu/store/slot-control.ts';
import { SLOTS_PER_LEAF, SlotStore } from '../../../src/viommu/store/slot-store.ts';

const state = fc.constantFrom<State>(...Object.values(STATE));
const attachment = fc.oneof(fc.constantFrom(NOTHING, PARENT, 0, MOST_RECORDS - 1), fc.nat({ max: MOST_RECORDS - 1 }));

test('state, errno and attachment of a slot share 32 bits and leave each other alone', () => {
  fc.assert(
    fc.property(state, fc.nat({ max: 255 }), attachment, state, attachment, (first, errno, held, second, later) => {
      const control = withAttachment(withState(0, first, errno), held);
      expect([stateOf(control), errnoOf(control), attachmentOf(control)]).toEqual([first, errno, held]);
      const moved = withState(withAttachment(control, later), second, 0);
      expect([stateOf(moved), errnoOf(moved), attachmentOf(moved)]).toEqual([second, 0, later]);
    }),
  );
  expect([stateOf(0), errnoOf(0), attachmentOf(0)]).toEqual([STATE.absent, 0, NOTHING]);
});

test('an errno that does not fit is not taken for another', () => {
  const ENOTSUPP = 524;
  expect(errnoOf(withState(0, STATE.failed, ENOTSUPP))).toBe(255);
});

describe('leaves of a domain', () => {
  /** Over two chunks of 64 leaves; domains of which some share a hint. */
  const slot = fc.nat({ max: 80 * SLOTS_PER_LEAF - 1 });
  const domain = fc.constantFrom(1, 2, 1 + 2 ** 15, 65_535);
  const change = fc.record({ slot, domain, state: fc.constantFrom<State>(STATE.absent, STATE.attached, STATE.failed) });

  test('are exactly those with a slot that is not absent, also after others asked', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(change, domain), { maxLength: 120, size: 'max' }), (events) => {
        const store = new SlotStore();
        for (let leaf = 0; leaf < 80; leaf++) store.newLeaf(0, leaf);
        const slots = new Map<number, number>();
        const leavesOf = (wanted: number): readonly number[] => {
          const held = [...slots].filter(([, did]) => did === wanted).map(([at]) => Math.floor(at / SLOTS_PER_LEAF));
          return [...new Set(held)].sort((a, b) => a - b);
        };
        for (const event of events) {
          if (typeof event === 'number') expect(store.leavesOf(event)).toEqual(leavesOf(event));
          else {
            store.setDomain(event.slot, event.domain);
            store.setState(event.slot, event.state);
            if (event.state === STATE.absent) slots.delete(event.slot);
            else slots.set(event.slot, event.domain);
          }
        }
        for (const wanted of [1, 2, 1 + 2 ** 15, 65_535, 7]) expect(store.leavesOf(wanted)).toEqual(leavesOf(wanted));
      }),
    );
  });
});
