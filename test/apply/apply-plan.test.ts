import { expect, test } from 'vitest';
import { EMPTY_SPEC } from '../../src/model/spec.ts';
import { exampleText, type SimRun, simRun, specOf } from '../support/sim-run.ts';

const TWO_PASIDS = specOf(exampleText('two-pasids.yaml'));
const RANGE = specOf(
  exampleText('many-pasids.yaml').replace('pasidBits: 16', 'pasidBits: 20').replace('256-1023', '2000-60000'),
);

/** Apply, asked to stop while the nth call is being made. */
async function stoppedAt(run: SimRun, nth: number, spec = TWO_PASIDS): Promise<{ kind: string; calls: number }> {
  const stop = new AbortController();
  let calls = 0;
  const outcome = await run.apply(
    spec,
    () => {
      if (calls++ === nth) stop.abort();
      return null;
    },
    stop.signal,
  );
  if (outcome.kind === 'rolled-back') expect(outcome.cause.code).toBe('APPLY_INTERRUPTED');
  return { kind: outcome.kind, calls };
}

test('asked to stop at any call, a run undoes what it did', async () => {
  for (let nth = 0; ; nth++) {
    const run = simRun();
    const before = run.snapshot();
    const { kind, calls } = await stoppedAt(run, nth);
    if (kind === 'applied') {
      // Too late: the last step was being made.
      expect(calls - nth).toBeLessThanOrEqual(1);
      break;
    }
    expect(kind).toBe('rolled-back');
    expect(run.snapshot()).toEqual(before);
  }
});

test('a range of many PASIDs is left before its end, and undone as far as it was made', async () => {
  const run = simRun();
  const before = run.snapshot();
  const { kind, calls } = await stoppedAt(run, 400, RANGE);
  expect(kind).toBe('rolled-back');
  expect(calls).toBeLessThan(40_000);
  expect(run.snapshot()).toEqual(before);
});

test('asked to stop while taking down, a run puts everything back', async () => {
  const run = simRun();
  await run.apply(TWO_PASIDS);
  const before = run.snapshot();
  expect((await stoppedAt(run, 5, EMPTY_SPEC)).kind).toBe('rolled-back');
  expect(run.snapshot()).toEqual(before);
});

test('an undo that fails is tried again when all the rest is undone', async () => {
  const run = simRun();
  const before = run.snapshot();
  let attached = 0;
  let refused = 0;
  const outcome = await run.apply(TWO_PASIDS, (call) => {
    if (call === 'attach' && ++attached === 6) return 'ENOSPC';
    return call === 'destroy' && ++refused === 1 ? 'EBUSY' : null;
  });
  expect(refused).toBeGreaterThan(1);
  expect(outcome.kind).toBe('rolled-back');
  expect(run.snapshot()).toEqual(before);
});

test('a device is not released before its PASIDs are detached, even when detaching failed at first', async () => {
  const run = simRun();
  const calls: string[] = [];
  let detached = 0;
  const outcome = await run.apply(TWO_PASIDS, (call) => {
    if (call === 'attach' && calls.filter((name) => name === 'attach').length === 5) return 'ENOSPC';
    if (call === 'detach' && ++detached === 1) return 'EINVAL';
    calls.push(call);
    return null;
  });
  expect(outcome.kind).toBe('rolled-back');
  const attaches = calls.filter((name) => name === 'attach').length;
  expect(calls.filter((name) => name === 'detach')).toHaveLength(attaches);
});

test('a device that is bound again while undoing carries PASIDs again, even when looking at it failed at first', async () => {
  const run = simRun();
  expect((await run.apply(TWO_PASIDS)).kind).toBe('applied');
  const before = run.snapshot();
  let looked = 0;
  const outcome = await run.apply(EMPTY_SPEC, (call) => {
    if (call === 'write') return 'EACCES';
    return call === 'hwInfo' && ++looked === 1 ? 'ENOMEM' : null;
  });
  expect(looked).toBeGreaterThan(1);
  expect(outcome.kind).toBe('rolled-back');
  expect(run.snapshot()).toEqual(before);
});

const MISTAKE = new TypeError('our own mistake');

/** @param breaks  makes one thing throw at its nth use; returns whether it came to that. Ends when the nth use is never reached. */
async function expectUndoneAfterEach(breaks: (run: SimRun, nth: number) => Promise<boolean>): Promise<number> {
  for (let nth = 0; ; nth++) {
    const run = simRun();
    const before = run.snapshot();
    if (!(await breaks(run, nth))) return nth;
    expect(run.snapshot(), `after use ${nth}`).toEqual(before);
    expect(run.events.at(-1)).toMatchObject({ event: 'ended', outcome: { kind: 'rolled-back' } });
  }
}

// A port that throws between two calls of one step leaves what the first has made: ports answer with an errno, and never throw.
test('a mistake of ours at the first call of any step is thrown on only when everything is undone', async () => {
  const steps = await expectUndoneAfterEach(async (run, nth) => {
    let step: unknown = null;
    let begun = -1;
    const error = await run
      .apply(TWO_PASIDS, () => {
        const last = run.events.at(-1);
        if (last?.event !== 'step-started' || last === step) return null;
        step = last;
        begun += 1;
        if (begun === nth) throw MISTAKE;
        return null;
      })
      .then(
        () => null,
        (thrown: unknown) => thrown,
      );
    if (error === null) return false;
    expect(error).toBe(MISTAKE);
    return true;
  });
  expect(steps).toBeGreaterThan(10);
});

test('whoever listens to the events may fail at any of them before the end: the run is undone once, and that is told', async () => {
  const heard = await expectUndoneAfterEach(async (run, nth) => {
    let told = 0;
    const { events } = run;
    events.push = (...items) => {
      if (told++ === nth) throw MISTAKE;
      return Array.prototype.push.apply(events, items);
    };
    const error = await run.apply(TWO_PASIDS).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    // The last event tells of an end that stands.
    if (error === null || told === nth + 1) return false;
    expect(error).toBe(MISTAKE);
    const undone = events.flatMap((event) => (event.event === 'undone' ? [event.step] : []));
    expect(new Set(undone).size).toBe(undone.length);
    return true;
  });
  expect(heard).toBeGreaterThan(20);
});
