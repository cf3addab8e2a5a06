import { describe, expect, test } from 'vitest';
import type { DeviceHolder, PciFunction } from '../../src/model/host.ts';
import { EMPTY_LIVE } from '../../src/model/live.ts';
import { examine } from '../../src/preflight/examine.ts';
import { bdf, type Case, complaints, hostOf, pciFunction, SOURCES, specOf } from './world.ts';

const ADDRESS = '0000:6a:1f.0';

function member(changes: Partial<PciFunction>): PciFunction {
  return pciFunction(ADDRESS, { group: 1, device: 0x3a16, ...changes });
}

function findings(changes: Case) {
  const input = { spec: specOf(changes), host: hostOf(changes), live: { ...EMPTY_LIVE, ...changes.live } };
  return examine({ ...input, sources: SOURCES, backend: 'kernel' });
}

describe('a member of the group blocks', () => {
  test.each<[string, Partial<PciFunction>]>([
    ['an ISA bridge on lpc_ich', { driver: 'lpc_ich', classCode: 0x06_0100 }],
    ['a bridge on shpchp', { driver: 'shpchp', classCode: 0x06_0400 }],
    ['a network card', { driver: 'ice', classCode: 0x02_0000 }],
    ['a PF on a stub that does not leave DMA alone', { driver: 'pci-pf-stub' }],
    ['a driver that only sounds like vfio', { driver: 'nvidia_vfio' }],
    ['a driver with the name of a property', { driver: 'constructor' }],
  ])('%s', (_, changes) => {
    expect(complaints({ others: [member(changes)] })).toEqual(['HOST_GROUP_NOT_VIABLE devices.0.address']);
  });

  test('named with its driver and kind, with a command that ends it', () => {
    const found = findings({ others: [member({ driver: 'lpc_ich', classCode: 0x06_0100 })] });
    const fatal = found.find(({ state }) => state === 'fatal');
    expect(fatal).toMatchObject({
      check: 'group-viable',
      devices: ['dsa0'],
      blocks: ['bindings of dsa0'],
      evidence: [{ source: `/sys/bus/pci/devices/${ADDRESS}/driver`, value: 'lpc_ich' }],
      fix: `echo ${ADDRESS} > /sys/bus/pci/drivers/lpc_ich/unbind`,
    });
    expect(fatal?.message).toContain(`${ADDRESS} (lpc_ich, an ISA bridge)`);
  });

  test('and a name that a shell would read is put into no command', () => {
    const found = findings({ others: [member({ driver: 'a; reboot' })] });
    expect(found.find(({ state }) => state === 'fatal')).toMatchObject({ check: 'group-viable', fix: null });
  });
});

test.each<[string, Partial<PciFunction>]>([
  ['without a driver', { driver: null }],
  ['on pcieport', { driver: 'pcieport', classCode: 0x06_0400 }],
  ['on pci-stub', { driver: 'pci-stub' }],
  ['on a variant of vfio-pci', { driver: 'mlx5_vfio_pci' }],
])('a member %s blocks nothing', (_, changes) => {
  expect(complaints({ others: [member(changes)] })).toEqual([]);
});

describe('a group belongs to another process', () => {
  const others = [member({ driver: 'vfio-pci' })];
  const holder: DeviceHolder = { address: bdf(ADDRESS), through: 'device', pid: 4242, command: 'qemu-system-x86' };

  test.each<[string, DeviceHolder, string]>([
    ['that has another member open', holder, `qemu-system-x86 (pid 4242) has ${ADDRESS} open`],
    ['that has the file of the group open', { ...holder, through: 'group' }, '(pid 4242) has /dev/vfio/1 open'],
  ])('%s', (_, held, words) => {
    const changes = { others, host: { holders: [held] } };
    expect(complaints(changes)).toEqual(['HOST_GROUP_OWNED devices.0.address']);
    expect(findings(changes).find(({ check }) => check === 'group-free')).toMatchObject({
      state: 'fatal',
      devices: ['dsa0'],
      message: expect.stringContaining(words),
    });
  });

  test('but not when it is told as the holder of the device itself, of another group, or is this tool', () => {
    const self: DeviceHolder = { ...holder, address: bdf('0000:6a:01.0'), through: 'group' };
    expect(complaints({ others, host: { holders: [self] } })).toEqual(['HOST_DEVICE_HELD devices.0.address']);
    const elsewhere = [member({ driver: 'vfio-pci', group: 31 })];
    expect(complaints({ others: elsewhere, host: { holders: [holder] } })).toEqual([]);
    const ofUnknown: DeviceHolder = { ...holder, address: null };
    expect(complaints({ others, host: { holders: [ofUnknown] } }).filter((one) => one.includes('GROUP'))).toEqual([]);
  });

  test('nor for a vIOMMU of QEMU, which may be that process', () => {
    const changes = { others, host: { holders: [holder] }, viommu: { holder: 'qemu' as const } };
    expect(complaints(changes)).toEqual([]);
  });
});
