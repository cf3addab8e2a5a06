import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { observe } from '../../../src/host/observe.ts';
import type { SysTree } from '../../../src/host/sys-tree.ts';
import type { Host, PciFunction } from '../../../src/model/host.ts';
import { SAMPLE_MACHINE } from '../../../src/sim/sample-machine.ts';
import { createWorld, restoreWorld } from '../../../src/sim/sim-world.ts';
import { ERRNO } from '../../../src/uapi/errno.ts';
import { bdf } from '../../views/models.ts';

const QAT = bdf('0000:6b:00.0');
const FOLDER = `/sys/bus/pci/devices/${QAT}`;
const VF1 = bdf('0000:6b:00.2');

const numvfs = (tree: SysTree, text: string): Promise<number> => tree.write(`${FOLDER}/sriov_numvfs`, text, 1000);
const shown = (tree: SysTree): Host => observe(tree, { files: [] });
const functionAt = (tree: SysTree, address: string): PciFunction | undefined =>
  shown(tree).functions.find((fn) => fn.address === address);

/** The sample machine as after boot, without VFs. */
function withoutVfs(pf: Partial<PciFunction> = {}): Host {
  const functions = SAMPLE_MACHINE.functions
    .filter(({ physicalFunction }) => physicalFunction === null)
    .map((fn) => (fn.address === QAT ? { ...fn, virtualFunctions: [], ...pf } : fn));
  return { ...SAMPLE_MACHINE, functions };
}

describe('VFs', () => {
  test('appear where their PF says, with its abilities and groups of their own, and go without a trace', async () => {
    const { tree } = createWorld(withoutVfs());
    const before = shown(tree);
    expect(await numvfs(tree, '3\n')).toBe(0);
    expect(tree.readText(`${FOLDER}/sriov_numvfs`)).toBe('3');
    expect(tree.linkName(`${FOLDER}/virtfn2`)).toBe('0000:6b:00.3');
    const made = functionAt(tree, '0000:6b:00.3');
    expect(made).toMatchObject({ vendor: 0x8086, device: 0x4941, physicalFunction: QAT, unit: 'dmar0', driver: null });
    expect(made?.capabilities).toEqual(functionAt(tree, QAT)?.capabilities);
    const groups = shown(tree).functions.map(({ group }) => group);
    expect(new Set(groups).size).toBe(groups.length);
    expect(shown(tree).groups.find(({ number }) => number === made?.group)?.regions).toEqual([
      { first: 0xfee0_0000n, last: 0xfeef_ffffn, type: 'msi' },
    ]);
    expect(await numvfs(tree, '0')).toBe(0);
    expect(shown(tree)).toEqual(before);
  });

  test('are in the group of a PF that is not alone in its own', async () => {
    const group = SAMPLE_MACHINE.functions.find(({ address }) => address === QAT)?.group ?? null;
    const host = withoutVfs();
    const functions = host.functions.map((fn) => (fn.address === '0000:6a:03.0' ? { ...fn, group } : fn));
    const { tree } = createWorld({ ...host, functions });
    expect(await numvfs(tree, '2')).toBe(0);
    expect(functionAt(tree, VF1)?.group).toBe(group);
  });

  test.each<[string, Host, string, number]>([
    ['no number', withoutVfs(), 'many', -ERRNO.EINVAL],
    ['a number and more', withoutVfs(), '1 2', -ERRNO.EINVAL],
    ['a number of 17 bits', withoutVfs(), '65536', -ERRNO.EINVAL],
    ['a negative number', withoutVfs(), '-1', -ERRNO.EINVAL],
    ['more than there can be', withoutVfs(), '17', -ERRNO.ERANGE],
    ['hexadecimal', withoutVfs(), '0x10', 0],
    ['without a driver', withoutVfs({ driver: null }), '1', -ERRNO.ENOENT],
    ['a driver that makes none', withoutVfs({ driver: 'idxd' }), '1', -ERRNO.ENOENT],
    ['vfio-pci that may not', withoutVfs({ driver: 'vfio-pci' }), '1', -ERRNO.ENOENT],
    ['another number', SAMPLE_MACHINE, '3', -ERRNO.EBUSY],
    ['the same number', SAMPLE_MACHINE, '2', 0],
    ['requester ids that end', withoutVfs({ vfPlaces: { offset: 0xf000, stride: 1, device: 1 } }), '1', -ERRNO.ENOMEM],
  ])('%s', async (_, host, text, answer) => {
    const { tree } = createWorld(host);
    const before = tree.readText(`${FOLDER}/sriov_numvfs`);
    expect(await numvfs(tree, text)).toBe(answer);
    if (answer !== 0) expect(tree.readText(`${FOLDER}/sriov_numvfs`)).toBe(before);
  });

  test('that another process has open keep the write waiting', async () => {
    const functions = SAMPLE_MACHINE.functions.map((fn) =>
      fn.address === VF1 ? { ...fn, driver: 'vfio-pci', vfioDevice: 'vfio0' } : fn,
    );
    const holders = [{ address: VF1, through: 'device' as const, pid: 4242, command: 'qemu' }];
    const { tree } = createWorld({ ...SAMPLE_MACHINE, modules: ['iommufd', 'vfio', 'vfio_pci'], functions, holders });
    expect(await numvfs(tree, '0')).toBe(-ERRNO.ETIMEDOUT);
    expect(functionAt(tree, VF1)?.driver).toBe('vfio-pci');
  });

  test('keep their PF from vfio-pci, and get the driver that they had before when they come again', async () => {
    const { tree } = createWorld(SAMPLE_MACHINE);
    await tree.loadModule('vfio_pci');
    await tree.write(`${FOLDER}/driver_override`, 'vfio-pci', 1000);
    await tree.write('/sys/bus/pci/drivers/4xxx/unbind', QAT, 1000);
    expect(await tree.write('/sys/bus/pci/drivers/vfio-pci/bind', QAT, 1000)).toBe(-ERRNO.EBUSY);
    await tree.write(`${FOLDER}/driver_override`, '\n', 1000);
    expect(await tree.write('/sys/bus/pci/drivers/4xxx/bind', QAT, 1000)).toBe(0);
    expect(await numvfs(tree, '0')).toBe(0);
    expect(functionAt(tree, VF1)).toBeUndefined();
    expect(await numvfs(tree, '2')).toBe(0);
    expect(functionAt(tree, VF1)?.driver).toBe('4xxxvf');
  });

  test('never answer anything but 0 or an errno, and show as many as the file says, whatever is written', async () => {
    const text = fc.oneof(fc.string(), fc.nat(20).map(String), fc.constantFrom('0', '0x8', '010', '+3'));
    const writes = fc.array(text, { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(writes, async (texts) => {
        const world = createWorld(withoutVfs());
        for (const one of texts) expect(await numvfs(world.tree, one)).toBeLessThanOrEqual(0);
        const { tree } = restoreWorld(world.toJson());
        const vfs = functionAt(tree, QAT)?.virtualFunctions ?? [];
        expect(tree.readText(`${FOLDER}/sriov_numvfs`)).toBe(String(vfs.length));
        const present = shown(tree).functions.map(({ address }) => address);
        expect(vfs.filter((address) => !present.includes(address))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
