import { expect, test } from 'vitest';
import { firstStageRef, heldStageRef, parentRef } from '../../src/model/hwpt-ref.ts';
import type { FirstStage } from '../../src/model/spec.ts';
import { hwptText } from '../../src/steps/hwpt-words.ts';

const STAGE: FirstStage = {
  pageTable: 0x200_0000n,
  addressWidth: 48,
  supervisor: true,
  writeProtect: false,
  extendedAccess: false,
};

test('a HWPT is told by its table; one that is not shared also by its number', () => {
  expect(hwptText(parentRef('dmar0'))).toBe('guest memory');
  expect(hwptText(firstStageRef('dmar0', STAGE))).toBe('page table 0x2000000 (48 bits, sre)');
  const alone = heldStageRef({ ...STAGE, owner: 'guest', unit: 'dmar0', hwpt: 12, separate: true });
  expect(hwptText(alone)).toBe('page table 0x2000000 (48 bits, sre), HWPT 12');
});
