/** Attaching and detaching PASIDs on a real kernel's mock, in a VM: our kernel port against the same calls from C. */

import { runInVm } from './in-vm.ts';
import type { AttachTimes, LoopTimes } from './programs/attach-pasids.ts';
import { type Row, ratioAtMost, rowOf } from './row.ts';
import type { Workshop } from './workshop.ts';

const NAME = 'attach and detach PASIDs on a real kernel';
const AIM = ratioAtMost(1.2);
const SIZES = ['1000:41', '10000:15'];

export async function kernelRows(shop: Workshop): Promise<readonly Row[]> {
  const run = await runInVm(shop, 'attach-pasids', SIZES);
  if ('missing' in run) return [{ name: NAME, missing: run.missing }];
  // The program prints what the type says.
  return (run.printed as readonly AttachTimes[]).flatMap(({ count, attach, detach }) => [
    ...rowsOf(`attach ${count} PASIDs, real kernel`, attach),
    ...rowsOf(`detach ${count} PASIDs, real kernel`, detach),
  ]);
}

/** The second tells which part of the first is not ours: what a call costs that leaves JavaScript at all. */
function rowsOf(name: string, { ours, koffi, c }: LoopTimes): readonly Row[] {
  const common = { unit: 'ms', baseline: c, against: 'the same calls from C' } as const;
  return [
    rowOf({ ...common, name, ours, aim: AIM }),
    rowOf({ ...common, name: '  the same by bare koffi calls', ours: koffi, aim: null }),
  ];
}
