import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/diagnostics/finding.ts';
import type { Host, PciFunction } from '../../src/model/host.ts';
import { EMPTY_LIVE, type Live } from '../../src/model/live.ts';
import { type DeviceSpec, EMPTY_SPEC, type PhysicalFunctionSpec, type Spec } from '../../src/model/spec.ts';
import { planChanges } from '../../src/plan/plan-changes.ts';
import { examine } from '../../src/preflight/examine.ts';
import { bdf, deviceSpec, groupsOf, HOST, pciFunction, SOURCES } from './world.ts';

const AT = '0000:6b:00.0';
const PF = pciFunction(AT, {
  ...{ device: 0x4940, driver: '4xxx', group: 9, totalVfs: 16, vfPlaces: { offset: 1, stride: 1, device: 0x4941 } },
});
const MAKER: PhysicalFunctionSpec = {
  ...{ name: 'qat', address: bdf(AT), expect: { vendor: null, device: null }, virtualFunctions: 4 },
  origin: { document: 0, path: ['devices', 1] },
};

function vf(index: number, changes: Partial<DeviceSpec> = {}): DeviceSpec {
  const address = bdf(`0000:6b:00.${index + 1}`);
  return deviceSpec(0, { name: `vf${index}`, address, expect: { vendor: 0x8086, device: 0x4941 }, ...changes });
}

interface World {
  readonly pf?: Partial<PciFunction>;
  readonly maker?: Partial<PhysicalFunctionSpec>;
  readonly devices?: readonly DeviceSpec[];
  readonly others?: readonly PciFunction[];
  readonly live?: Partial<Live>;
}

function specOf({ maker, devices = [vf(0), vf(3)] }: World): Spec {
  return { ...EMPTY_SPEC, devices, physicalFunctions: [{ ...MAKER, ...maker }] };
}

function hostOf({ pf, others = [] }: World): Host {
  const functions = [...HOST.functions, { ...PF, ...pf }, ...others];
  return { ...HOST, functions, groups: groupsOf(functions) };
}

function findings(world: World): readonly Finding[] {
  const live = { ...EMPTY_LIVE, ...world.live };
  return examine({ spec: specOf(world), host: hostOf(world), live, sources: SOURCES, backend: 'kernel' });
}

function codes(world: World): string[] {
  return findings(world).flatMap(({ diagnostic, devices }) =>
    diagnostic === null ? [] : [`${diagnostic.code} ${devices.join(' ')} ${diagnostic.location?.file}`],
  );
}

/** VFs that are there. */
function made(count: number): { readonly pf: Partial<PciFunction>; readonly others: readonly PciFunction[] } {
  const others = Array.from({ length: count }, (_, index) =>
    pciFunction(`0000:6b:00.${index + 1}`, {
      device: 0x4941,
      driver: null,
      group: 20 + index,
      physicalFunction: PF.address,
    }),
  );
  return { pf: { virtualFunctions: others.map(({ address }) => address) }, others };
}

const ours = (count: number): Partial<Live> => ({
  madeVfs: [{ device: 'qat', address: PF.address, count, addresses: [] }],
});

