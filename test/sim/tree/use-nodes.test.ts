import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { observe } from '../../../src/host/observe.ts';
import type { Bdf } from '../../../src/model/bdf.ts';
import type { DeviceHolder, Host, PciFunction } from '../../../src/model/host.ts';
import { SAMPLE_MACHINE } from '../../../src/sim/sample-machine.ts';
import { createWorld } from '../../../src/sim/sim-world.ts';
import { ERRNO } from '../../../src/uapi/errno.ts';
import { arbitraryUse } from '../../support/arbitrary-use.ts';
import { DISK, DSA0, DSA1, machineWithVfio, simBench } from '../../support/sim-bench.ts';
import { uses } from '../../support/uses.ts';

const DEADLINE_MS = 1000;
const QEMU = { through: 'device', pid: 4242, command: 'qemu-system-x86' } as const;

function changed(address: Bdf, change: Partial<PciFunction>, machine: Host = SAMPLE_MACHINE): Host {
  return { ...machine, functions: machine.functions.map((fn) => (fn.address === address ? { ...fn, ...change } : fn)) };
}

function held(holder: Partial<DeviceHolder>, release = '6.12.48'): Host {
  const machine = machineWithVfio(DSA0, DSA1);
  return { ...machine, kernel: { ...machine.kernel, release }, holders: [{ address: DSA0, ...QEMU, ...holder }] };
}

/** The function, the holders and the processes that the tree of this machine shows. */
function seen(host: Host, address: Bdf) {
  const { functions, holders, unreadProcesses, kernel } = observe(createWorld(host).tree, { files: [] });
  const { uses, enabled, resetMethods, vfioDevice, vfioLacks } = functions.find((fn) => fn.address === address) ?? {};
  return { uses, enabled, resetMethods, vfioDevice, vfioLacks, holders, unreadProcesses, config: kernel.config };
}

function expected(host: Host, address: Bdf): ReturnType<typeof seen> {
  const { uses, enabled, resetMethods, vfioDevice, vfioLacks } =
    host.functions.find((fn) => fn.address === address) ?? {};
  const { holders, unreadProcesses, kernel } = host;
  return { uses, enabled, resetMethods, vfioDevice, vfioLacks, holders, unreadProcesses, config: kernel.config };
}

const MACHINES: readonly (readonly [string, Bdf, Host])[] = [
  [
    'device files and disks that processes have open',
    DISK,
    changed(DISK, {
      uses: uses(
        '/dev/dri/card0 opened by Xorg (pid 1) (pid 4444)',
        '/dev/nvme1 opened by smartd (pid 79)',
        '/dev/snd/pcmC0D0p opened by pipewire (pid 78)',
        'disk nvme1n1 mounted at /srv',
        'disk nvme1n1 opened by dd (pid 77)',
        'queue wq3.0 (kernel, dedicated) with 2 clients',
      ),
    }),
  ],
  [
    'names with blanks, and line feeds where files have them',
    DISK,
    changed(DISK, {
      uses: uses(
        String.raw`/dev/a\x20b opened by x y (pid 5)`,
        'disk c held by d e',
        'disk c mounted at /f\n\tg\\h',
        String.raw`disk c\x20mounted used as swap`,
      ),
    }),
  ],
  [
    'what is only switched on',
    DSA0,
    changed(DSA0, {
      enabled: uses(
        'display HDMI-A-1 of card0',
        'network eth5 (on, without a link)',
        'network eth6 (port of br0)',
        'queue wq0.0 (user, dedicated)',
      ),
    }),
  ],
  ['a function of which nobody knows what resets it', DSA0, changed(DSA0, { resetMethods: null })],
  ['a function that nothing resets', DSA0, changed(DSA0, { resetMethods: [] })],
  ['several ways to reset a function', DSA0, changed(DSA0, { resetMethods: ['flr', 'pm', 'bus'] })],
  ['processes whose files cannot be read', DSA0, { ...SAMPLE_MACHINE, unreadProcesses: 3 }],
  [
    'a kernel without vfio cdevs',
    DSA0,
    changed(
      DSA0,
      { vfioDevice: null, vfioLacks: 'cdev' },
      {
        ...machineWithVfio(DSA0),
        kernel: { ...SAMPLE_MACHINE.kernel, config: { CONFIG_VFIO_DEVICE_CDEV: 'n' } },
      },
    ),
  ],
  ['a vfio device without a node', DSA0, changed(DSA0, { vfioLacks: 'node' }, machineWithVfio(DSA0))],
  ['a vfio device that this user may not open', DSA0, changed(DSA0, { vfioLacks: 'access' }, machineWithVfio(DSA0))],
  ['a holder on a kernel that names it', DSA0, held({}, '6.18.1')],
  ['a holder on a kernel that does not', DSA0, held({})],
  ['a holder of the file of a group', DSA0, held({ through: 'group' })],
  ['a holder of one of several devices', DSA0, held({ address: null })],
];

