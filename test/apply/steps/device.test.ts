import { describe, expect, test } from 'vitest';
import type { ApplyContext } from '../../../src/apply/context.ts';
import { Ledger } from '../../../src/apply/ledger.ts';
import { giveBackDevice, takeDevice } from '../../../src/apply/steps/device.ts';
import type { SysTree } from '../../../src/host/sys-tree.ts';
import { vfioKernel } from '../../../src/kernel/vfio-kernel.ts';
import type { Host } from '../../../src/model/host.ts';
import { EMPTY_LIVE, type Handover } from '../../../src/model/live.ts';
import { SAMPLE_MACHINE } from '../../../src/sim/sample-machine.ts';
import { createWorld } from '../../../src/sim/sim-world.ts';
import { ERRNO } from '../../../src/uapi/errno.ts';
import { DSA0, VFIO_LOADED } from '../../support/sim-bench.ts';

const DEVICE = `/sys/bus/pci/devices/${DSA0}`;

function machine(driver: string | null, driverOverride: string | null): Host {
  const functions = SAMPLE_MACHINE.functions.map((fn) =>
    fn.address === DSA0 ? { ...fn, driver, driverOverride } : fn,
  );
  return { ...SAMPLE_MACHINE, ...VFIO_LOADED, functions };
}

function contextOf(host: Host, change: Partial<SysTree> = {}): ApplyContext {
  const world = createWorld(host);
  return {
    kernel: vfioKernel(world.syscalls, 'sim'),
    tree: { ...world.tree, ...change },
    ledger: new Ledger(EMPTY_LIVE),
    callWitness: () => () => 'unknown',
    journal: { intent: () => {}, done: () => {}, settle: () => {}, end: () => {} },
    signal: new AbortController().signal,
  };
}

const handoverOf = (formerDriver: string | null, formerOverride: string | null): Handover => ({
  ...{ device: 'dsa0', address: DSA0, formerDriver, formerOverride, release: 'restore' },
});

describe('a device that was taken gets back its driver and the very override that somebody had set', () => {
  test.each([
    ['idxd', null],
    ['idxd', 'idxd'],
    ['idxd', 'vfio-pci'],
    ['idxd', 'pci-stub'],
    [null, 'vfio-pci'],
    [null, null],
  ])('driver %s, override %s', async (driver, override) => {
    const context = contextOf(machine(driver, override));
    const handover = handoverOf(driver, override);
    await takeDevice(handover, 'vfio-pci', context);
    expect(context.tree.linkName(`${DEVICE}/driver`)).toBe('vfio-pci');
    await giveBackDevice(handover, 'vfio-pci', context);
    expect(context.tree.linkName(`${DEVICE}/driver`)).toBe(driver);
    expect(context.tree.readText(`${DEVICE}/driver_override`)).toBe(override ?? '(null)');
    expect(context.ledger.toLive()).toEqual(EMPTY_LIVE);
  });
});

test('a device that is unplugged while it is given back is given back', async () => {
  let there = true;
  const context = contextOf(machine('idxd', null), {
    exists: (path) => path !== DEVICE || there,
    write: async () => {
      there = false;
      return -ERRNO.ENODEV;
    },
  });
  const handover = { ...handoverOf('idxd', 'idxd') };
  context.ledger.handovers.set(DSA0, handover);
  await giveBackDevice(handover, 'vfio-pci', context);
  expect(context.ledger.toLive()).toEqual(EMPTY_LIVE);
});

test('a device that refuses to be given back stays in the ledger', async () => {
  const context = contextOf(machine('vfio-pci', 'vfio-pci'), { write: async () => -ERRNO.EACCES });
  const handover = handoverOf('idxd', null);
  context.ledger.handovers.set(DSA0, handover);
  await expect(giveBackDevice(handover, 'vfio-pci', context)).rejects.toMatchObject({ errno: 'EACCES' });
  expect(context.ledger.handovers.get(DSA0)).toEqual(handover);
});