describe('a PF that makes VFs', () => {
  test('lets the spec have devices that are not there yet', () => {
    expect(codes({})).toEqual([]);
    expect(findings({}).filter(({ state }) => state === 'skipped')).toEqual([]);
  });

  test('is fine when they are there, whoever made them and whatever the driver', () => {
    expect(codes(made(4))).toEqual([]);
    expect(codes({ ...made(4), pf: { ...made(4).pf, driver: 'idxd' } })).toEqual([]);
  });

  const ALL = 'qat vf0 vf3';
  const COUNT = 'devices.1.virtualFunctions';
  const ADDRESS = 'devices.1.address';
  test.each<[string, World, string]>([
    ['is not there', { maker: { address: bdf('0000:6b:01.0') }, devices: [] }, `HOST_DEVICE_MISSING qat ${ADDRESS}`],
    [
      'is another',
      { maker: { expect: { vendor: 0x8086, device: 0x4944 } } },
      `HOST_DEVICE_MISMATCH ${ALL} devices.1.expect`,
    ],
    ['does not answer', { pf: { answers: false } }, `HOST_DEVICE_NOT_ANSWERING ${ALL} ${ADDRESS}`],
    ['has no SR-IOV', { pf: { totalVfs: 0, vfPlaces: null }, devices: [] }, `HOST_PF_MAKES_NO_VFS qat ${ADDRESS}`],
    ['has no driver', { pf: { driver: null } }, `HOST_PF_MAKES_NO_VFS ${ALL} ${COUNT}`],
    ['has a driver that makes none', { pf: { driver: 'idxd' } }, `HOST_PF_MAKES_NO_VFS ${ALL} ${COUNT}`],
    ['is on vfio-pci', { pf: { driver: 'vfio-pci' } }, `HOST_PF_MAKES_NO_VFS ${ALL} ${COUNT}`],
    ['can have fewer', { pf: { totalVfs: 3 }, devices: [vf(0)] }, `HOST_TOO_MANY_VFS qat vf0 ${COUNT}`],
    ['has others', made(2), `HOST_OTHER_VFS ${ALL} ${COUNT}`],
    ['has others than ours', { ...made(2), live: ours(3) }, `HOST_OTHER_VFS ${ALL} ${COUNT}`],
    ['does not tell where they will be', { pf: { vfPlaces: null } }, `HOST_VF_PLACES_UNKNOWN ${ALL} ${COUNT}`],
    [
      'tells it only when they are there',
      { pf: { vfPlaces: { offset: 0, stride: 0, device: 0x4941 } } },
      `HOST_VF_PLACES_UNKNOWN ${ALL} ${COUNT}`,
    ],
  ])('%s: refused, and nothing is said of its VFs', (_, world, code) => {
    expect(codes(world)).toEqual([code]);
    const [fatal, ...rest] = findings(world).filter(({ state }) => state === 'fatal');
    expect([fatal?.check, rest]).toEqual(['vfs-can-be-made', []]);
    if (fatal?.devices.includes('vf0') === true) {
      const present = findings(world).find(({ check }) => check === 'device-present');
      expect(present).toMatchObject({ state: 'skipped', because: 'vfs-can-be-made' });
    }
  });

  test('needs no place for VFs that no device of the spec is', () => {
    expect(codes({ pf: { vfPlaces: null }, devices: [] })).toEqual([]);
  });

  test('may get another number of VFs that are ours, unless one of them is held', () => {
    const world = { ...made(2), live: ours(2), devices: [vf(0), vf(3)] };
    expect(codes(world)).toEqual([]);
    const handover = { device: 'vf1', address: bdf('0000:6b:00.2'), formerDriver: null, formerOverride: null };
    const live: Partial<Live> = { ...ours(2), handovers: [{ ...handover, release: 'restore' }] };
    expect(codes({ ...world, live })).toEqual([`HOST_VFS_IN_USE ${ALL} ${COUNT}`]);
  });

  test('has VFs in the spec beyond its number: what the number has to be', () => {
    const [finding, ...rest] = findings({ devices: [vf(0), vf(5)] }).filter(({ state }) => state === 'fatal');
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ check: 'device-present', devices: ['vf5'], fix: null });
    expect(finding?.diagnostic).toMatchObject({ code: 'HOST_VF_NOT_MADE' });
    expect(finding?.diagnostic?.advice).toContain('to 6');
  });

  test('tells the identity of its VFs before they are there', () => {
    const devices = [vf(0, { expect: { vendor: 0x8086, device: 0x4943 } })];
    expect(codes({ devices })).toEqual(['HOST_DEVICE_MISMATCH vf0 devices.0.expect']);
  });

  test('that shares its group has VFs in that group, where its driver keeps them from a guest', () => {
    const others = [pciFunction('0000:6b:01.0', { group: 9, driver: null })];
    expect(codes({ others, devices: [vf(0)] })).toEqual(['HOST_GROUP_NOT_VIABLE vf0 devices.0.address']);
  });
});

describe('a process that has a VF open', () => {
  const HOLDER = { address: bdf('0000:6b:00.2'), through: 'device' as const, pid: 4711, command: 'qemu' };

  function held(spec: Spec): string[] {
    const { pf, others } = made(4);
    const functions = others.map((fn) => ({ ...fn, driver: 'vfio-pci' }));
    const host = { ...hostOf({ pf, others: functions }), holders: [HOLDER] };
    const live = { ...EMPTY_LIVE, ...ours(4) };
    return examine({ spec, host, live, sources: SOURCES, backend: 'kernel' })
      .filter(({ state }) => state === 'fatal')
      .map(({ check, diagnostic }) => `${check} ${diagnostic?.code}`);
  }

  test('keeps all VFs that we made from being removed, though we never took that one', () => {
    expect(held(EMPTY_SPEC)).toEqual(['return-free HOST_DEVICE_HELD']);
    expect(held(specOf({ devices: [vf(0)] }))).toEqual([]);
  });
});

describe('the plan', () => {
  function kinds(world: World): string[] {
    const live = { ...EMPTY_LIVE, ...world.live };
    return planChanges({ spec: specOf(world), host: hostOf(world), live }).steps.map(({ step, reason }) =>
      'vfs' in step ? `${step.kind} ${step.vfs.count} ${reason}` : `${step.kind} ${reason}`,
    );
  }

  test('makes VFs before it takes them, and says where it expects them', () => {
    expect(kinds({})).toEqual(['make-vfs 4 wanted', 'take-device wanted', 'take-device wanted']);
    const [first] = planChanges({ spec: specOf({}), host: hostOf({}), live: EMPTY_LIVE }).steps;
    expect(first?.step).toMatchObject({
      vfs: { addresses: ['0000:6b:00.1', '0000:6b:00.2', '0000:6b:00.3', '0000:6b:00.4'] },
    });
  });

  test('makes none that are there, and holds none that others made', () => {
    expect(kinds({ ...made(4), devices: [] })).toEqual([]);
    expect(kinds({ ...made(4), live: ours(4), devices: [] })).toEqual([]);
  });

  test('makes ours again when somebody has removed them, and changes their number by way of 0', () => {
    expect(kinds({ live: ours(4), devices: [] })).toEqual(['make-vfs 4 changed']);
    expect(kinds({ ...made(2), live: ours(2), devices: [] })).toEqual(['remove-vfs 2 changed', 'make-vfs 4 changed']);
  });

  test('makes VFs of a PF that does not tell their places when no device of the spec is one', () => {
    const world = { pf: { vfPlaces: null }, devices: [] };
    const [first] = planChanges({ spec: specOf(world), host: hostOf(world), live: EMPTY_LIVE }).steps;
    expect(first?.step).toMatchObject({ kind: 'make-vfs', vfs: { addresses: [] } });
  });
});
