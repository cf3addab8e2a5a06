import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { validateSpec } from '../../src/spec/generated/validate-host.js';
import { HEADER, read } from './support.ts';

const RUNS = 4;

function fastestOf(work: () => void): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

test('reading a spec of 2,000 bindings takes at most twice as long as parsing and validating it', () => {
  const bindings = Array.from(
    { length: 2000 },
    (_, n) => `  - device: dsa0\n    pasid: ${n + 1}\n    firstStage: { pageTable: 0x2000000 }\n    domain: 1\n`,
  );
  const text = `${HEADER}devices: [{ name: dsa0, address: 6a:01.0 }]
viommus:
  - name: guest0
    pasidBits: 20
    firstStage: true
    memory: [{ file: /dev/shm/a, size: 32MiB, guestAddress: 0x1000000 }]
    devices: [dsa0]
bindings:
${bindings.join('')}`;
  const alone = fastestOf(() => expect(validateSpec(parse(text))).toBe(true));
  const whole = fastestOf(() => expect(read(text).spec?.bindings).toHaveLength(2000));
  expect(whole).toBeLessThan(2 * alone);
});
