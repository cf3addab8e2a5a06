/** A PASID is attached for a whole IOMMU group: what follows what there. */

import { expect, test } from 'vitest';
import { type SimRun, simRun, specOf } from '../support/sim-run.ts';
import { PAIR, twoDeviceGroup } from '../support/two-device-group.ts';

/** The devices of the group with the page table that each has at PASID 100, or none. */
function spec(...tables: readonly (string | null)[]) {
  const bindings = tables.flatMap((table, index) =>
    table === null ? [] : [`  - { device: dev${index}, pasid: 100, firstStage: { pageTable: ${table} } }`],
  );
  return specOf(`apiVersion: pasidctl/v1
kind: Host
vfioPci: { disableDenylist: true }
devices:
  - { name: dev0, address: "${PAIR[0]}" }
  - { name: dev1, address: "${PAIR[1]}" }
viommus:
  - name: guest0
    pasidBits: 20
    firstStage: true
    memory: [{ file: /dev/shm/guest0, size: 32MiB, guestAddress: 0x100000000, create: true }]
    devices: [dev0, dev1]
bindings:${bindings.length === 0 ? ' []' : `\n${bindings.join('\n')}`}
`);
}

const A = '0x100000000';
const B = '0x100001000';

async function expectApplied(run: SimRun, ...tables: readonly (string | null)[]): Promise<void> {
  expect(await run.apply(spec(...tables))).toMatchObject({ kind: 'applied', verified: { unverified: [] } });
  expect(run.plan(spec(...tables)).steps).toEqual([]);
}

const STATES = [
  [null, null],
  [A, null],
  [null, A],
  [A, A],
  [B, null],
  [null, B],
  [B, B],
] as const;

test.each(STATES.flatMap((from) => STATES.map((to) => [from, to] as const)))('%j becomes %j', async (from, to) => {
  const run = simRun(twoDeviceGroup());
  await expectApplied(run, ...from);
  await expectApplied(run, ...to);
});

test.each([
  ['another page table', A, B],
  ['a page table of which another flag is on', A, `${A}, writeProtect: true`],
])('the kernel refuses a second member %s', async (_, one, other) => {
  const outcome = await simRun(twoDeviceGroup()).apply(spec(one, other));
  expect(outcome).toMatchObject({
    kind: 'rolled-back',
    cause: {
      step: { kind: 'attach-pasids', device: 'dev1' },
      advice: expect.stringContaining('has another page table at it'),
    },
  });
});
