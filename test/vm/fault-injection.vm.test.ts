import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { SweepReport } from './guest/fault-sweep.ts';
import { describeVm } from './harness/describe-vm.ts';

const EXAMPLE = readFileSync(new URL('../../examples/two-pasids.yaml', import.meta.url), 'utf8');
/** The same, with another page table for PASID 2 of the second device. */
const CHANGED = EXAMPLE.replace(/(device: dsa1\n\s+pasid: 2\n\s+firstStage: \{ pageTable: )0x2001000/, '$10x2002000');

/** Ordinary allocations are exempt from injection unless asked for. */
const SCRIPT = `
export NODE_OPTIONS=--max-semi-space-size=64
echo N >/sys/kernel/debug/failslab/ignore-gfp-wait
for facility in failslab fail_iommufd; do echo 0 >/sys/kernel/debug/$facility/verbose; done
record sweep fault-sweep example.yaml changed.yaml
`;

describeVm('the two-PASID example while the kernel fails', (boot) => {
  test('is applied or undone, whatever allocation or look-up fails, and leaves nothing', async () => {
    const run = await boot({
      script: SCRIPT,
      files: { 'example.yaml': EXAMPLE, 'changed.yaml': CHANGED },
      programs: { 'fault-sweep': new URL('./guest/fault-sweep.ts', import.meta.url) },
    });
    const { exitCode, stdout, stderr } = run.recorded('sweep');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const reports = stdout
      .trimEnd()
      .split('\n')
      .map((line): SweepReport => JSON.parse(line));
    for (const { scenario, calls, points, outcomes, seconds } of reports) {
      process.stdout.write(
        `${scenario}: ${calls} calls, ${points} faults, ${JSON.stringify(outcomes)}, ${seconds} s\n`,
      );
    }
    const kinds = ['build', 'change', 'take down'];
    expect(reports.map(({ scenario }) => scenario)).toEqual([
      ...kinds,
      'undo building',
      'undo changing',
      'undo taking down',
    ]);
    for (const { faults, points, calls } of reports) {
      expect(faults).toEqual([]);
      expect(points).toBeGreaterThan(calls);
    }
  });
});
