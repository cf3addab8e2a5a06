import { defineConfig } from 'vitest/config';

const SECONDS = Number(process.env.FUZZ_SECONDS ?? 60);
const SEED = process.env.FUZZ_SEED ?? String(Math.floor(Math.random() * 2 ** 31));

/** The engine's own properties, and that plan is right, run until the time is up: see timed-properties.ts. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/viommu/model.test.ts', 'test/viommu/hostile.test.ts', 'test/preflight/plan-is-right.test.ts'],
    setupFiles: ['test/fuzz/timed-properties.ts'],
    // The tests' own limits of time grow with their runs, and a difference takes time to shrink.
    env: { FUZZ_SECONDS: String(SECONDS), FUZZ_SEED: SEED, PASIDCTL_RUNS: String(1000 + SECONDS * 10) },
    reporters: [['default', { summary: false }]],
    disableConsoleIntercept: true,
    maxWorkers: 2,
  },
});
