import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Host } from '../../src/model/host.ts';
import { EMPTY_LIVE } from '../../src/model/live.ts';
import { EMPTY_SPEC, type Spec } from '../../src/model/spec.ts';
import { SAMPLE_MACHINE } from '../../src/sim/sample-machine.ts';
import { arbitrarySpec, PLAIN_HOST, pairedSpec } from '../support/arbitrary-spec.ts';
import { simRun } from '../support/sim-run.ts';

const [UNIT] = SAMPLE_MACHINE.units;
if (UNIT === undefined) throw new Error('the sample machine has no unit');

/** The plain host of the plan tests, with hardware that can do all of it. */
const ABLE_HOST: Host = {
  ...PLAIN_HOST,
  kernel: SAMPLE_MACHINE.kernel,
  modules: ['iommufd', 'vfio'],
  units: ['dmar0', 'dmar1'].map((name) => ({ ...UNIT, name })),
  functions: PLAIN_HOST.functions.map((fn) => ({
    ...fn,
    driverOverride: null,
    capabilities: { pasid: { widthBits: 20, exec: true, privileged: true, enabled: true }, ats: null, pri: null },
  })),
};

/** Devices 0 and 2 are in one IOMMU group, 1 and 3 in another; no driver keeps it where a spec has one of them only. */
const PAIRED_HOST: Host = {
  ...ABLE_HOST,
  functions: ABLE_HOST.functions.map((fn, index) => ({ ...fn, driver: null, group: index % 2 })),
};

const specs = fc.array(arbitrarySpec, { minLength: 1, maxLength: 3 });
const pairedSpecs = fc.array(pairedSpec, { minLength: 1, maxLength: 3 });

function restoring(spec: Spec): Spec {
  return { ...spec, devices: spec.devices.map((device) => ({ ...device, release: 'restore' })) };
}

test('whatever spec follows whatever spec, it is applied, verified, and leaves nothing to plan', async () => {
  await fc.assert(
    fc.asyncProperty(specs, async (wanted) => {
      const run = simRun(ABLE_HOST);
      for (const spec of wanted) {
        expect(await run.apply(spec)).toMatchObject({ kind: 'applied', verified: { unverified: [] } });
        expect(run.plan(spec).steps).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});

test('and so it is where two devices share an IOMMU group, and have the same at a PASID', async () => {
  await fc.assert(
    fc.asyncProperty(pairedSpecs, async (wanted) => {
      const run = simRun(PAIRED_HOST);
      for (const spec of wanted) {
        expect(await run.apply(spec)).toMatchObject({ kind: 'applied', verified: { unverified: [] } });
        expect(run.plan(spec).steps).toEqual([]);
      }
    }),
    { numRuns: 100 },
  );
});

test('destroying whatever was applied restores the machine exactly', async () => {
  await fc.assert(
    fc.asyncProperty(specs, async (wanted) => {
      const run = simRun(ABLE_HOST);
      const before = run.snapshot();
      for (const spec of wanted) await run.apply(restoring(spec));
      expect((await run.apply(EMPTY_SPEC)).kind).toBe('applied');
      expect(run.snapshot()).toEqual(before);
      expect(run.ledger.toLive()).toEqual(EMPTY_LIVE);
    }),
    { numRuns: 60 },
  );
});

test('a failing call anywhere between two random specs leaves the machine as it was', async () => {
  await fc.assert(
    fc.asyncProperty(arbitrarySpec, arbitrarySpec, fc.nat(60), async (first, second, nth) => {
      const run = simRun(ABLE_HOST);
      await run.apply(restoring(first));
      const before = run.snapshot();
      let at = 0;
      const outcome = await run.apply(restoring(second), () => (at++ === nth ? 'EINVAL' : null));
      expect(outcome.kind).toBe(at > nth ? 'rolled-back' : 'applied');
      if (outcome.kind === 'rolled-back') expect(run.snapshot()).toEqual(before);
    }),
    { numRuns: 100 },
  );
});
