import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/vm/**/*.vm.test.ts'],
    globalSetup: ['test/vm/harness/global-setup.ts'],
    // One VM at a time: each has two virtual CPUs in software.
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
