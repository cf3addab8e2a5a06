import { expect, test } from 'vitest';
import { EMPTY_SPEC } from '../../src/model/spec.ts';
import { exampleText, simRun, specOf } from '../support/sim-run.ts';

const TWO_PASIDS = specOf(exampleText('two-pasids.yaml'));

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
