import { describe, expect, test } from 'vitest';
import type { SysTree } from '../../../src/host/sys-tree.ts';
import type { Bdf } from '../../../src/model/bdf.ts';
import type { Host, ModuleParameter } from '../../../src/model/host.ts';
import { SAMPLE_MACHINE } from '../../../src/sim/sample-machine.ts';
import { createWorld } from '../../../src/sim/sim-world.ts';
import { ERRNO } from '../../../src/uapi/errno.ts';
import { DISK, DSA0 } from '../../support/sim-bench.ts';

const DEADLINE_MS = 1000;
const PARAMETER = '/sys/module/vfio_pci/parameters/disable_denylist';

interface Taking {
  readonly tree: SysTree;
  driver(address: Bdf): string | null;
  write(path: string, text: string): Promise<number>;
}

/** The machine with vfio-pci loaded, and a device without driver and with vfio-pci as its override. */
async function taking(host: Host, address: Bdf, options: Parameters<SysTree['loadModule']>[1] = []): Promise<Taking> {
  const { tree } = createWorld(host);
  const write = (path: string, text: string) => tree.write(path, text, DEADLINE_MS);
  expect(await tree.loadModule('vfio-pci', options)).toBe(0);
  expect(await write(`/sys/bus/pci/devices/${address}/driver/unbind`, address)).toBe(0);
  expect(await write(`/sys/bus/pci/devices/${address}/driver_override`, 'vfio-pci')).toBe(0);
  return { tree, write, driver: (of) => tree.linkName(`/sys/bus/pci/devices/${of}/driver`) };
}

function configured(change: Partial<ModuleParameter>): Host {
  const parameters = SAMPLE_MACHINE.parameters.map((one) => (one.module === 'vfio_pci' ? { ...one, ...change } : one));
  return { ...SAMPLE_MACHINE, parameters };
}

describe('vfio-pci with its denylist', () => {
  test('refuses a listed device at bind with EINVAL, and leaves it without driver', async () => {
    const { write, driver } = await taking(SAMPLE_MACHINE, DSA0);
    expect(await write('/sys/bus/pci/drivers/vfio-pci/bind', DSA0)).toBe(-ERRNO.EINVAL);
    expect(driver(DSA0)).toBeNull();
  });

  test('is probed with success, and leaves a listed device without driver all the same', async () => {
    const { tree, write, driver } = await taking(SAMPLE_MACHINE, DSA0);
    expect(await write('/sys/bus/pci/drivers_probe', DSA0)).toBe(0);
    expect(driver(DSA0)).toBeNull();
    expect(tree.list(`/sys/bus/pci/devices/${DSA0}/vfio-dev`)).toBeNull();
  });

  test('takes other devices', async () => {
    const { write, driver } = await taking(SAMPLE_MACHINE, DISK);
    expect(await write('/sys/bus/pci/drivers/vfio-pci/bind', DISK)).toBe(0);
    expect(driver(DISK)).toBe('vfio-pci');
  });
});

describe('the parameter disable_denylist', () => {
  const on = [{ name: 'disable_denylist', value: '1' }];
  const off = [{ name: 'disable_denylist', value: '0' }];
  const inFile = configured({ value: '1', source: '/etc/modprobe.d/vfio.conf' });

  test.each<[string, Host, typeof on, string, string | null]>([
    ['lets listed devices through', SAMPLE_MACHINE, on, 'Y', 'vfio-pci'],
    ['comes from modprobe.d', inFile, [], 'Y', 'vfio-pci'],
    ['is that of modprobe where modprobe.d says otherwise', inFile, off, 'N', null],
    ['has a default where nothing is known', { ...SAMPLE_MACHINE, parameters: [] }, [], 'N', null],
  ])('%s', async (_, host, options, shown, expected) => {
    const { tree, write, driver } = await taking(host, DSA0, options);
    expect(tree.readText(PARAMETER)).toBe(shown);
    await write('/sys/bus/pci/drivers_probe', DSA0);
    expect(driver(DSA0)).toBe(expected);
  });

  test('does not change while the module stays loaded, and is gone with it', async () => {
    const { tree } = createWorld(SAMPLE_MACHINE);
    await tree.loadModule('vfio_pci');
    expect(await tree.loadModule('vfio_pci', on)).toBe(0);
    expect(tree.readText(PARAMETER)).toBe('N');
    expect(await tree.write(PARAMETER, '1', DEADLINE_MS)).toBe(-ERRNO.EACCES);
    await tree.unloadModule('vfio_pci');
    expect(tree.exists(PARAMETER)).toBe(false);
  });
});
