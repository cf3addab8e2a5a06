import { describe, expect, test } from 'vitest';
import { observe } from '../../../src/host/observe.ts';
import type { Bdf } from '../../../src/model/bdf.ts';
import type { Host, PciFunction } from '../../../src/model/host.ts';
import { SAMPLE_MACHINE } from '../../../src/sim/sample-machine.ts';
import { createWorld } from '../../../src/sim/sim-world.ts';
import { ERRNO } from '../../../src/uapi/errno.ts';
import { IOMMU_HWPT_ALLOC_FLAG } from '../../../src/uapi/iommufd.ts';
import { DISK, DSA0, machineWithVfio, NETWORK, QAT_VF, simBench } from '../../support/sim-bench.ts';
import { uses } from '../../support/uses.ts';

const SWITCHED_OFF = {
  pasid: { widthBits: 20, exec: false, privileged: true, enabled: false },
  ats: { queueDepth: 32, enabled: false },
  pri: { capacity: 512, enabled: false, responsePasid: true },
};
const INTEGRATED = { portType: 9, multiFunction: false, tlpPrefix: true, acs: null };
const DEADLINE_MS = 1000;
const observed = (host: Host): Host => observe(createWorld(host).tree, { files: host.files.map(({ path }) => path) });

/** All parameters, when no module is loaded and nobody sets any. */
const UNLOADED = SAMPLE_MACHINE.parameters.map((one) => ({ ...one, source: 'default', state: 'configured' as const }));

function changed(address: Bdf, change: Partial<PciFunction>): Host {
  const functions = SAMPLE_MACHINE.functions.map((fn) => (fn.address === address ? { ...fn, ...change } : fn));
  return { ...SAMPLE_MACHINE, functions };
}

describe('a machine is observed as the facts it was made of', () => {
  test('the sample machine', () => {
    expect(observed(SAMPLE_MACHINE)).toEqual(SAMPLE_MACHINE);
  });

  test.each<[string, Host]>([
    ['unreadable extended config space', changed(DSA0, { capabilities: 'unknown', express: 'unknown' })],
    ['PASIDs, ATS and page requests that are off', changed(DSA0, { capabilities: SWITCHED_OFF })],
    ['a function without TLP prefixes', changed(DSA0, { express: { ...INTEGRATED, tlpPrefix: false } })],
    ['a second capability register without content', changed(DSA0, { express: { ...INTEGRATED, tlpPrefix: null } })],
    [
      'a function of several with ACS, which is off',
      changed(DSA0, { express: { ...INTEGRATED, multiFunction: true, acs: { capable: 0x1f, control: 0 } } }),
    ],
    ['a driver override and an unknown NUMA node', changed(DSA0, { driverOverride: 'vfio-pci', numaNode: null })],
    [
      'swap, stacked devices and odd mount points',
      changed(DISK, {
        uses: uses('disk nvme1n1 held by md0', 'disk nvme1n1p1 mounted at /a b', 'disk nvme1n1p2 used as swap'),
      }),
    ],
    [
      'a function without unit, group and driver',
      changed(NETWORK, { unit: null, group: null, driver: null, uses: [] }),
    ],
    [
      'memory files',
      { ...SAMPLE_MACHINE, files: [{ path: '/dev/shm/guest', sizeBytes: 1n << 36n, allocatedBytes: 1n << 30n }] },
    ],
    [
      'a device that another process holds',
      {
        ...machineWithVfio(DSA0),
        holders: [{ address: DSA0, through: 'device' as const, pid: 4242, command: 'qemu-system-x86' }],
      },
    ],
    ['a conventional bridge', conventional()],
    [
      'an IOMMU that is not VT-d',
      {
        ...SAMPLE_MACHINE,
        units: [
          ...SAMPLE_MACHINE.units,
          { name: 'ivhd0', version: null, cap: 0n, ecap: 0n, domainsSupported: null, domainsUsed: null },
        ],
      },
    ],
    [
      'a kernel without iommufd',
      {
        ...{ ...SAMPLE_MACHINE, iommufd: false, modules: [], parameters: UNLOADED },
        process: SAMPLE_MACHINE.process && { ...SAMPLE_MACHINE.process, mayOpenIommufd: null },
      },
    ],
  ])('%s', (_, host) => {
    expect(observed(host)).toEqual(host);
  });
});

