/**
 * A place where the tool's engine works on the real kernel's mock, and where somebody looks after each run whether what the
 * ledger says is true: attachments, object ids, pinned memory, devices and file descriptors, nothing more and nothing less.
 */

import { readdirSync } from 'node:fs';
import { applyPlan } from '../../../src/apply/apply-plan.ts';
import type { ApplyContext } from '../../../src/apply/context.ts';
import { type HeldViommu, hwptId, Ledger } from '../../../src/apply/ledger.ts';
import { StepError } from '../../../src/apply/step-error.ts';
import { verifyApplied } from '../../../src/apply/verify.ts';
import { diskTree } from '../../../src/host/disk-tree.ts';
import { observe } from '../../../src/host/observe.ts';
import { selftestHost } from '../../../src/host/selftest-host.ts';
import type { Kernel } from '../../../src/kernel/kernel.ts';
import { valueOrThrow } from '../../../src/kernel/kernel-error.ts';
import { openLibc } from '../../../src/kernel/libc.ts';
import { selftestKernel } from '../../../src/kernel/selftest-kernel.ts';
import { formatHwptRef, parentRef } from '../../../src/model/hwpt-ref.ts';
import { EMPTY_LIVE } from '../../../src/model/live.ts';
import type { Outcome } from '../../../src/model/outcome.ts';
import type { Plan } from '../../../src/model/plan.ts';
import type { Spec } from '../../../src/model/spec.ts';
import { planChanges } from '../../../src/plan/plan-changes.ts';
import { type Fault, faultInjection, type Shot } from './fault-injection.ts';
import { pinCounter } from './pin-counter.ts';

export interface RoomRun {
  readonly outcome: Outcome;
  readonly shot: Shot;
  readonly calls: number;
  /** Calls before verifying began; all of them when it did not. */
  readonly callsForward: number;
}

export interface ApplyWish {
  readonly fault?: Fault | null;
  /** Everything is done, and then found wrong: all of it must be undone. */
  readonly doomed?: boolean;
}

export interface FaultRoom {
  apply(spec: Spec, wish?: ApplyWish): Promise<RoomRun>;
  /** What is attached to what, without the kernel's numbers. */
  snapshot(): string;
  /** Where ledger and kernel disagree; empty when they do not. */
  disagreements(): readonly string[];
}

/** Ids are handed out from 1, the lowest free one first; no run needs as many as these. */
const PROBED_IDS = 24;
/** PASIDs of the example, and one more. */
const PASIDS = [0, 1, 2, 3];
const MOCK_DEVICES = '/sys/bus/iommufd_mock/devices';

/** @param memory  the file of guest memory, which stays where it is */
export function faultRoom(memory: { readonly path: string; readonly sizeBytes: bigint }): FaultRoom {
  const libc = openLibc();
  const injection = faultInjection(libc);
  const plain = selftestKernel(libc);
  const { kernel, leaks } = watchingCloses(selftestKernel(injection.syscalls), plain);
  const ledger = new Ledger(EMPTY_LIVE);
  const pins = pinCounter(libc, memory);
  const tree = diskTree('/');
  const observed = { ...observe(tree, { files: [memory.path] }), iommufd: true };
  const plan = (spec: Spec): Plan => planChanges({ spec, host: selftestHost(spec, observed), live: ledger.toLive() });
  const fds = readdirSync('/proc/self/fd').length;

  return {
    async apply(spec, { fault = null, doomed = false } = {}) {
      const context: ApplyContext = {
        kernel,
        tree,
        ledger,
        journal: { intent: () => {}, done: () => {}, settle: () => {}, end: () => {} },
        signal: new AbortController().signal,
        callWitness:
          () =>
          ({ handle }, pasid, target) =>
            kernel.witness(handle, pasid, target?.hwpt ?? 0),
      };
      let callsForward = Number.POSITIVE_INFINITY;
      const verify = () => {
        callsForward = injection.calls();
        if (doomed) throw new StepError('doomed', {});
        return verifyApplied(context, () => plan(spec));
      };
      injection.aim(fault);
      const outcome = await applyPlan(plan(spec), { context, emit: () => {}, verify, keepUnwritten: true });
      const calls = injection.calls();
      const run = { outcome, shot: injection.shot(), calls, callsForward: Math.min(calls, callsForward) };
      injection.aim(null);
      return run;
    },
    snapshot: () => JSON.stringify([...ledger.viommus.values()].map(named)),
    disagreements() {
      const viommus = [...ledger.viommus.values()];
      const devices = viommus.reduce((sum, held) => sum + held.devices.size, 0);
      return [
        ...leaks.splice(0),
        ...viommus.flatMap((held) => inViommu(held, plain)),
        ...differs('mock devices', readdirSync(MOCK_DEVICES).length, devices),
        ...differs('file descriptors', readdirSync('/proc/self/fd').length, fds + viommus.length),
        ...pins.differingFrom(
          viommus.some(({ memory, nestParents }) => memory.size > 0 && nestParents.size > 0) ? 1 : 0,
        ),
      ];
    },
  };
}

