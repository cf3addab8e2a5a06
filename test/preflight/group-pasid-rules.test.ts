/** A PASID is attached for a whole IOMMU group. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/diagnostics/finding.ts';
import type { PciFunction } from '../../src/model/host.ts';
import { EMPTY_LIVE } from '../../src/model/live.ts';
import type { BindingSpec, BindingTarget } from '../../src/model/spec.ts';
import { examine } from '../../src/preflight/examine.ts';
import { bindingSpec, type Case, complaints, hostOf, pciFunction, SOURCES, STAGE, specOf } from './world.ts';

const TABLE: BindingTarget = { kind: 'first-stage', ...STAGE };
const OTHER: BindingTarget = { ...TABLE, pageTable: 0x5000n };
const THROUGH: BindingTarget = { kind: 'pass-through' };
const GUEST: BindingTarget = { kind: 'guest' };

/** Both devices in one group, with these bindings. */
function together(...bindings: readonly BindingSpec[]): Case {
  return { fn: { group: 2 }, spec: { bindings } };
}

function bound(device: 'dsa0' | 'dsa1', target: BindingTarget, [first, last = first]: readonly [number, number?]) {
  return bindingSpec({ device, target, first, last }, device === 'dsa0' ? 0 : 1);
}

function found(changes: Case, check: string): Finding | undefined {
  const input = { spec: specOf(changes), host: hostOf(changes), live: EMPTY_LIVE, sources: SOURCES };
  return examine({ ...input, backend: 'kernel' }).find((one) => one.check === check);
}

