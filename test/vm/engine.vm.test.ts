import { expect, test } from 'vitest';
import type { EngineReport } from './guest/engine.ts';
import type { RandomEngineResult } from './guest/engine-random.ts';
import { describeVm } from './harness/describe-vm.ts';

/** More make a longer run. */
const RANDOM_EVENTS = Number(process.env.PASIDCTL_ENGINE_EVENTS ?? 20_000);
const RANDOM_SEED = Number(process.env.PASIDCTL_ENGINE_SEED ?? 1);

const FULL = [true, true, true, true];
const EMPTY = [false, false, false, false];
const NO_PAGE_1 = [true, false, true, true];

const A_TO_B = {
  bindings: [
    ['A', 0, '10000000'],
    ['A', 1, '20000000'],
    ['A', 2, '30000000'],
    ['A', 3, null],
    ['B', 0, '10000000'],
    ['B', 1, '20000000'],
    ['B', 2, '40000000'],
    ['B', 3, '50000000'],
  ],
  // Two tables serve both devices.
  hwpts: 5,
};

const REMOVED = {
  bindings: [
    ['A', 0, '10000000'],
    ['A', 1, '60000000'],
    ['B', 0, '10000000'],
    ['B', 1, '20000000'],
    ['B', 3, null],
    ['B', 4, '70000000'],
  ],
  iotlb: { '10000000': FULL, '20000000': EMPTY, '60000000': FULL, '70000000': FULL },
};

const EXPECTED = [
  {
    stage: 'on',
    ...A_TO_B,
    iotlb: { '10000000': FULL, '20000000': FULL, '30000000': FULL, '40000000': FULL, '50000000': FULL },
  },
  {
    // Nothing goes out before the wait.
    stage: 'queued',
    ...A_TO_B,
    iotlb: { '10000000': FULL, '20000000': FULL, '30000000': FULL, '40000000': FULL, '50000000': FULL },
  },
  {
    stage: 'invalidated',
    ...A_TO_B,
    iotlb: { '10000000': FULL, '20000000': EMPTY, '30000000': NO_PAGE_1, '40000000': NO_PAGE_1, '50000000': FULL },
  },
  {
    stage: 'changed',
    bindings: [
      ['A', 0, '10000000'],
      ['A', 1, '60000000'],
      ['A', 2, '30000000'],
      ['A', 3, null],
      ['B', 0, '10000000'],
      ['B', 1, '20000000'],
      ['B', 2, '40000000'],
      ['B', 3, null],
    ],
    hwpts: 5,
    iotlb: { '10000000': FULL, '20000000': EMPTY, '30000000': NO_PAGE_1, '40000000': NO_PAGE_1, '60000000': FULL },
  },
  { stage: 'removed', ...REMOVED, hwpts: 4 },
  // Tables of a device that may ask for pages have HWPTs of their own, each with a queue.
  { stage: 'paged', ...REMOVED, hwpts: 5, faultQueues: 2 },
  {
    stage: 'asked',
    bindings: REMOVED.bindings.filter(([device, pasid]) => device !== 'A' || pasid !== 1),
    hwpts: 4,
    iotlb: { '10000000': FULL, '20000000': EMPTY, '70000000': FULL },
    faultQueues: 1,
    asked: [
      [1, 3, '12345000'],
      [1, 4, '12345000'],
    ],
  },
  { stage: 'off', bindings: [], hwpts: 0, iotlb: {} },
].map((report) => ({ faultQueues: 0, asked: [], ...report, disagreements: [], problems: [] }));

describeVm('the vIOMMU engine on a real iommufd', (boot) => {
  test('the kernel has what the engine believes after every stage, and nothing is left at the end', async () => {
    const programs = { engine: new URL('./guest/engine.ts', import.meta.url) };
    const run = await boot({ programs, script: 'record engine engine' });
    const { exitCode, stdout, stderr } = run.recorded('engine');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line): EngineReport => JSON.parse(line))).toEqual(EXPECTED);
  });

  test('and so it has after every event of random guests, some of whose calls are refused', async () => {
    const programs = { 'engine-random': new URL('./guest/engine-random.ts', import.meta.url) };
    const run = await boot({ programs, script: `record random engine-random ${RANDOM_EVENTS} ${RANDOM_SEED}` });
    const { exitCode, stdout, stderr } = run.recorded('random');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const { events, guests, refusals, disagreements }: RandomEngineResult = JSON.parse(stdout);
    process.stdout.write(`${events} events of ${guests} guests, ${refusals} refused calls\n`);
    expect(disagreements).toEqual([]);
    expect(events).toBeGreaterThanOrEqual(RANDOM_EVENTS);
    expect(refusals).toBeGreaterThan(0);
  });
});
