import { expect, test } from 'vitest';
import type { ApplyContext } from '../../../src/apply/context.ts';
import { Ledger } from '../../../src/apply/ledger.ts';
import { loadModule, unloadModule } from '../../../src/apply/steps/host.ts';
import { observe } from '../../../src/host/observe.ts';
import type { SysTree } from '../../../src/host/sys-tree.ts';
import { vfioKernel } from '../../../src/kernel/vfio-kernel.ts';
import { EMPTY_LIVE } from '../../../src/model/live.ts';
import { EMPTY_SPEC, type Spec } from '../../../src/model/spec.ts';
import { planChanges } from '../../../src/plan/plan-changes.ts';
import { SAMPLE_MACHINE } from '../../../src/sim/sample-machine.ts';
import { createWorld } from '../../../src/sim/sim-world.ts';
import { ERRNO } from '../../../src/uapi/errno.ts';
import { exampleText, simRun, specOf } from '../../support/sim-run.ts';

const PARAMETER = '/sys/module/vfio_pci/parameters/disable_denylist';
const STEP = {
  module: 'vfio_pci',
  parameters: [{ name: 'disable_denylist', value: '1' }],
} as const;
const LOAD = { kind: 'load-module', ...STEP } as const;
const UNLOAD = { kind: 'unload-module', ...STEP } as const;

function contextOf(change: (tree: SysTree) => Partial<SysTree> = () => ({})): ApplyContext {
  const { tree, syscalls } = createWorld(SAMPLE_MACHINE);
  return {
    kernel: vfioKernel(syscalls, 'sim'),
    tree: { ...tree, ...change(tree) },
    ledger: new Ledger(EMPTY_LIVE),
    callWitness: () => () => 'unknown',
    journal: { intent: () => {}, done: () => {}, settle: () => {}, end: () => {} },
    signal: new AbortController().signal,
  };
}

test('a module is loaded with its parameter, which is read back, and unloaded without a trace', async () => {
  const context = contextOf();
  const before = observe(context.tree, { files: [] });
  await loadModule(LOAD, context);
  expect(context.tree.readText(PARAMETER)).toBe('Y');
  expect(context.ledger.toLive().loadedModules).toEqual(['vfio_pci']);
  await unloadModule(UNLOAD, context);
  expect(observe(context.tree, { files: [] })).toEqual(before);
  expect(context.ledger.toLive()).toEqual(EMPTY_LIVE);
});

test('a parameter that is not in effect after the load fails the step, and what was loaded is unloaded', async () => {
  const context = contextOf((tree) => ({ loadModule: (name) => tree.loadModule(name) }));
  await expect(loadModule(LOAD, context)).rejects.toMatchObject({
    code: 'APPLY_PARAMETER_NOT_IN_EFFECT',
    message: `vfio_pci was to be loaded with disable_denylist=1, but ${PARAMETER} is N`,
  });
  await unloadModule(UNLOAD, context);
  expect(context.tree.exists('/sys/module/vfio_pci')).toBe(false);
});

test('a parameter that the module does not have is not in effect', async () => {
  const context = contextOf();
  const unknown = [{ name: 'no_such_parameter', value: '1' }];
  await expect(loadModule({ ...LOAD, parameters: unknown }, context)).rejects.toThrow(/is not readable$/);
});

test('a module that another program has loaded meanwhile is judged by its parameter, and stays loaded', async () => {
  for (const [value, code] of [
    ['0', 'APPLY_PARAMETER_NOT_IN_EFFECT'],
    ['1', null],
  ] as const) {
    const context = contextOf();
    await context.tree.loadModule('vfio-pci', [{ name: 'disable_denylist', value }]);
    const result = await loadModule(LOAD, context).then(
      () => null,
      (error) => error.code,
    );
    expect(result).toBe(code);
    await unloadModule(UNLOAD, context);
    expect(context.tree.exists('/sys/module/vfio_pci')).toBe(true);
    expect(context.ledger.toLive()).toEqual(EMPTY_LIVE);
  }
});

test('a refusal of modprobe is told with its errno, and leaves nothing in the ledger once undone', async () => {
  const context = contextOf(() => ({ loadModule: async () => -ERRNO.EINVAL }));
  await expect(loadModule(LOAD, context)).rejects.toMatchObject({ errno: 'EINVAL' });
  await unloadModule(UNLOAD, context);
  expect(context.ledger.toLive()).toEqual(EMPTY_LIVE);
});

const ACCELERATORS = specOf(exampleText('drivers-only.yaml').replace(/^ *release: keep\n/m, ''));

test('a refused unload leaves the module in the ledger with what it holds, and the next run unloads it', async () => {
  const run = simRun();
  expect((await run.apply(ACCELERATORS)).kind).toBe('applied');
  const before = run.snapshot();
  const outcome = await run.apply(EMPTY_SPEC, (call) => (call === 'unloadModule' ? 'EBUSY' : null));
  expect(outcome).toMatchObject({ kind: 'rolled-back', cause: { step: { kind: 'unload-module' } } });
  expect(run.snapshot()).toEqual(before);
  expect((await run.apply(EMPTY_SPEC)).kind).toBe('applied');
  expect(run.ledger.toLive()).toEqual(EMPTY_LIVE);
});

test('an unload that is undone loads the module as it was, also when the spec no longer asks for it', async () => {
  const { tree } = createWorld(SAMPLE_MACHINE);
  await tree.loadModule('vfio_pci', STEP.parameters);
  const live = { ...EMPTY_LIVE, loadedModules: ['vfio_pci'] };
  const { steps } = planChanges({ spec: EMPTY_SPEC, host: observe(tree, { files: [] }), live });
  expect(steps.map(({ step }) => step)).toEqual([UNLOAD]);
});

test('the module is loaded with the parameter only where the spec asks for it', () => {
  const loads = (spec: Spec) =>
    planChanges({ spec, host: SAMPLE_MACHINE, live: EMPTY_LIVE }).steps.flatMap(({ step }) =>
      step.kind === 'load-module' ? [step] : [],
    );
  expect(loads(ACCELERATORS)).toEqual([LOAD]);
  expect(loads({ ...ACCELERATORS, vfioPci: EMPTY_SPEC.vfioPci })).toEqual([
    { kind: 'load-module', module: 'vfio_pci' },
  ]);
});
