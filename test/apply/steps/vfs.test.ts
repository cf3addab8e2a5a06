import { describe, expect, test } from 'vitest';
import type { ApplyContext } from '../../../src/apply/context.ts';
import { Ledger } from '../../../src/apply/ledger.ts';
import { StepError } from '../../../src/apply/step-error.ts';
import { makeVfs, removeVfs } from '../../../src/apply/steps/vfs.ts';
import type { SysTree } from '../../../src/host/sys-tree.ts';
import { vfioKernel } from '../../../src/kernel/vfio-kernel.ts';
import type { Host } from '../../../src/model/host.ts';
import { EMPTY_LIVE, type MadeVfs } from '../../../src/model/live.ts';
import { SAMPLE_MACHINE } from '../../../src/sim/sample-machine.ts';
import { createWorld } from '../../../src/sim/sim-world.ts';
import { ERRNO } from '../../../src/uapi/errno.ts';
import { WITHOUT_VFS } from '../../support/machine-without-vfs.ts';
import { bdf } from '../../views/models.ts';

const NUMVFS = '/sys/bus/pci/devices/0000:6b:00.0/sriov_numvfs';
const TWO: MadeVfs = {
  ...{ device: 'qat', address: bdf('0000:6b:00.0'), count: 2 },
  addresses: [bdf('0000:6b:00.1'), bdf('0000:6b:00.2')],
};

function contextOf(host: Host, change: (tree: SysTree) => Partial<SysTree> = () => ({})): ApplyContext {
  const world = createWorld(host);
  return {
    kernel: vfioKernel(world.syscalls, 'sim'),
    tree: { ...world.tree, ...change(world.tree) },
    ledger: new Ledger(EMPTY_LIVE),
    callWitness: () => () => 'unknown',
    journal: { intent: () => {}, done: () => {}, settle: () => {}, end: () => {} },
    signal: new AbortController().signal,
  };
}

async function refused(step: Promise<void>): Promise<StepError> {
  const error: unknown = await step.catch((caught: unknown) => caught);
  if (!(error instanceof StepError)) throw new Error('the step was to be refused');
  return error;
}

const made = ({ ledger }: ApplyContext): readonly MadeVfs[] => ledger.toLive().madeVfs;
const number = ({ tree }: ApplyContext): string | null => tree.readText(NUMVFS);

describe('making VFs', () => {
  test('makes them, holds them, and is undone without a trace', async () => {
    const context = contextOf(WITHOUT_VFS);
    await makeVfs(TWO, context);
    expect([number(context), made(context)]).toEqual(['2', [TWO]]);
    await makeVfs(TWO, context);
    expect([number(context), made(context)]).toEqual(['2', [TWO]]);
    await removeVfs(TWO, context);
    expect([number(context), made(context)]).toEqual(['0', []]);
  });

  test('takes VFs that are there for what they are: not ours, and not to be removed', async () => {
    const context = contextOf(SAMPLE_MACHINE);
    await makeVfs(TWO, context);
    await removeVfs(TWO, context);
    expect([number(context), made(context)]).toEqual(['2', []]);
  });

  test('refuses another number, and does not remove it when it is undone', async () => {
    const context = contextOf(SAMPLE_MACHINE);
    const three = { ...TWO, count: 3, addresses: [] };
    expect((await refused(makeVfs(three, context))).code).toBe('APPLY_VFS_NOT_MADE');
    await removeVfs(three, context);
    expect([number(context), made(context)]).toEqual(['2', []]);
  });

  test('that somebody else is faster with leaves them to him', async () => {
    const context = contextOf(WITHOUT_VFS, (tree) => ({
      write: async (path, text, deadline) => {
        await tree.write(path, '5', deadline);
        return tree.write(path, text, deadline);
      },
    }));
    expect((await refused(makeVfs(TWO, context))).errno).toBe('EBUSY');
    await removeVfs(TWO, context);
    expect(number(context)).toBe('5');
  });

  test.each(['ENOENT', 'ERANGE', 'ENOMEM', 'EIO', 'EPERM'] as const)(
    'that fails with %s holds nothing',
    async (errno) => {
      const context = contextOf(WITHOUT_VFS, () => ({ write: async () => -ERRNO[errno] }));
      const error = await refused(makeVfs(TWO, context));
      expect(error.errno).toBe(errno);
      expect(error.advice).not.toBeNull();
      expect(made(context)).toEqual([]);
    },
  );

  test('that takes too long is held, since they may come yet', async () => {
    const context = contextOf(WITHOUT_VFS, () => ({ write: async () => -ERRNO.ETIMEDOUT }));
    await refused(makeVfs(TWO, context));
    expect(made(context)).toEqual([TWO]);
  });

  test('fails when fewer appear than were asked for, although the write succeeds; those are removed again', async () => {
    const fewer = contextOf(WITHOUT_VFS, (tree) => ({
      write: (path, text, deadline) => tree.write(path, text === '2' ? '1' : text, deadline),
    }));
    expect((await refused(makeVfs(TWO, fewer))).code).toBe('APPLY_VFS_NOT_MADE');
    expect(number(fewer)).toBe('1');
    await removeVfs(TWO, fewer);
    expect([number(fewer), made(fewer)]).toEqual(['0', []]);
    const none = contextOf(WITHOUT_VFS, () => ({ write: async () => 0 }));
    expect((await refused(makeVfs(TWO, none))).code).toBe('APPLY_VFS_NOT_MADE');
  });

  test('fails when they appear elsewhere than the plan expects them', async () => {
    const context = contextOf(WITHOUT_VFS);
    const elsewhere = { ...TWO, addresses: [bdf('0000:6b:00.1'), bdf('0000:6b:00.3')] };
    expect((await refused(makeVfs(elsewhere, context))).message).toContain('0000:6b:00.2');
    await removeVfs(elsewhere, context);
    expect(number(context)).toBe('0');
  });

  test('fails for a function that is no PF, or is gone', async () => {
    for (const address of ['0000:6a:01.0', '0000:6b:1f.0']) {
      const context = contextOf(WITHOUT_VFS);
      await refused(makeVfs({ ...TWO, address: bdf(address) }, context));
      expect(made(context)).toEqual([]);
    }
  });
});

describe('removing VFs', () => {
  test('leaves those alone whose number somebody has changed since, and forgets them', async () => {
    const context = contextOf(WITHOUT_VFS);
    await makeVfs(TWO, context);
    await context.tree.write(NUMVFS, '0', 1000);
    await context.tree.write(NUMVFS, '4', 1000);
    await removeVfs(TWO, context);
    expect([number(context), made(context)]).toEqual(['4', []]);
  });

  test('is not done when the driver says so and does not do it', async () => {
    const context = contextOf(WITHOUT_VFS, (tree) => ({
      write: (path, text, deadline) => (text === '0' ? Promise.resolve(0) : tree.write(path, text, deadline)),
    }));
    await makeVfs(TWO, context);
    expect((await refused(removeVfs(TWO, context))).code).toBe('APPLY_VFS_NOT_MADE');
    expect(made(context)).toEqual([TWO]);
  });

  test('of a PF that was unplugged is done', async () => {
    const context = contextOf({ ...WITHOUT_VFS, functions: [] });
    context.ledger.madeVfs.set(TWO.address, TWO);
    await removeVfs(TWO, context);
    expect(made(context)).toEqual([]);
  });
});
