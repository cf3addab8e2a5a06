import { expect, test } from 'vitest';
import type { Host } from '../../src/model/host.ts';
import { EMPTY_LIVE } from '../../src/model/live.ts';
import { EMPTY_SPEC, type Spec } from '../../src/model/spec.ts';
import type { ErrnoName } from '../../src/uapi/errno.ts';
import { FAILURES, type FailingCall } from '../support/fail-nth.ts';
import { WITHOUT_VFS } from '../support/machine-without-vfs.ts';
import { exampleNames, exampleText, type SimRun, simRun, specOf } from '../support/sim-run.ts';

const TWO_PASIDS = specOf(exampleText('two-pasids.yaml'));
const CHANGED = specOf(
  exampleText('two-pasids.yaml').replace(/(dsa1\n\s+pasid: 2\n\s+firstStage: \{ pageTable: )0x2001000/, '$10x2002000'),
);
const PASS_THROUGH = specOf(exampleText('pass-through.yaml'));

const VFS = specOf(exampleText('virtual-functions.yaml'));
const MORE_VFS = specOf(`apiVersion: pasidctl/v1
kind: Host
devices: [{ name: qat, address: 0000:6b:00.0, virtualFunctions: 5 }]`);

interface Scenario {
  readonly machine?: Host;
  readonly title: string;
  readonly before: readonly Spec[];
  readonly spec: Spec;
}

const CHANGES: readonly Scenario[] = [
  { title: 'building from nothing', before: [], spec: TWO_PASIDS },
  { title: 'changing one binding', before: [TWO_PASIDS], spec: CHANGED },
  { title: 'one spec after another', before: [PASS_THROUGH], spec: TWO_PASIDS },
  { title: 'making VFs', machine: WITHOUT_VFS, before: [], spec: VFS },
  { title: 'making another number of VFs', machine: WITHOUT_VFS, before: [MORE_VFS, EMPTY_SPEC, MORE_VFS], spec: VFS },
  { title: 'removing VFs', machine: WITHOUT_VFS, before: [VFS], spec: EMPTY_SPEC },
  { title: 'taking everything down', before: [TWO_PASIDS], spec: EMPTY_SPEC },
];

/** Every example, built and taken down. */
const EXAMPLES: readonly Scenario[] = exampleNames().flatMap((name) => {
  const spec = specOf(exampleText(name));
  return [
    { title: `building ${name}`, before: [], spec },
    { title: `taking ${name} down`, before: [spec], spec: EMPTY_SPEC },
  ];
});

async function prepared({ before, machine }: Scenario): Promise<SimRun> {
  const run = simRun(machine);
  for (const spec of before) expect((await run.apply(spec)).kind).toBe('applied');
  return run;
}

/** The calls that a clean run of the scenario makes, in order. */
async function callsOf(scenario: Scenario): Promise<FailingCall[]> {
  const calls: FailingCall[] = [];
  const run = await prepared(scenario);
  const outcome = await run.apply(scenario.spec, (call) => {
    calls.push(call);
    return null;
  });
  expect(outcome.kind).toBe('applied');
  return calls;
}

/** Indexes of all calls; of a long run of one call, such as a range of PASIDs, the ends and the middle. */
function endsAndMiddles(calls: readonly FailingCall[]): number[] {
  return calls.flatMap((call, index) => {
    const first = calls.findLastIndex((other, at) => at < index && other !== call) + 1;
    const next = calls.findIndex((other, at) => at > index && other !== call);
    const last = (next < 0 ? calls.length : next) - 1;
    const kept = index - first < 3 || last - index < 3 || index === (first + last) >> 1;
    return kept ? [index] : [];
  });
}

test.each([...CHANGES, ...EXAMPLES])(
  '$title: a call that fails, whichever and however, leaves the world as it was',
  async (scenario) => {
    const calls = await callsOf(scenario);
    expect(calls.length).toBeGreaterThan(1);
    for (const index of endsAndMiddles(calls)) {
      const call = calls[index] ?? 'attach';
      for (const errno of FAILURES[call]) {
        const run = await prepared(scenario);
        const before = run.snapshot();
        let at = 0;
        const outcome = await run.apply(scenario.spec, () => (at++ === index ? errno : null));
        const where = `call ${index} ${call} ${errno}`;
        expect(outcome.kind, where).toBe('rolled-back');
        expect(run.snapshot(), where).toEqual(before);
      }
    }
  },
);

test.each(CHANGES)(
  '$title: a call that fails for good while undoing is named, and the rest is undone all the same',
  async (scenario) => {
    const calls = await callsOf(scenario);
    let stuck = 0;
    for (let first = 0; first < calls.length; first++) {
      for (let second = 1; ; second++) {
        const run = await prepared(scenario);
        const before = run.snapshot();
        let at = 0;
        let broken: FailingCall | null = null;
        const outcome = await run.apply(scenario.spec, (call): ErrnoName | null => {
          const now = at++;
          if (now === first) return FAILURES[call][0];
          if (now === first + second) broken = call;
          return call === broken ? FAILURES[call][0] : null;
        });
        if (broken === null) break;
        const where = `calls ${first} (${calls[first]}) and ${first + second}`;
        if (outcome.kind === 'stuck') {
          stuck++;
          expect(outcome.leftovers.length, where).toBeGreaterThan(0);
        } else {
          expect(outcome.kind, where).toBe('rolled-back');
          expect(run.snapshot(), where).toEqual(before);
        }
        // Whatever was left, the next run without failures finishes the job.
        expect((await run.apply(scenario.spec)).kind, where).toBe('applied');
        expect((await run.apply(EMPTY_SPEC)).kind, where).toBe('applied');
        expect(run.ledger.toLive(), where).toEqual(EMPTY_LIVE);
      }
    }
    expect(stuck).toBeGreaterThan(0);
  },
);
