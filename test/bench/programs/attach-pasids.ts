/**
 * attach-pasids C-PROGRAM COUNT:ROUNDS…
 *
 * In the guest, in turns: our kernel port, koffi with nothing of ours around it, and the C program. All make the same calls
 * in the same order; see c/attach-pasids.c. Prints {@link AttachTimes}[] as JSON.
 */

import { spawnSync } from 'node:child_process';
import koffi from 'koffi';
import { BugError } from '../../../src/assert.ts';
import { valueOrThrow } from '../../../src/kernel/kernel-error.ts';
import { openLibc } from '../../../src/kernel/libc.ts';
import { selftestKernel } from '../../../src/kernel/selftest-kernel.ts';
import { joinBdf } from '../../../src/model/bdf.ts';
import type { DeviceHandle } from '../../../src/model/live.ts';
import {
  IOMMU_TEST_CMD,
  IOMMU_TEST_CMD_SIZE,
  IOMMU_TEST_OP,
  test_pasid_attach,
  test_pasid_detach,
} from '../../../src/uapi/selftest.ts';
import { inRounds } from '../rounds.ts';

export type Caller = 'ours' | 'koffi' | 'c';

/** Milliseconds of a whole loop, by who calls, one value per round. */
export type LoopTimes = Readonly<Record<Caller, number[]>>;

export interface AttachTimes {
  readonly count: number;
  readonly attach: LoopTimes;
  readonly detach: LoopTimes;
}

/** What the two loops do for one PASID. */
interface Calls {
  attach(pasid: number, hwpt: number): number;
  detach(pasid: number): number;
}

interface Round {
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
const ioctl: (fd: number, request: number, argument: Uint8Array) => number = koffi
  .load(null)
  .func('int ioctl(int fd, unsigned long request, void *argument)');

/** A device with its RID on a nest parent and `count` first stages: as an apply leaves it before it attaches PASIDs. */
function prepare(count: number) {
  const iommufd = valueOrThrow(kernel.openIommufd(), 'open', '/dev/iommu');
  const handle = kernel.bindDevice(iommufd, LOCATION);
  if (typeof handle === 'number') throw new BugError(`no mock device: ${handle}`);
  const { devId } = handle;
  const ioas = valueOrThrow(kernel.allocIoas(iommufd), 'IOMMU_IOAS_ALLOC', 'bench');
  const parent = valueOrThrow(
    kernel.allocNestParent(iommufd, { devId, ioas, nesting: true, pasid: true }),
    'IOMMU_HWPT_ALLOC',
    'parent',
  );
  valueOrThrow(kernel.attach(handle, 0, parent), 'attach', 'RID');
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
  return valueOrThrow(kernel.allocFirstStage(iommufd, request), 'IOMMU_HWPT_ALLOC', 'first stage');
}

function portCalls(handle: DeviceHandle): Calls {
  return {
    attach: (pasid, hwpt) => kernel.attach(handle, pasid, hwpt),
    detach: (pasid) => kernel.detach(handle, pasid),
  };
}

function koffiCalls(handle: DeviceHandle): Calls {
  if (handle.kind !== 'mock') throw new BugError('the device is no mock');
  const { iommufd, stdevId } = handle;
  const common = { size: IOMMU_TEST_CMD_SIZE, id: stdevId } as const;
  const attach = test_pasid_attach.encode({ ...common, op: IOMMU_TEST_OP.PASID_ATTACH });
  const detach = test_pasid_detach.encode({ ...common, op: IOMMU_TEST_OP.PASID_DETACH });
  const attachView = new DataView(attach.buffer);
  const detachView = new DataView(detach.buffer);
  return {
    attach(pasid, hwpt) {
      attachView.setUint32(test_pasid_attach.offset.pasid, pasid, true);
      attachView.setUint32(test_pasid_attach.offset.pt_id, hwpt, true);
      return ioctl(iommufd, IOMMU_TEST_CMD, attach);
    },
    detach(pasid) {
      detachView.setUint32(test_pasid_detach.offset.pasid, pasid, true);
      return ioctl(iommufd, IOMMU_TEST_CMD, detach);
    },
  };
}

function timeCalls(count: number, callsOf: (handle: DeviceHandle) => Calls): Round {
  const { iommufd, handle, ioas, parent, hwpts } = prepare(count);
  const calls = callsOf(handle);
  const start = performance.now();
  for (let pasid = 1; pasid <= count; pasid++) valueOrThrow(calls.attach(pasid, hwpts[pasid] ?? 0), 'attach', 'PASID');
  const attached = performance.now();
  for (let pasid = 1; pasid <= count; pasid++) valueOrThrow(calls.detach(pasid), 'detach', 'PASID');
  const detached = performance.now();
  valueOrThrow(kernel.detach(handle, 0), 'detach', 'RID');
  for (const hwpt of hwpts.subarray(1)) valueOrThrow(kernel.destroy(iommufd, hwpt), 'IOMMU_DESTROY', 'first stage');
  valueOrThrow(kernel.destroy(iommufd, parent), 'IOMMU_DESTROY', 'parent');
  valueOrThrow(kernel.releaseDevice(handle), 'release', 'mock device');
  valueOrThrow(kernel.destroy(iommufd, ioas), 'IOMMU_DESTROY', 'IOAS');
  valueOrThrow(kernel.close(iommufd), 'close', '/dev/iommu');
  return { attachMs: attached - start, detachMs: detached - attached };
}

function timeC(program: string, count: number): Round {
  const { status, stdout, stderr } = spawnSync(program, [String(count)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the C program ended with ${status}: ${stderr}`);
  const [attachMs = Number.NaN, detachMs = Number.NaN] = stdout.trim().split(' ').map(Number);
  return { attachMs, detachMs };
}

function measure(program: string, count: number, rounds: number): AttachTimes {
  const attach: LoopTimes = { ours: [], koffi: [], c: [] };
  const detach: LoopTimes = { ours: [], koffi: [], c: [] };
  const timed = (caller: Caller, time: () => Round) => (): number => {
    const { attachMs, detachMs } = time();
    attach[caller].push(attachMs);
    detach[caller].push(detachMs);
    return attachMs;
  };
  inRounds(rounds, {
    c: timed('c', () => timeC(program, count)),
    ours: timed('ours', () => timeCalls(count, portCalls)),
    koffi: timed('koffi', () => timeCalls(count, koffiCalls)),
  });
  return { count, attach, detach };
}

const [, , program = '', ...wanted] = process.argv;
const all = wanted.map((text) => {
  const [count = 0, rounds = 0] = text.split(':').map(Number);
  return measure(program, count, rounds);
});
console.log(JSON.stringify(all));
