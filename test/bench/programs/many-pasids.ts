/**
 * many-pasids WHAT COUNT
 *
 * COUNT PASIDs of one device on a simulated machine, each life in a process of its own, so that its memory can be told.
 *
 *   range     one binding of one range: plan, apply, verify
 *   tables    a binding and a page table for each PASID: the same
 *   simulator the same calls and looks on the simulator, without plan, steps and ledger
 *   map       a Map from PASID to HWPT: what JavaScript itself needs to remember as much
 *
 * Prints {@link Life} as JSON.
 */

import { applyPlan } from '../../../src/apply/apply-plan.ts';
import type { ApplyContext } from '../../../src/apply/context.ts';
import { Ledger } from '../../../src/apply/ledger.ts';
import { verifyApplied } from '../../../src/apply/verify.ts';
import { BugError, known } from '../../../src/assert.ts';
import { observe } from '../../../src/host/observe.ts';
import { valueOrThrow } from '../../../src/kernel/kernel-error.ts';
import { vfioKernel } from '../../../src/kernel/vfio-kernel.ts';
import { EMPTY_LIVE, type Live, type LiveDevice } from '../../../src/model/live.ts';
import type { Plan } from '../../../src/model/plan.ts';
import type { Spec } from '../../../src/model/spec.ts';
import { planChanges } from '../../../src/plan/plan-changes.ts';
import { SAMPLE_MACHINE } from '../../../src/sim/sample-machine.ts';
import { createWorld } from '../../../src/sim/sim-world.ts';
import { readSpec } from '../../../src/spec/read-spec.ts';

export interface Life {
  readonly milliseconds: number;
  /** Growth after collection. */
  readonly heapBytes: number;
  readonly residentBytes: number;
}

const FILE = '/dev/shm/pasidctl-bench';

/** Everything that outlives a measurement, so that nothing of it is collected before it was weighed. */
const kept: unknown[] = [];

function specOf(last: number): Spec {
  const text = `apiVersion: pasidctl/v1
kind: Host
vfioPci: { disableDenylist: true }
devices: [{ name: dsa0, address: "0000:6a:01.0" }]
viommus:
  - name: guest0
    pasidBits: 20
    firstStage: true
    memory: [{ file: ${FILE}, size: 4GiB, guestAddress: 0x100000000, create: true }]
    devices: [dsa0]
bindings: [{ device: dsa0, pasids: 1-${last}, firstStage: { pageTable: 0x100000000 } }]
`;
  return known(readSpec([{ file: 'host.yaml', text }]).spec, 'a spec without errors');
}

/** The same PASIDs, each with its own binding and page table. */
function withTables(spec: Spec): Spec {
  const [binding] = spec.bindings;
  if (binding?.target.kind !== 'first-stage') throw new BugError('the spec has no first stage');
  const { target } = binding;
  const bindings = Array.from({ length: binding.last }, (_, index) => ({
    ...binding,
    first: index + 1,
    last: index + 1,
    domain: index + 1,
    target: { ...target, pageTable: target.pageTable + BigInt(index) * 0x1000n },
  }));
  return { ...spec, bindings };
}

interface Machine {
  readonly context: ApplyContext;
  plan(spec: Spec, live: Live): Plan;
}

function simulatedMachine(): Machine {
  const world = createWorld(SAMPLE_MACHINE);
  return {
    plan: (spec, live) => planChanges({ spec, host: observe(world.tree, { files: [FILE] }), live }),
    context: {
      kernel: vfioKernel(world.syscalls, 'sim'),
      tree: world.tree,
      ledger: new Ledger(EMPTY_LIVE),
      callWitness: () => (device, pasid, target) =>
        world.hardware(device.address, pasid) === (target?.hwpt ?? null) ? 'yes' : 'no',
      journal: { intent: () => {}, done: () => {}, settle: () => {}, end: () => {} },
      signal: new AbortController().signal,
    },
  };
}

async function apply({ context, plan }: Machine, spec: Spec): Promise<void> {
  const { ledger } = context;
  const { kind } = await applyPlan(plan(spec, ledger.toLive()), {
    context,
    emit: () => {},
    keepUnwritten: true,
    verify: () => verifyApplied(context, () => plan(spec, ledger.toLive())),
  });
  if (kind !== 'applied') throw new BugError(`the apply ended ${kind}`);
}

async function attachOnly({ kernel, callWitness }: ApplyContext, device: LiveDevice, to: To): Promise<void> {
  const witness = callWitness();
  for (let pasid = 1; pasid <= to.last; pasid++)
    valueOrThrow(kernel.attach(device.handle, pasid, to.hwpt), 'attach', 'PASID');
  for (let pasid = 1; pasid <= to.last; pasid++) {
    if (witness(device, pasid, { hwpt: to.hwpt, stage: null }) !== 'yes')
      throw new BugError(`${pasid} is not attached`);
  }
}

interface To {
  readonly hwpt: number;
  readonly last: number;
}

/** What is weighed and timed; what it needs first is made before the scales are set. */
async function preparation(what: string, last: number): Promise<() => Promise<void>> {
  if (what === 'map')
    return async () => void kept.push(new Map(Array.from({ length: last }, (_, pasid) => [pasid, 9])));
  const machine = simulatedMachine();
  kept.push(machine);
  const spec = specOf(last);
  if (what === 'range') return () => apply(machine, spec);
  if (what === 'tables') {
    const tables = withTables(spec);
    return () => apply(machine, tables);
  }
  await apply(machine, { ...spec, bindings: [] });
  const [viommu] = machine.context.ledger.toLive().viommus;
  const [device] = viommu?.devices ?? [];
  const hwpt = viommu?.nestParents[0]?.hwpt ?? 0;
  return () => attachOnly(machine.context, known(device, 'a device'), { hwpt, last });
}

function weigh(): { heapBytes: number; residentBytes: number } {
  for (let times = 0; times < 3; times++) globalThis.gc?.();
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  return { heapBytes: heapUsed + arrayBuffers, residentBytes: rss };
}

const [, , what = '', last = ''] = process.argv;
const live = await preparation(what, Number(last));
const before = weigh();
const start = performance.now();
await live();
const milliseconds = performance.now() - start;
const after = weigh();
const measured: Life = {
  milliseconds,
  heapBytes: after.heapBytes - before.heapBytes,
  residentBytes: after.residentBytes - before.residentBytes,
};
console.log(JSON.stringify(measured));