test('a VF is observed with ATS of its own, and with PASIDs and page requests of its PF', () => {
  const ats = { queueDepth: 8, enabled: false };
  const found = observed(changed(QAT_VF, { capabilities: { ...SWITCHED_OFF, ats } })).functions;
  const pf = SAMPLE_MACHINE.functions.find(({ virtualFunctions }) => virtualFunctions.includes(QAT_VF));
  if (pf === undefined || pf.capabilities === 'unknown') throw new Error('the VF has a PF');
  expect(found.find(({ address }) => address === QAT_VF)?.capabilities).toEqual({ ...pf.capabilities, ats });
});

function conventional(): Host {
  const bridge = SAMPLE_MACHINE.functions.find(({ address }) => address === NETWORK)?.bridge;
  if (bridge === undefined || bridge === null) throw new Error('the network card has a bridge');
  const host = changed(NETWORK, { bridge: { ...bridge, kind: 'conventional' }, express: null });
  const functions = host.functions.map((fn) => (fn.address === bridge.address ? { ...fn, express: null } : fn));
  return { ...host, functions };
}

describe('drivers', () => {
  const devicePath = `/sys/bus/pci/devices/${DSA0}`;

  test('a device is handed to vfio-pci and returned without a trace', async () => {
    const { tree, syscalls } = createWorld(SAMPLE_MACHINE);
    const write = (path: string, text: string): Promise<number> => tree.write(path, text, DEADLINE_MS);
    expect(await tree.loadModule('vfio-pci', [{ name: 'disable_denylist', value: '1' }])).toBe(0);
    expect(await write(`${devicePath}/driver_override`, 'vfio-pci')).toBe(0);
    expect(await write(`${devicePath}/driver/unbind`, DSA0)).toBe(0);
    expect(await write('/sys/bus/pci/drivers_probe', DSA0)).toBe(0);
    expect(tree.linkName(`${devicePath}/driver`)).toBe('vfio-pci');
    expect(tree.list(`${devicePath}/vfio-dev`)).toEqual(['vfio0']);
    expect(tree.exists('/dev/vfio/devices/vfio0')).toBe(true);
    const fd = syscalls.open('/dev/vfio/devices/vfio0', 'read-write');
    expect(await write('/sys/bus/pci/drivers/vfio-pci/unbind', DSA0)).toBe(-ERRNO.ETIMEDOUT);
    expect(await tree.unloadModule('vfio_pci')).toBe(-ERRNO.EBUSY);
    syscalls.close(fd);
    expect(await write('/sys/bus/pci/drivers/vfio-pci/unbind', DSA0)).toBe(0);
    expect(await write(`${devicePath}/driver_override`, '\n')).toBe(0);
    expect(await write('/sys/bus/pci/drivers/idxd/bind', DSA0)).toBe(0);
    expect(await tree.unloadModule('vfio_pci')).toBe(0);
    expect(observe(tree, { files: [] })).toEqual(SAMPLE_MACHINE);
  });

  test('refuse devices that are not theirs', async () => {
    const { tree } = createWorld(SAMPLE_MACHINE);
    const write = (path: string, text: string): Promise<number> => tree.write(path, text, DEADLINE_MS);
    expect(await write('/sys/bus/pci/drivers/nvme/bind', DSA0)).toBe(-ERRNO.ENODEV);
    expect(await write('/sys/bus/pci/drivers/nvme/unbind', DSA0)).toBe(-ERRNO.ENODEV);
    expect(await write('/sys/bus/pci/drivers/idxd/bind', DSA0)).toBe(-ERRNO.EBUSY);
    expect(await write('/sys/bus/pci/drivers/vfio-pci/bind', DSA0)).toBe(-ERRNO.ENOENT);
    expect(await write(`${devicePath}/vendor`, '1')).toBe(-ERRNO.EACCES);
    expect(await tree.loadModule('nonsense')).toBe(-ERRNO.ENOENT);
  });

  test('a variant of vfio-pci makes a device file as well, of which no PASID is attached', async () => {
    const host = machineWithVfio(DSA0);
    const functions = host.functions.map((fn) => (fn.address === DSA0 ? { ...fn, driver: 'mlx5_vfio_pci' } : fn));
    const { world, bench: b, bind } = simBench({ ...host, functions });
    const { fd, dev } = bind(0);
    const pt = b.hwptAlloc({ dev, pt: b.ioasAlloc(), flags: IOMMU_HWPT_ALLOC_FLAG.PASID });
    b.attach(fd, pt);
    b.attachFails('EOPNOTSUPP', fd, { pt, pasid: 1 });
    const unbind = (): Promise<number> =>
      world.tree.write('/sys/bus/pci/drivers/mlx5_vfio_pci/unbind', DSA0, DEADLINE_MS);
    expect(await unbind()).toBe(-ERRNO.ETIMEDOUT);
    world.syscalls.close(fd);
    expect(await unbind()).toBe(0);
    expect(world.tree.exists('/dev/vfio/devices/vfio0')).toBe(false);
    expect(await world.tree.write('/sys/bus/pci/drivers/mlx5_vfio_pci/bind', DSA0, DEADLINE_MS)).toBe(0);
    expect(world.tree.list(`${devicePath}/vfio-dev`)).toEqual(['vfio0']);
  });

  test('an interface is gone while its driver is', async () => {
    const { tree } = createWorld(SAMPLE_MACHINE);
    await tree.write('/sys/bus/pci/drivers/ice/unbind', NETWORK, DEADLINE_MS);
    const found = observe(tree, { files: [] }).functions.find(({ address }) => address === NETWORK);
    expect(found).toMatchObject({ driver: null, uses: [] });
  });

  test('a device that another process holds can be opened but not bound', () => {
    const host = {
      ...machineWithVfio(DSA0),
      holders: [{ address: DSA0, through: 'device' as const, pid: 4242, command: 'qemu' }],
    };
    const { bench } = simBench(host);
    bench.bindFails('EINVAL', bench.openVfio(), {});
  });
});

