/**
 * What plan accepts works, and what it refuses would not have worked: on generated machines with generated specs, applied on the
 * simulator with and without preflight.
 */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHECK_IDS } from '../../src/diagnostics/check-ids.ts';
import type { Finding } from '../../src/diagnostics/finding.ts';
import type { Host } from '../../src/model/host.ts';
import { EMPTY_LIVE } from '../../src/model/live.ts';
import type { Plan } from '../../src/model/plan.ts';
import { NO_SOURCES } from '../../src/model/source.ts';
import type { Spec } from '../../src/model/spec.ts';
import { examine } from '../../src/preflight/examine.ts';
import { arbitrarySpec, withTwins } from '../support/arbitrary-spec.ts';
import { FAULTS, HARMLESS, machineWith, namedFaults } from '../support/faulty-machine.ts';
import { type SimRun, simRun } from '../support/sim-run.ts';
import { BY_CHECK, showsOf } from './where-it-shows.ts';

/** More of them with PASIDCTL_RUNS. */
const RUNS = Number(process.env.PASIDCTL_RUNS ?? 150);
const THROUGH = { kind: 'pass-through' } as const;

const NAMES = Object.keys({ ...FAULTS, ...HARMLESS });

/** The same specs on every machine with a single fault. */
const SPECS = fc
  .sample(specs(), { seed: 8, numRuns: 60 })
  .filter(({ bindings }) => bindings.length > 2)
  .slice(0, 6);

/** Specs of arbitrary-spec.ts, some of which need less of the hardware, or more. */
function specs(): fc.Arbitrary<Spec> {
  const wishes = fc.record({ firstStage: fc.boolean(), svm: fc.boolean(), oneGiB: fc.boolean(), twins: fc.boolean() });
  // A PASID that a guest decides about is not attached until it does.
  return fc.tuple(arbitrarySpec, wishes).map(([plain, { firstStage, svm, oneGiB, twins }]) => {
    const spec = twins ? withTwins(plain) : plain;
    return {
      ...spec,
      viommus: spec.viommus.map((viommu) => ({
        ...viommu,
        ...{
          firstStage,
          svm: firstStage && svm,
          deviceIotlb: firstStage && svm,
          firstStage1GPages: firstStage && oneGiB,
        },
      })),
      bindings: spec.bindings.map((binding) => ({
        ...binding,
        target: firstStage && binding.target.kind !== 'guest' ? binding.target : THROUGH,
      })),
    };
  });
}

type Result =
  | { readonly kind: 'works' }
  | { readonly kind: 'no-effect'; readonly devices: readonly string[] }
  | { readonly kind: 'fails'; readonly at: string; readonly why: string };

async function applied(run: SimRun, spec: Spec): Promise<Result> {
  let plan: Plan;
  try {
    plan = run.plan(spec);
  } catch (error) {
    return { kind: 'fails', at: 'plan', why: String(error) };
  }
  const outcome = await run.apply(spec);
  if (outcome.kind !== 'applied') {
    return { kind: 'fails', at: outcome.cause.step?.kind ?? 'verify', why: outcome.cause.message };
  }
  const blocked = spec.devices.filter(({ name, address }) =>
    attachedIn(plan, name).some((pasid) => run.world.hardware(address, pasid) === null),
  );
  return blocked.length === 0 ? { kind: 'works' } : { kind: 'no-effect', devices: blocked.map(({ name }) => name) };
}

/** The RID as 0, and the ends of the ranges of PASIDs. */
function attachedIn({ steps }: Plan, device: string): number[] {
  return steps.flatMap(({ step }) => {
    if (step.kind === 'attach-rid' && step.device === device) return [0];
    return step.kind === 'attach-pasids' && step.device === device ? [step.first, step.last] : [];
  });
}

function findingsOn(host: Host, spec: Spec): readonly Finding[] {
  const observed = simRun(host).observe(spec);
  return examine({ spec, host: observed, live: EMPTY_LIVE, sources: NO_SOURCES, backend: 'sim' });
}

function isFatal({ diagnostic }: Finding): boolean {
  return diagnostic?.severity === 'error';
}

/**
 * Null when preflight and the machine agree; what they say of it otherwise. With several faults, the machine may fail first at what
 * preflight has not checked because of another one.
 */
async function disagreement(host: Host, spec: Spec, faults: 'one' | 'several'): Promise<string | null> {
  const findings = findingsOn(host, spec);
  const fatal = findings.filter(isFatal);
  const unchecked = faults === 'one' ? [] : findings.filter(({ state }) => state === 'skipped');
  const result = await applied(simRun(host, { verifies: fatal.length === 0 }), spec);
  const refused = fatal.map(({ check, message }) => `${check} (${message})`).join('; ') || 'nothing';
  return agrees({ fatal, unchecked }, result, spec)
    ? null
    : `refused: ${refused}; without preflight: ${JSON.stringify(result)}`;
}

interface Foreseen {
  readonly fatal: readonly Finding[];
  readonly unchecked: readonly Finding[];
}

function agrees({ fatal, unchecked }: Foreseen, result: Result, spec: Spec): boolean {
  if (fatal.length === 0) return result.kind === 'works';
  const now = fatal.filter((finding) => !showsLater(finding, spec));
  const shows = [...fatal, ...unchecked].map(showsOf).flatMap((one) => ('at' in one ? one : []));
  if (result.kind === 'works') return now.length === 0;
  if (result.kind === 'no-effect') return shows.some(({ silently }) => silently === true);
  return shows.some(({ at }) => at.some((kind) => kind === result.at));
}

/** Not in a run of ours: the kernel refuses nothing, another program takes over, or the guest finds out. */
function showsLater(finding: Finding, { viommus, bindings }: Spec): boolean {
  const shows = showsOf(finding);
  const { devices } = finding;
  if ('never' in shows) return true;
  const placed = viommus.flatMap((viommu) => viommu.devices);
  if (devices.length > 0 && !devices.some((name) => placed.includes(name))) return true;
  return shows.offer === true && !bindings.some(({ device }) => devices.includes(device));
}

test('the table of where a refusal shows has every check', () => {
  expect(Object.keys(BY_CHECK).sort()).toEqual([...CHECK_IDS].sort());
});

describe('plan is right', () => {
  describe.each(NAMES)('about a machine with one fault: %s', (name) => {
    const machines = [0, 1, 3].map((index) => machineWith([[name, index]]));

    test('as the simulator says', async () => {
      for (const [host, spec] of machines.flatMap((one) => SPECS.map((spec) => [one, spec] as const))) {
        expect(await disagreement(host, spec, 'one')).toBeNull();
      }
    });

    test(name in HARMLESS ? 'refuses no spec' : 'refuses some spec', () => {
      const refused = machines.some((host) => SPECS.some((spec) => findingsOn(host, spec).some(isFatal)));
      expect(refused).toBe(!(name in HARMLESS));
    });
  });

  test(
    'about any machine with up to two faults, for any spec',
    async () => {
      await fc.assert(
        fc.asyncProperty(namedFaults(NAMES), specs(), async (faults, spec) => {
          const host = machineWith(faults);
          if (faults.every(([name]) => name in HARMLESS)) expect(findingsOn(host, spec).filter(isFatal)).toEqual([]);
          expect(await disagreement(host, spec, 'several')).toBeNull();
        }),
        { numRuns: RUNS },
      );
    },
    60_000 + RUNS * 300,
  );
});
