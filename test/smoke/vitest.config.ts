import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const ROOT = new URL('../..', import.meta.url).pathname;

/** A test of each kind that asks much of Node: what a Node other than the developer's may break, within a minute. */
const FILES = [
  'test/architecture.test.ts', // swc
  'test/readme.test.ts',
  'test/apply/apply-plan.test.ts',
  'test/cli/args.test.ts',
  'test/cli/program.test.ts', // the built command: signals, pipes, exit codes, the demo
  'test/cli/sim-state.test.ts',
  'test/guest/ram-file.test.ts',
  'test/guest/qmp.test.ts', // sockets
  'test/host/disk-tree.test.ts', // files and child processes
  'test/kernel/conformance.test.ts', // the simulator
  'test/kernel/libc-bundle.test.ts', // esbuild
  'test/kernel/libc.test.ts', // koffi
  'test/replay/replay-script.test.ts',
  'test/replay/replay-trace.test.ts',
  'test/spec/cases.test.ts',
  'test/views/apply-view.test.ts', // streams
  'test/views/goldens.test.ts',
  'test/viommu/cases.test.ts',
];

const missing = FILES.filter((file) => !existsSync(join(ROOT, file)));
if (missing.length > 0) throw new Error(`test/smoke/vitest.config.ts names what is not there: ${missing.join(', ')}`);

process.stdout.write(`Node ${process.version}\n`);

export default defineConfig({ test: { root: ROOT, include: FILES, testTimeout: 60_000 } });
