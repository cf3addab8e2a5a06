/**
 * Makes `fc.assert` of the tests run until FUZZ_SECONDS are over, instead of a number of times, and tell what it did.
 *
 * Runs come in small batches, each from a seed of its own: the first is FUZZ_SEED, so the seed that a failure prints finds it
 * again in the first batch. What fails is shrunk by fast-check, and its report has the smallest sequence.
 */

import type { IRawProperty, Parameters } from 'fast-check';
import { chai, expect, vi } from 'vitest';

const RUNS_PER_BATCH = 20;
const SHRINK_MS = 60_000;
const SECONDS = Number(process.env.FUZZ_SECONDS);
const FIRST_SEED = Number(process.env.FUZZ_SEED);

// Its proxies find misspelt assertions, and take a good part of the time.
chai.config.useProxy = false;

/** Elements of arrays among a property's values: its events. */
let events = 0;

function countEvents(values: readonly unknown[]): void {
  for (const value of values) if (Array.isArray(value)) events += value.length;
}

type Assert = <T>(property: IRawProperty<T>, params?: Parameters<T>) => void | Promise<void>;

/** Batches until the time is up; the property decides whether a batch answers at once, or later. */
function timed(assert: Assert): Assert {
  return (property, params) => {
    const name = expect.getState().currentTestName ?? '';
    const end = performance.now() + SECONDS * 1000;
    let runs = 0;
    let seed = FIRST_SEED;
    const blame = (error: unknown): never => {
      process.stderr.write(`FUZZ_SEED=${seed} finds this again: ${name}\n`);
      throw error;
    };
    const batch = (): void | Promise<void> => {
      const told = { ...params, seed, numRuns: RUNS_PER_BATCH, interruptAfterTimeLimit: SHRINK_MS };
      try {
        return assert(property, told)?.catch(blame);
      } catch (error) {
        return blame(error);
      }
    };
    const next = (): boolean => {
      runs += RUNS_PER_BATCH;
      seed = (seed + 1) % 2 ** 31;
      if (performance.now() < end) return true;
      process.stdout.write(`FUZZ_SEED=${FIRST_SEED}: ${events} events in ${runs} runs: ${name}\n`);
      return false;
    };
    if (property.isAsync()) return untilDone(batch, next);
    do void batch();
    while (next());
    return undefined;
  };
}

async function untilDone(batch: () => void | Promise<void>, next: () => boolean): Promise<void> {
  do await batch();
  while (next());
}

vi.mock('fast-check', async (importOriginal) => {
  const { default: fc } = await importOriginal<typeof import('fast-check')>();
  const counting =
    (make: (...args: never[]) => unknown) =>
    (...args: readonly unknown[]): unknown => {
      const check = args.at(-1);
      if (typeof check !== 'function') return Reflect.apply(make, fc, [...args]);
      const counted = (...values: readonly unknown[]): unknown => {
        countEvents(values);
        return Reflect.apply(check, undefined, [...values]);
      };
      return Reflect.apply(make, fc, [...args.slice(0, -1), counted]);
    };
  const property = counting(fc.property);
  const asyncProperty = counting(fc.asyncProperty);
  return { default: { ...fc, property, asyncProperty, assert: timed(fc.assert) } };
});
