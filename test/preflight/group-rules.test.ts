import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { known } from '../../src/assert.ts';
import type { DeviceHolder, Host, PciFunction } from '../../src/model/host.ts';
import { EMPTY_LIVE } from '../../src/model/live.ts';
import { EMPTY_SPEC } from '../../src/model/spec.ts';
import { examine } from '../../src/preflight/examine.ts';
import { SAMPLE_MACHINE } from '../../src/sim/sample-machine.ts';
import { DSA0, machineWithVfio, NETWORK, simBench } from '../support/sim-bench.ts';
import {
  bdf,
  type Case,
  complaints,
  deviceSpec,
  hostOf,
  MEMORY,
  pciFunction,
  SOURCES,
  specOf,
  viommuSpec,
} from './world.ts';

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
      fix: `sudo sh -c 'echo ${ADDRESS} > /sys/bus/pci/drivers/lpc_ich/unbind'`,
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

/** What the rules of groups say of a machine, and what the simulated kernel does there. */
describe('generated groups', () => {
  const GROUP_CHECKS = new Set([
    'interrupts-isolated',
    'group-viable',
    'group-free',
    'group-regions',
    'memory-reserved',
  ]);
  const DRIVERS = [null, 'vfio-pci', 'pcieport', 'pci-stub', 'xe-vfio-pci', 'shpchp', 'lpc_ich', 'ice'] as const;
  const DEVICE = known(SAMPLE_MACHINE.functions.find(({ address }) => address === DSA0)?.group, 'group');
  const MEMORY_AT = 0x100_0000n;
  const MEMORY_BYTES = 0x10_0000;

  const region = fc.record({
    at: fc.bigInt({ min: 0n, max: 0x30n }).map((piece) => piece * 0x8_0000n),
    type: fc.constantFrom('direct', 'direct-relaxable', 'reserved', 'msi'),
  });

  const machine = fc.record({
    driver: fc.constantFrom(...DRIVERS),
    release: fc.constantFrom('7.3.4', '6.12.117'),
    vmd: fc.boolean(),
    chips: fc.constantFrom<readonly string[] | null>(['IR-PCI-MSI'], ['PCI-MSI'], [], null),
    intremap: fc.constantFrom('', ' intremap=off'),
    allowed: fc.boolean(),
    holder: fc.constantFrom<'device' | 'group' | null>('device', 'group', null, null),
    regions: fc.array(region, { maxLength: 2 }),
  });

  type Drawn = typeof machine extends fc.Arbitrary<infer T> ? T : never;

  /** The network card of the sample machine is put into the group of its accelerator. */
  function hostFor({ driver, release, vmd, chips, intremap, allowed, holder, regions }: Drawn): Host {
    const host = machineWithVfio(DSA0);
    const extra = regions.map(({ at, type }) => ({ first: at, last: at + 0xffffn, type }));
    const parameters = host.parameters.map((one) => ({ ...one, value: allowed ? 'Y' : 'N' }));
    const held = { address: NETWORK, pid: 4242, command: 'qemu' };
    return {
      ...host,
      parameters,
      interruptChips: chips,
      kernel: { ...host.kernel, release, commandLine: `${host.kernel.commandLine}${intremap}` },
      groups: host.groups.map((group) => (group.number === DEVICE ? { ...group, regions: extra } : group)),
      functions: host.functions.map((fn) =>
        fn.address === NETWORK ? { ...fn, driver, group: DEVICE, vmd: vmd ? bdf('0000:e0:05.5') : null } : fn,
      ),
      holders: holder === null ? [] : [{ ...held, through: holder }],
    };
  }

  function refusals(host: Host): string[] {
    const memory = [{ ...MEMORY, guestAddress: MEMORY_AT, sizeBytes: BigInt(MEMORY_BYTES) }];
    const spec = {
      ...EMPTY_SPEC,
      devices: [deviceSpec(0, { address: DSA0 })],
      viommus: [viommuSpec({ devices: ['dsa0'], memory })],
      bindings: [],
    };
    const found = examine({ spec, host, live: EMPTY_LIVE, sources: SOURCES, backend: 'kernel' });
    return found.filter(({ check, state }) => GROUP_CHECKS.has(check) && state === 'fatal').map(({ check }) => check);
  }

  /** Whether the device can be bound, memory mapped and the RID attached. */
  function works(host: Host): boolean {
    const { bench } = simBench(host);
    const device = bench.openVfio();
    if (bench.tryBind(device).result < 0) return false;
    const ioas = bench.ioasAlloc();
    const memory = { ioas, fd: bench.memfd(MEMORY_BYTES), length: BigInt(MEMORY_BYTES), iova: MEMORY_AT };
    return bench.tryMapFile(memory) === 0 && bench.tryAttach(device, ioas) >= 0;
  }

  test('are refused exactly when a bind or the attach of the RID fails', () => {
    fc.assert(
      fc.property(machine, (drawn) => {
        const host = hostFor(drawn);
        const refused = refusals(host);
        expect(works(host), refused.join(', ')).toBe(refused.length === 0);
      }),
      { numRuns: 300 },
    );
  });
});
