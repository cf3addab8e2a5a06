import { describe, expect, test } from 'vitest';
import type { ReservedRegion } from '../../src/model/host.ts';
import { CAP } from '../../src/vtd/capability.ts';
import { bindingSpec, CAP_ALL, complaints, ecapWithout, groupsOf, HOST, MEMORY } from './world.ts';

function regions(...more: readonly ReservedRegion[]) {
  return { host: { groups: groupsOf(HOST.functions, more) } };
}

const region = (first: bigint, last: bigint, type: string): ReservedRegion => ({ first, last, type });

describe('a region that must stay mapped', () => {
  test('refuses every device of the group', () => {
    const [group] = HOST.groups;
    const groups = HOST.groups.map((one) =>
      one === group ? { ...one, regions: [region(0x7000_0000n, 0x7fff_ffffn, 'direct')] } : one,
    );
    expect(complaints({ host: { groups } })).toEqual(['HOST_DIRECT_REGION devices.0.address']);
    expect(
      complaints({
        fn: { group: 2 },
        spec: { bindings: [bindingSpec()] },
        host: { groups: groups.map((one) => ({ ...one, number: 3 - one.number })) },
      }),
    ).toEqual(['HOST_DIRECT_REGION devices.0.address']);
  });

  test('does not when it may be given up, even below guest memory', () => {
    expect(complaints(regions(region(0n, 0xff_ffffn, 'direct-relaxable')))).toEqual([]);
  });
});

test('regions that could not be read are told once', () => {
  const complaint = 'HOST_REGIONS_UNKNOWN devices.0.address';
  expect(complaints({ host: { groups: [] } })).toEqual([complaint]);
  expect(complaints({ host: { groups: HOST.groups.map((group) => ({ ...group, regions: null })) } })).toEqual([
    complaint,
  ]);
  // VT-d always has its interrupt window.
  expect(complaints({ host: { groups: HOST.groups.map((group) => ({ ...group, regions: [] })) } })).toEqual([
    complaint,
  ]);
  expect(complaints({ host: { groups: HOST.groups.slice(0, 1) } })).toEqual(['HOST_REGIONS_UNKNOWN devices.1.address']);
});

describe('guest memory over a reserved range', () => {
  const complaint = 'HOST_MEMORY_RESERVED viommus.0.memory.0.guestAddress';

  test.each([
    ['reserved', region(0x100_0000n, 0x10f_ffffn, 'reserved')],
    ['msi', region(0x800_0000n - 0x700_0000n, 0x80f_ffffn, 'msi')],
    ['a type that no release has yet', region(0n, 0xfffn, 'protected')],
    ['its last byte', region(0x1ff_ffffn, 0x1ff_ffffn, 'reserved')],
  ])('is refused once though two devices have it: %s', (_, one) => {
    expect(complaints(regions(one))).toEqual([complaint]);
  });

  test('is fine beside it, and for memory that QEMU maps', () => {
    expect(complaints(regions(region(0x200_0000n, 0x2ff_ffffn, 'reserved')))).toEqual([]);
    const over = regions(region(0n, 0xfffn, 'reserved'));
    expect(complaints({ ...over, viommu: { holder: 'qemu' } })).toEqual([]);
  });

  test('knows the interrupt window of VT-d even when nothing was read', () => {
    const memory = [{ ...MEMORY, guestAddress: 0xfe00_0000n }];
    expect(complaints({ host: { groups: [] }, viommu: { memory } })).toContain(complaint);
  });
});

describe('guest memory beyond the tables', () => {
  const MIDDLE = 1n << 47n;
  const memory = (guestAddress: bigint) => [{ ...MEMORY, guestAddress }];
  const flat = { firstStage: false, svm: false };
  const complaint = 'HOST_MEMORY_BEYOND_TABLE viommus.0.memory.0.guestAddress';
  const cap48 = CAP.encode({ ND: 6n, SAGAW: 0b110n, MGAW: 47n })[0] ?? CAP_ALL;
  const unbound = { bindings: [] };

  test('is in the upper half of a first stage, which a vIOMMU without first stages gets', () => {
    expect(complaints({ spec: unbound, viommu: { ...flat, memory: memory(MIDDLE) }, unit: { cap: cap48 } })).toEqual([
      complaint,
    ]);
    const below = memory(MIDDLE - MEMORY.sizeBytes);
    expect(complaints({ spec: unbound, viommu: { ...flat, memory: below }, unit: { cap: cap48 } })).toEqual([]);
  });

  test('is not there for second stages: of nest parents, of units without first stages, in legacy mode', () => {
    const nested = { memory: memory(MIDDLE), firstStage1GPages: false };
    expect(complaints({ viommu: nested, unit: { cap: cap48 } })).toEqual([]);
    const plain = { ...flat, pasidBits: 0, memory: memory(MIDDLE) };
    const without = { cap: cap48, ecap: ecapWithout('FSTS') };
    expect(complaints({ spec: unbound, viommu: plain, unit: without })).toEqual([]);
    const commandLine = 'intel_iommu=on,sm_off';
    expect(complaints({ spec: unbound, viommu: plain, unit: { cap: cap48 }, commandLine })).toEqual([]);
  });
});
