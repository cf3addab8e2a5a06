/** A guest's flushes of single pages on a real kernel's mock, in a VM: what batching them until a wait saves. */

import { runInVm } from './in-vm.ts';
import type { InvalidationTimes } from './programs/invalidate-pages.ts';
import { type Row, ratioAtMost, rowOf } from './row.ts';
import type { Workshop } from './workshop.ts';

const NAME = 'flush pages on a real kernel';
const CALLS_AIM = ratioAtMost(1 / 32);
const ROUNDS = '21';

export async function invalidateRows(shop: Workshop): Promise<readonly Row[]> {
  const run = await runInVm(shop, 'invalidate-pages', [ROUNDS]);
  if ('missing' in run) return [{ name: NAME, missing: run.missing }];
  // The program prints what the type says.
  const { pages, batch, calls, times } = run.printed as InvalidationTimes;
  const name = `flush ${pages} pages, ${batch} to a wait, real kernel`;
  const against = 'a call for each';
  const time = { unit: 'ms', ours: times.batched, aim: null } as const;
  return [
    rowOf({ name, unit: 'calls', ours: [calls.batched], baseline: [calls.single], against, aim: CALLS_AIM }),
    rowOf({ ...time, name: '  time', baseline: times.single, against }),
    rowOf({
      ...time,
      name: '  time, descriptors and all',
      baseline: times.c,
      against: 'the batched calls alone, from C',
    }),
  ];
}
