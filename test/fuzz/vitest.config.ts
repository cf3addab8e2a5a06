import { defineConfig } from 'vitest/config';

const SECONDS = Number(process.env.FUZZ_SECONDS ?? 30);
const SEED = process.env.FUZZ_SEED ?? String(Math.floor(Math.random() * 2 ** 31));

/** The engine's own properties, run until the time is up: see timed-properties.ts. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/viommu/model.test.ts', 'test/viommu/hostile.test.ts'],
    setupFiles: ['test/fuzz/timed-properties.ts'],
    env: { FUZZ_SECONDS: String(SECONDS), FUZZ_SEED: SEED },
    // The tests' own limits are too short for a long run, and are lifted there.
    reporters: [['default', { summary: false }]],
    disableConsoleIntercept: true,
    maxWorkers: 2,
  },
});