describe('two devices of one group', () => {
  test.each<[string, BindingTarget, BindingTarget]>([
    ['two page tables', TABLE, OTHER],
    ['tables that differ in a flag', TABLE, { ...TABLE, writeProtect: true }],
    ['a page table and a pass-through', TABLE, THROUGH],
    ['a pass-through and a page table', THROUGH, TABLE],
    ['a page table and the guest’s own', TABLE, GUEST],
    ['the guest’s own and a page table', GUEST, TABLE],
  ])('cannot have %s at a PASID', (_, one, other) => {
    const changes = together(bound('dsa0', one, [100]), bound('dsa1', other, [100]));
    expect(complaints(changes)).toEqual(['HOST_GROUP_PASID_CONFLICT bindings.1.pasid']);
  });

  test.each<[string, BindingTarget, BindingTarget]>([
    ['one page table', TABLE, { ...TABLE }],
    ['both passed through', THROUGH, THROUGH],
    ['both left to the guest, which decides', GUEST, GUEST],
    ['passed through what the guest may pass through too', THROUGH, GUEST],
  ])('can have %s', (_, one, other) => {
    expect(complaints(together(bound('dsa0', one, [1, 9]), bound('dsa1', other, [5, 20])))).toEqual([]);
  });

  test('can have two page tables at two PASIDs, and at one PASID in two groups', () => {
    expect(complaints(together(bound('dsa0', TABLE, [1, 9]), bound('dsa1', OTHER, [10])))).toEqual([]);
    const bindings = [bound('dsa0', TABLE, [100]), bound('dsa1', OTHER, [100])];
    expect(complaints({ spec: { bindings } })).toEqual([]);
  });

  test('are both named, with the PASIDs at which they meet and the line of the other', () => {
    const changes = together(bound('dsa0', TABLE, [1, 100]), bound('dsa1', OTHER, [90, 200]));
    expect(found(changes, 'group-pasids')).toMatchObject({
      state: 'fatal',
      devices: ['dsa0', 'dsa1'],
      message:
        'dsa1 and dsa0 are both in IOMMU group 2, which has one page table at a PASID: PASIDs 90-100 are bound to page table ' +
        '0x5000 (48 bits) for dsa1 and bound to page table 0x2000 (48 bits) for dsa0 (bindings.0.pasids:1).',
    });
  });

  test('and a range of the guest is told to leave out what the spec binds', () => {
    const changes = together(bound('dsa0', TABLE, [100]), bound('dsa1', GUEST, [1, 1000]));
    expect(found(changes, 'group-pasids')?.diagnostic?.advice).toContain('Leave PASID 100 out of 1-1000 of dsa1');
  });

  test('meet as a comparison of every pair says', () => {
    const targets = fc.constantFrom(TABLE, OTHER, THROUGH, GUEST);
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 6 });
    const bindings = (device: 'dsa0' | 'dsa1') =>
      fc.tuple(cuts, fc.array(fc.tuple(targets, fc.nat(6)), { minLength: 6, maxLength: 6 })).map(([at, rest]) =>
        at
          .sort((a, b) => a - b)
          .map((first, index) => {
            const [target, more] = rest[index] ?? [TABLE, 0];
            return bound(device, target, [first, Math.min(first + more, (at[index + 1] ?? 50) - 1)]);
          }),
      );
    fc.assert(
      fc.property(bindings('dsa0'), bindings('dsa1'), (one, other) => {
        const meeting = one.some((a) => other.some((b) => meet(a, b) && tableOf(a) !== tableOf(b)));
        expect(complaints(together(...one, ...other)).length > 0).toBe(meeting);
      }),
      { numRuns: 150 },
    );
  });

  test('and a million PASIDs in many ranges take no time', () => {
    const ranges = (device: 'dsa0' | 'dsa1', target: BindingTarget) =>
      Array.from({ length: 20_000 }, (_, index) => bound(device, target, [index * 50 + 1, index * 50 + 50]));
    const start = performance.now();
    expect(complaints(together(...ranges('dsa0', THROUGH), ...ranges('dsa1', GUEST)))).toEqual([]);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

function meet(a: BindingSpec, b: BindingSpec): boolean {
  return a.first <= b.last && b.first <= a.last;
}

function tableOf({ target }: BindingSpec): bigint | null {
  return target.kind === 'first-stage' ? target.pageTable : null;
}

describe('a narrow member of the group', () => {
  const pasid = { widthBits: 4, exec: false, privileged: true, enabled: true };
  const narrow: Partial<PciFunction> = { capabilities: { pasid, ats: null, pri: null } };
  const beside = (changes: Partial<PciFunction>): Case => ({
    others: [pciFunction('0000:6a:1f.0', { driver: null, group: 1, ...changes })],
  });

  test('limits a device that is wider, whether the spec lists it or not', () => {
    const changes = { ...beside(narrow), binding: { first: 10, last: 16 } };
    expect(complaints(changes)).toEqual(['HOST_GROUP_PASID_TOO_WIDE bindings.0.pasids']);
    expect(found(changes, 'group-pasid-width')).toMatchObject({
      devices: ['dsa0'],
      message: 'dsa0: PASID 16 needs 5 bits; 0000:6a:1f.0, which is in IOMMU group 1 with 0000:6a:01.0, has 4.',
      evidence: [{ source: '/sys/bus/pci/devices/0000:6a:1f.0/config', value: 'PASID width 4' }],
    });
    const inSpec = {
      fn: { ...narrow, group: 2 },
      spec: { bindings: [bound('dsa1', THROUGH, [16])] },
      viommu: { svm: false },
    };
    expect(found(inSpec, 'group-pasid-width')?.message).toContain('0000:6a:01.0 (dsa0), which is in IOMMU group 2');
  });

  test('does not limit PASIDs that it can carry, nor another group; one without PASIDs limits none', () => {
    expect(complaints({ ...beside(narrow), binding: { first: 15, last: 15 } })).toEqual([]);
    expect(complaints({ ...beside({ ...narrow, group: 31 }), binding: { first: 16, last: 16 } })).toEqual([]);
    const without = { capabilities: { pasid: null, ats: null, pri: null } };
    expect(complaints({ ...beside(without), binding: { first: 16, last: 16 } })).toEqual([]);
  });

  test('may be one that could not be read', () => {
    expect(found(beside({ capabilities: 'unknown' }), 'group-pasid-width')).toMatchObject({
      state: 'unknown',
      devices: ['dsa0'],
      diagnostic: { code: 'HOST_GROUP_PASIDS_UNKNOWN', severity: 'warning' },
    });
  });
});
