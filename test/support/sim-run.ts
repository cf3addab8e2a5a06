/** Runs of the whole way on a simulated machine, in-process: read a spec, plan, apply, and look at the world. */

import { readdirSync, readFileSync } from 'node:fs';
import { applyPlan } from '../../src/apply/apply-plan.ts';
import type { ApplyContext } from '../../src/apply/context.ts';
import { Ledger } from '../../src/apply/ledger.ts';
import { verifyApplied } from '../../src/apply/verify.ts';
import { observe } from '../../src/host/observe.ts';
import type { SysTree } from '../../src/host/sys-tree.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { vfioKernel } from '../../src/kernel/vfio-kernel.ts';
import type { ApplyEvent } from '../../src/model/events.ts';
import type { Host } from '../../src/model/host.ts';
import { EMPTY_LIVE, type Live, type LiveViommu } from '../../src/model/live.ts';
import type { Outcome, Verification } from '../../src/model/outcome.ts';
import type { Plan } from '../../src/model/plan.ts';
import type { Spec } from '../../src/model/spec.ts';
import { planChanges } from '../../src/plan/plan-changes.ts';
import { SAMPLE_MACHINE } from '../../src/sim/sample-machine.ts';
import { createWorld, type SimWorld } from '../../src/sim/sim-world.ts';
import { readSpec } from '../../src/spec/read-spec.ts';
import { type Saboteur, sabotagedKernel, sabotagedTree } from './fail-nth.ts';

/** A spec that must be good. */
export function specOf(text: string): Spec {
  const { spec, diagnostics } = readSpec([{ file: 'spec.yaml', text }]);
  if (spec === null) throw new Error(diagnostics.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  return spec;
}

export function exampleText(name: string): string {
  return readFileSync(new URL(`../../examples/${name}`, import.meta.url), 'utf8');
}

/** What a machine is to its operator: ids and the order of making left out, which undo cannot and need not restore. */
function snapshotOf({ world, live, tree }: { world: SimWorld; live: Live; tree: SysTree }): unknown {
  const host = observe(tree, { files: live.createdFiles });
  return {
    modules: host.modules,
    parameters: host.parameters,
    drivers: host.functions.map(({ address, driver, driverOverride, vfioDevice }) => ({
      address,
      driver,
      driverOverride,
      hasCdev: vfioDevice !== null,
    })),
    files: tree.list('/dev/shm'),
    kernelObjects: world.countObjects(),
    viommus: [...live.viommus].sort(byName).map((viommu) => translations(world, viommu)),
  };
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}

/** Page table or memory that each PASID really reaches, as the hardware sees it. */
function translations(world: SimWorld, { devices, firstStages, nestParents }: LiveViommu): unknown {
  const meanings = new Map<number | null, string>([
    [null, 'blocked'],
    ...nestParents.map(({ unit, hwpt }) => [hwpt, `memory behind ${unit}`] as const),
    ...firstStages.map(({ unit, hwpt, pageTable }) => [hwpt, `table ${pageTable} behind ${unit}`] as const),
  ]);
  return [...devices].sort(byName).map(({ name, address }) => ({
    name,
    pasids: Array.from({ length: 64 }, (_, pasid) => meanings.get(world.hardware(address, pasid))),
  }));
}

/** Every spec of examples/ that stands alone. */
export function exampleNames(): string[] {
  return readdirSync(new URL('../../examples/', import.meta.url)).filter((name) => name.endsWith('.yaml'));
}

const NOT_VERIFIED: Verification = { verified: 0, unverified: [] };

export interface SimRun {
  readonly ledger: Ledger;
  readonly kernel: Kernel;
  readonly events: ApplyEvent[];
  plan(spec: Spec): Plan;
  /** Plan and apply; calls that the saboteur names fail. */
  apply(spec: Spec, saboteur?: Saboteur, signal?: AbortSignal): Promise<Outcome>;
  /** Everything that the simulated machine is, comparable. */
  snapshot(): unknown;
  readonly world: SimWorld;
  /** The machine as it is now, as preflight would see it. */
  observe(spec: Spec): Host;
}

/** @param verifies  what was applied is looked at again, and a difference is a failure, as with every real run */
export function simRun(machine: Host = SAMPLE_MACHINE, { verifies = true } = {}): SimRun {
  const world = createWorld(machine);
  const ledger = new Ledger(EMPTY_LIVE);
  const kernel = vfioKernel(world.syscalls, 'sim');
  const events: ApplyEvent[] = [];
  const observed = (spec: Spec): Host => {
    const { createdFiles } = ledger.toLive();
    const files = [...spec.viommus.flatMap(({ memory }) => memory.map(({ file }) => file)), ...createdFiles];
    return observe(world.tree, { files });
  };
  const plan = (spec: Spec): Plan => planChanges({ spec, host: observed(spec), live: ledger.toLive() });
  return {
    world,
    observe: observed,
    ledger,
    kernel,
    events,
    plan,
    apply: (spec, saboteur = () => null, signal = new AbortController().signal) => {
      const context: ApplyContext = {
        kernel: sabotagedKernel(kernel, saboteur),
        tree: sabotagedTree(world.tree, saboteur),
        ledger,
        journal: { intent: () => {}, done: () => {}, settle: () => {}, end: () => {} },
        signal,
        callWitness:
          () =>
          ({ address }, pasid, target) =>
            world.hardware(address, pasid) === (target?.hwpt ?? null) ? 'yes' : 'no',
      };
      const emit = (event: ApplyEvent): number => events.push(event);
      return applyPlan(plan(spec), {
        context,
        emit,
        keepUnwritten: false,
        verify: () => (verifies ? verifyApplied(context, () => plan(spec)) : NOT_VERIFIED),
      });
    },
    snapshot: () => snapshotOf({ world, live: ledger.toLive(), tree: world.tree }),
  };
}
