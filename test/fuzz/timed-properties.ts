/**
 * Makes `fc.assert` of the tests run until FUZZ_SECONDS are over, instead of a number of times, and tell what it did.
 *
 * Runs come in small batches, each from a seed of its own: the first is FUZZ_SEED, so the seed that a failure prints finds it
 * again in the first batch. What fails is shrunk by fast-check, and its report has the smallest sequence.
 */

import type { IProperty, Parameters } from 'fast-check';
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

type Assert = <T>(property: IProperty<T>, params?: Parameters<T>) => void;

function timed(assert: Assert): Assert {
  return (property, params) => {
    const name = expect.getState().currentTestName ?? '';
    const end = performance.now() + SECONDS * 1000;
    let runs = 0;
    for (let seed = FIRST_SEED; runs === 0 || performance.now() < end; seed = (seed + 1) % 2 ** 31) {
      const told = { ...params, seed, numRuns: RUNS_PER_BATCH, interruptAfterTimeLimit: SHRINK_MS };
      try {
        assert(property, told);
      } catch (error) {
        process.stderr.write(`FUZZ_SEED=${seed} finds this again: ${name}\n`);
        throw error;
      }
      runs += RUNS_PER_BATCH;
    }
    process.stdout.write(`FUZZ_SEED=${FIRST_SEED}: ${events} events in ${runs} runs: ${name}\n`);
  };
}

vi.mock('fast-check', async (importOriginal) => {
  const { default: fc } = await importOriginal<typeof import('fast-check')>();
  const property = (...args: readonly unknown[]): unknown => {
    const check = args.at(-1);
    if (typeof check !== 'function') return Reflect.apply(fc.property, fc, [...args]);
    const counted = (...values: readonly unknown[]): unknown => {
      countEvents(values);
      return Reflect.apply(check, undefined, [...values]);
    };
    return Reflect.apply(fc.property, fc, [...args.slice(0, -1), counted]);
  };
  return { default: { ...fc, property, assert: timed(fc.assert) } };
});
