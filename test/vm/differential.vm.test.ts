import { expect, test } from 'vitest';
import type { DifferentialResult } from '../kernel/differential/run.ts';
import { describeVm } from './harness/describe-vm.ts';

/** More make a longer run: 300 to 800 are compared in a second. */
const OPERATIONS = Number(process.env.PASIDCTL_DIFFERENTIAL_OPS ?? 20_000);
const SEED = Number(process.env.PASIDCTL_DIFFERENTIAL_SEED ?? 1);
const MOST_FINDINGS = Number(process.env.PASIDCTL_DIFFERENTIAL_FINDINGS ?? 5);

describeVm('the simulator beside the real kernel', (boot) => {
  test('answers every operation of random sequences as the kernel does, to the last byte', async () => {
    const run = await boot({
      script: `record differential differential ${OPERATIONS} ${SEED} ${MOST_FINDINGS}`,
      programs: { differential: new URL('./guest/differential.ts', import.meta.url) },
      timeoutMs: 240_000 + 20 * OPERATIONS,
    });
    const { exitCode, stdout, stderr } = run.recorded('differential');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const result: DifferentialResult & { readonly milliseconds: number } = JSON.parse(stdout);
    const { compared, sequences, milliseconds, findings } = result;
    process.stdout.write(`${compared} operations in ${sequences} sequences compared in ${milliseconds / 1000} s\n`);
    for (const { seed, signature, text } of findings) process.stdout.write(`seed ${seed}, ${signature}\n${text}\n`);
    expect(findings.map(({ signature }) => signature)).toEqual([]);
    expect(compared).toBeGreaterThanOrEqual(OPERATIONS);
  });
});
