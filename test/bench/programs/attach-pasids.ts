/**
 * attach-pasids C-PROGRAM COUNT:ROUNDS…
 *
 * In the guest: our kernel port against the C program, in turns. The same calls in the same order as c/attach-pasids.c.
 * Prints {@link AttachTimes}[] as JSON.
 */

import { spawnSync } from 'node:child_process';
import { BugError } from '../../../src/assert.ts';
import { must } from '../../../src/kernel/kernel-error.ts';
import { openLibc } from '../../../src/kernel/libc.ts';
import { selftestKernel } from '../../../src/kernel/selftest-kernel.ts';
import { joinBdf } from '../../../src/model/bdf.ts';

export interface AttachTimes {
  readonly count: number;
  /** Milliseconds of the whole loop, one value per round. */
  readonly attach: { readonly ours: number[]; readonly c: number[] };
  readonly detach: { readonly ours: number[]; readonly c: number[] };
}

interface LoopTimes {
  readonly attachMs: number;
  readonly detachMs: number;
}

const LOCATION = {
  address: joinBdf({ segment: 0, bus: 0x6a, device: 1, fn: 0 }),
  vfioDevice: null,
  pasid: true,
} as const;
const NO_FLAGS = { addressWidth: 48, supervisor: false, writeProtect: false, extendedAccess: false } as const;

const kernel = selftestKernel(openLibc());

/** A device with its RID on a nest parent and `count` first stages: as an apply leaves it before it attaches PASIDs. */
function prepare(count: number) {
  const iommufd = must(kernel.openIommufd(), 'open', '/dev/iommu');
  const handle = kernel.bindDevice(iommufd, LOCATION);
  if (typeof handle === 'number') throw new BugError(`no mock device: ${handle}`);
  const { devId } = handle;
  const ioas = must(kernel.allocIoas(iommufd), 'IOMMU_IOAS_ALLOC', 'bench');
  const parent = must(
    kernel.allocNestParent(iommufd, { devId, ioas, nesting: true, pasid: true }),
    'IOMMU_HWPT_ALLOC',
    'parent',
  );
  must(kernel.attach(handle, 0, parent), 'attach', 'RID');
  const hwpts = Uint32Array.from({ length: count + 1 }, (_, pasid) =>
    pasid === 0 ? parent : allocFirstStage(iommufd, { devId, parent, pageTable: BigInt(pasid) << 12n }),
  );
  return { iommufd, handle, ioas, parent, hwpts };
}

function allocFirstStage(
  iommufd: number,
  { devId, parent, pageTable }: { readonly devId: number; readonly parent: number; readonly pageTable: bigint },
): number {
  const request = { devId, parent, pasid: true, stage: { ...NO_FLAGS, pageTable } };
  return must(kernel.allocFirstStage(iommufd, request), 'IOMMU_HWPT_ALLOC', 'first stage');
}

function timeOurs(count: number): LoopTimes {
  const { iommufd, handle, ioas, parent, hwpts } = prepare(count);
  const start = performance.now();
  for (let pasid = 1; pasid <= count; pasid++) must(kernel.attach(handle, pasid, hwpts[pasid] ?? 0), 'attach', 'PASID');
  const attached = performance.now();
  for (let pasid = 1; pasid <= count; pasid++) must(kernel.detach(handle, pasid), 'detach', 'PASID');
  const detached = performance.now();
  must(kernel.detach(handle, 0), 'detach', 'RID');
  for (const hwpt of hwpts.subarray(1)) must(kernel.destroy(iommufd, hwpt), 'IOMMU_DESTROY', 'first stage');
  must(kernel.destroy(iommufd, parent), 'IOMMU_DESTROY', 'parent');
  must(kernel.releaseDevice(handle), 'release', 'mock device');
  must(kernel.destroy(iommufd, ioas), 'IOMMU_DESTROY', 'IOAS');
  must(kernel.close(iommufd), 'close', '/dev/iommu');
  return { attachMs: attached - start, detachMs: detached - attached };
}

function timeC(program: string, count: number): LoopTimes {
  const { status, stdout, stderr } = spawnSync(program, [String(count)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the C program ended with ${status}: ${stderr}`);
  const [attachMs = Number.NaN, detachMs = Number.NaN] = stdout.trim().split(' ').map(Number);
  return { attachMs, detachMs };
}

function measure(program: string, count: number, rounds: number): AttachTimes {
  const times: AttachTimes = { count, attach: { ours: [], c: [] }, detach: { ours: [], c: [] } };
  for (let round = 0; round < rounds; round++) {
    const c = timeC(program, count);
    const ours = timeOurs(count);
    times.attach.ours.push(ours.attachMs);
    times.attach.c.push(c.attachMs);
    times.detach.ours.push(ours.detachMs);
    times.detach.c.push(c.detachMs);
  }
  return times;
}

const [, , program = '', ...wanted] = process.argv;
const all = wanted.map((text) => {
  const [count = 0, rounds = 0] = text.split(':').map(Number);
  return measure(program, count, rounds);
});
console.log(JSON.stringify(all));