describe('the tree shows', () => {
  test.each(MACHINES)('%s', (_, address, host) => {
    expect(seen(host, address)).toEqual(expected(host, address));
  });
});

test('the tree of a machine file with any words in it is made and read', () => {
  const lists = fc.array(arbitraryUse, { maxLength: 4 });
  fc.assert(
    fc.property(lists, lists, (used, enabled) => {
      expect(() => seen(changed(DSA0, { uses: used, enabled }), DSA0)).not.toThrow();
    }),
    { numRuns: 300 },
  );
});

describe('the kernel', () => {
  test('lets a device that is in use go, and its uses end for good', async () => {
    const { tree } = createWorld(changed(DSA0, { uses: uses('/dev/dri/card0 opened by Xorg (pid 4444)') }));
    const write = (path: string): Promise<number> => tree.write(path, DSA0, DEADLINE_MS);
    const seenUses = () => observe(tree, { files: [] }).functions.find(({ address }) => address === DSA0)?.uses;
    expect(seenUses()).toHaveLength(1);
    expect(await write('/sys/bus/pci/drivers/idxd/unbind')).toBe(0);
    expect(seenUses()).toEqual([]);
    expect(await write('/sys/bus/pci/drivers/idxd/bind')).toBe(0);
    expect(seenUses()).toEqual([]);
  });

  test.each<[string, Host, 'EBUSY' | 'EINVAL']>([
    ['whose group file is open elsewhere', held({ through: 'group' }), 'EBUSY'],
    ['that is open elsewhere', held({}), 'EINVAL'],
    ['that may be the one that is open elsewhere', held({ address: null }), 'EINVAL'],
  ])('binds no device %s, and waits when it is unbound', async (_, host, errno) => {
    const { bench, world } = simBench(host);
    bench.bindFails(errno, bench.openVfio(), {});
    expect(await world.tree.write('/sys/bus/pci/drivers/vfio-pci/unbind', DSA0, DEADLINE_MS)).toBe(-ERRNO.ETIMEDOUT);
  });

  test('binds a device when the one that is open elsewhere is another', () => {
    const { bind } = simBench({
      ...held({ address: DSA1 }),
      holders: [
        { ...QEMU, address: DSA1 },
        { ...QEMU, address: null },
      ],
    });
    expect(() => bind(0)).toThrow();
    expect(simBench(held({ address: DSA1 })).bind(0).dev).toBeGreaterThan(0);
  });

  test.each<[PciFunction['vfioLacks'], number]>([
    ['cdev', -ERRNO.ENOENT],
    ['node', -ERRNO.ENOENT],
    ['access', -ERRNO.EACCES],
  ])('opens no device that lacks its %s', (vfioLacks, result) => {
    const { syscalls } = createWorld(changed(DSA0, { vfioLacks }, machineWithVfio(DSA0)));
    expect(syscalls.open('/dev/vfio/devices/vfio0', 'read-write')).toBe(result);
  });

  test('makes no device file for a device that comes to vfio-pci later, without CONFIG_VFIO_DEVICE_CDEV', async () => {
    const config = { CONFIG_VFIO_DEVICE_CDEV: 'n' };
    const { tree } = createWorld({ ...SAMPLE_MACHINE, kernel: { ...SAMPLE_MACHINE.kernel, config } });
    const device = `/sys/bus/pci/devices/${DSA0}`;
    await tree.loadModule('vfio-pci', [{ name: 'disable_denylist', value: '1' }]);
    await tree.write('/sys/bus/pci/drivers/idxd/unbind', DSA0, DEADLINE_MS);
    await tree.write(`${device}/driver_override`, 'vfio-pci', DEADLINE_MS);
    expect(await tree.write('/sys/bus/pci/drivers_probe', DSA0, DEADLINE_MS)).toBe(0);
    expect(tree.linkName(`${device}/driver`)).toBe('vfio-pci');
    expect(tree.exists(`${device}/vfio-dev/vfio0`)).toBe(true);
    expect(tree.exists(`${device}/vfio-dev/vfio0/dev`)).toBe(false);
    expect(tree.exists('/dev/vfio/devices/vfio0')).toBe(false);
  });
});