/** An iommufd that is closed must be empty: what is left in it would go unseen. */
function watchingCloses(kernel: Kernel, plain: Kernel): { readonly kernel: Kernel; readonly leaks: string[] } {
  const iommufds = new Set<number>();
  const leaks: string[] = [];
  return {
    leaks,
    kernel: {
      ...kernel,
      openIommufd() {
        const fd = kernel.openIommufd();
        if (fd >= 0) iommufds.add(fd);
        return fd;
      },
      close(fd) {
        if (iommufds.delete(fd)) leaks.push(...differs('objects in a closed iommufd', usedIds(fd, plain), 0));
        return kernel.close(fd);
      },
    },
  };
}

/** How many ids are in use: those that new objects do not get. */
function usedIds(iommufd: number, plain: Kernel): number {
  const taken: number[] = [];
  for (let id = 0; id < PROBED_IDS; ) {
    id = valueOrThrow(plain.allocIoas(iommufd), 'IOMMU_IOAS_ALLOC', 'a probe');
    taken.push(id);
  }
  for (const id of taken) valueOrThrow(plain.destroy(iommufd, id), 'IOMMU_DESTROY', 'a probe');
  return PROBED_IDS - taken.filter((id) => id <= PROBED_IDS).length;
}

function inViommu(held: HeldViommu, plain: Kernel): string[] {
  const { iommufd, devices, nestParents, firstStages } = held;
  // A mock device is two objects.
  const objects = 1 + 2 * devices.size + nestParents.size + firstStages.size;
  return [...differs('objects', usedIds(iommufd, plain), objects), ...attachments(held, plain)];
}

function attachments(held: HeldViommu, plain: Kernel): string[] {
  return [...held.devices.values()].flatMap(({ name, unit, handle, ridAttached }) =>
    PASIDS.flatMap((pasid) => {
      const bound = held.bindings.get(name)?.slice(pasid, pasid)[0]?.held?.to ?? null;
      const to = pasid === 0 && ridAttached ? parentRef(unit) : bound;
      const said = plain.witness(handle, pasid, to === null ? 0 : hwptId(held, to));
      return said === 'yes'
        ? []
        : [`${name} PASID ${pasid} is not on ${to === null ? 'nothing' : formatHwptRef(to)}: ${said}`];
    }),
  );
}

function named({ name, devices, nestParents, firstStages, memory, bindings }: HeldViommu): unknown {
  return {
    name,
    rids: [...devices.values()].map((device) => `${device.name} ${device.ridAttached}`).sort(),
    hwpts: [...nestParents.keys(), ...firstStages.keys()].sort(),
    memory: [...memory.values()].map(({ sizeBytes }) => String(sizeBytes)),
    bindings: [...bindings.values()]
      .flatMap(({ ranges }) => ranges.map(({ to, ...range }) => JSON.stringify({ ...range, to: formatHwptRef(to) })))
      .sort(),
  };
}

function differs(what: string, found: number, wanted: number): string[] {
  return found === wanted ? [] : [`${what}: ${found} instead of ${wanted}`];
}
