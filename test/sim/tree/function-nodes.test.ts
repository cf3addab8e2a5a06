import { describe, expect, test } from 'vitest';
import { observe } from '../../../src/host/observe.ts';
import type { SysTree } from '../../../src/host/sys-tree.ts';
import type { Bdf } from '../../../src/model/bdf.ts';
import type { Host, PciFunction } from '../../../src/model/host.ts';
import { SAMPLE_MACHINE } from '../../../src/sim/sample-machine.ts';
import { createWorld } from '../../../src/sim/sim-world.ts';
import { DISK, DSA0 } from '../../support/sim-bench.ts';
import { uses } from '../../support/uses.ts';
import { bdf } from '../../views/models.ts';

const VMD = bdf('0000:d7:05.5');
const PORT = bdf('10000:00:02.0');
const CHILD = bdf('10000:01:00.0');

function like(address: Bdf, changes: Partial<PciFunction>): PciFunction {
  const disk = SAMPLE_MACHINE.functions.find((fn) => fn.address === DISK);
  if (disk === undefined) throw new Error('the sample machine has a disk');
  return { ...disk, address, bridge: null, group: 40, ...changes };
}

/** The sample machine with a VMD controller, a root port below it, and a disk below that. */
const WITH_VMD: Host = {
  ...SAMPLE_MACHINE,
  functions: [
    ...SAMPLE_MACHINE.functions,
    like(VMD, { device: 0x201d, classCode: 0x01_0400, driver: 'vmd' }),
    like(PORT, { classCode: 0x06_0400, driver: 'pcieport', vmd: VMD }),
    like(CHILD, { vmd: VMD, bridge: { address: PORT, kind: 'pcie' }, uses: uses('disk nvme9n1 mounted at /srv') }),
  ],
};

function changed(address: Bdf, change: Partial<PciFunction>): Host {
  const functions = SAMPLE_MACHINE.functions.map((fn) => (fn.address === address ? { ...fn, ...change } : fn));
  return { ...SAMPLE_MACHINE, functions };
}

type Shown = Pick<PciFunction, 'address' | 'answers' | 'vfPlaces' | 'vmd' | 'bridge' | 'uses' | 'virtualFunctions'>;

function partsOf({ address, answers, vfPlaces, vmd, bridge, uses, virtualFunctions }: PciFunction): Shown {
  return { address, answers, vfPlaces, vmd, bridge, uses, virtualFunctions };
}

const shown = (tree: SysTree): Host => observe(tree, { files: [] });

describe('a machine shows', () => {
  test.each<[string, Host]>([
    ['where VFs are', SAMPLE_MACHINE],
    [
      'a PF that does not say which device they are',
      changed(bdf('0000:6b:00.0'), { vfPlaces: { offset: 4, stride: 2, device: null } }),
    ],
    ['a device that does not answer', changed(DSA0, { answers: false, capabilities: 'unknown' })],
    ['a device whose header alone can be read', changed(DSA0, { capabilities: 'unknown' })],
    ['what is below a VMD controller', WITH_VMD],
  ])('%s', (_, host) => {
    expect(shown(createWorld(host).tree).functions.map(partsOf)).toEqual(host.functions.map(partsOf));
  });
});

test('what is below a VMD controller goes with its driver, and comes back with it', async () => {
  const { tree } = createWorld(WITH_VMD);
  const before = shown(tree);
  expect(tree.linkTarget(`/sys/bus/pci/devices/${CHILD}`)).toBe(
    `/sys/devices/pci0000:d7/${VMD}/pci10000:00/${PORT}/${CHILD}`,
  );
  expect(await tree.write('/sys/bus/pci/drivers/vmd/unbind', VMD, 1000)).toBe(0);
  expect(tree.exists(`/sys/bus/pci/devices/${CHILD}`)).toBe(false);
  expect(tree.exists('/sys/class/block/nvme9n1')).toBe(false);
  expect(await tree.write('/sys/bus/pci/drivers/vmd/bind', VMD, 1000)).toBe(0);
  const unused = (functions: readonly PciFunction[]) => functions.map((fn) => ({ ...fn, uses: [] }));
  expect(unused(shown(tree).functions)).toEqual(unused(before.functions));
  expect(shown(tree).functions.find(({ address }) => address === CHILD)?.uses).toEqual([]);
});

test('a controller that is said to be its own child ends the path', () => {
  const { tree } = createWorld(changed(DSA0, { vmd: DSA0 }));
  expect(tree.linkTarget(`/sys/bus/pci/devices/${DSA0}`)).toBe(`/sys/devices/pci0000:6a/${DSA0}`);
});