describe('memory files', () => {
  test('are made, found, mapped and removed', () => {
    const { world, bench: b } = simBench(machineWithVfio(DSA0));
    const { tree, syscalls } = world;
    const path = '/dev/shm/guest';
    expect(tree.createFile(path, 65_536n)).toBe(0);
    expect(tree.createFile(path, 65_536n)).toBe(-ERRNO.EEXIST);
    expect(tree.createFile('/nowhere/guest', 1n)).toBe(-ERRNO.ENOENT);
    expect(tree.sizeBytes(path)).toBe(65_536n);
    const fd = syscalls.open(path, 'read-write');
    expect(b.tryMapFile({ ioas: b.ioasAlloc(), fd, length: 65_536n, iova: 0n })).toBe(0);
    expect(syscalls.write(fd, new Uint8Array([1, 2, 3]))).toBe(3);
    expect(tree.readBytes(path, 4)).toEqual(new Uint8Array([1, 2, 3, 0]));
    expect(tree.removeFile(path)).toBe(0);
    expect(tree.removeFile(path)).toBe(-ERRNO.ENOENT);
    expect(tree.exists(path)).toBe(false);
  });
});

test('links that lead in circles end nowhere', () => {
  const { tree } = createWorld(SAMPLE_MACHINE);
  expect(tree.linkTarget(`/sys/bus/pci/devices/${DSA0}`)).toBe(`/sys/devices/pci0000:6a/${DSA0}`);
  expect(tree.readText(`/sys/bus/pci/devices/${DSA0}/../${DSA0}/vendor`)).toBe('0x8086');
  expect(tree.exists('/sys/../..')).toBe(true);
  expect(tree.list('/dev/iommu')).toBeNull();
  expect(tree.readText('/dev/iommu')).toBeNull();
});
