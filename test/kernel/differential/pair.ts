/**
 * Two kernels side by side: every operation is carried out on both, and the answers are compared.
 *
 * Keeps the real one from harm, whatever the operations are: a mock device never goes while a PASID is attached to it, no fault is
 * raised where nobody handles it, and the mock's VIOMMU is not asked for more memory than there can be. All make the kernel warn.
 * Source: iommufd/main.c iommufd_object_destroy_user; drivers/iommu/io-pgfault.c iommu_report_device_fault; iommufd/selftest.c
 * mock_viommu_cache_invalidate, whose kmalloc of all entries at once is bounded by their number alone (7.3).
 */

import type { Syscalls } from '../../../src/kernel/syscalls.ts';
import {
  IOMMUFD_ENTRY_LIMIT,
  iommu_destroy,
  iommu_hwpt_get_dirty_bitmap,
  iommu_hwpt_invalidate,
} from '../../../src/uapi/iommufd.ts';
import {
  IOMMU_TEST_CMD,
  IOMMU_TEST_OP,
  iommu_viommu_invalidate_selftest,
  test_pasid_detach,
  test_trigger_iopf,
} from '../../../src/uapi/selftest.ts';
import { attachmentKey, contextAt, type Known, type KnownContext, knownAtStart } from './known.ts';
import { learn, rememberTry } from './learn.ts';
import { type IoctlOperation, nameOf, type Observation, type Operation, type Slot } from './operation.ts';
import { openSubject } from './subject.ts';

export interface Difference {
  readonly operation: Operation;
  readonly kernel: Observation;
  readonly simulator: Observation;
}

export interface Pair {
  readonly known: Known;
  /** Everything carried out on both sides, what keeps the kernel from harm included: by name, how often and how often with success. */
  readonly tally: ReadonlyMap<string, Count>;
  /** `null` when both answered alike, or when the operation was left out for safety. */
  run(operation: Operation): Difference | null;
  /** Detaches and closes everything. The last difference, if there is one. */
  end(): Difference | null;
}

export interface Count {
  compared: number;
  succeeded: number;
}

export interface Sides {
  readonly kernel: Syscalls;
  readonly simulator: Syscalls;
}

export function openPair({ kernel, simulator }: Sides): Pair {
  const known = knownAtStart();
  const [real, simulated] = [openSubject(kernel), openSubject(simulator)];
  const tally = new Map<string, Count>();

  function runBoth(operation: Operation): Difference | null {
    rememberTry(known, operation);
    const bitmap = isUnforeseeable(known, operation) ? 'ignored' : 'compared';
    const answers = { operation, kernel: real.run(operation), simulator: simulated.run(operation) };
    count(tally, operation, answers.kernel);
    learn(known, operation, answers.kernel);
    return isSame(answers, bitmap) ? null : answers;
  }

  function detachAll(fd: Slot, stdevs: ReadonlyMap<number, ReadonlySet<number>>): Difference | null {
    let first: Difference | null = null;
    for (const [stdev, pasids] of stdevs) {
      for (const pasid of pasids) first = runBoth(detachment(fd, stdev, pasid)) ?? first;
    }
    return first;
  }

  function makeSafe(operation: Operation): Difference | null {
    if (operation.kind === 'close') {
      const context = contextAt(known, operation.fd);
      return context?.slots.size === 1 ? detachAll(operation.fd, context.tried) : null;
    }
    if (operation.kind !== 'ioctl' || operation.name !== 'IOMMU_DESTROY') return null;
    const { id } = iommu_destroy.decode(operation.bytes);
    const pasids = contextAt(known, operation.fd)?.tried.get(id);
    return pasids === undefined ? null : detachAll(operation.fd, new Map([[id, pasids]]));
  }

  return {
    known,
    tally,
    run: (operation) => (isHarmful(known, operation) ? null : (makeSafe(operation) ?? runBoth(operation))),
    end() {
      let first: Difference | null = null;
      for (const [slot, { kind, context }] of known.fds.entries()) {
        if (kind === 'iommufd' && context !== null) first ??= detachAll(slot, context.tried);
      }
      real.end();
      simulated.end();
      return first;
    },
  };
}

function count(tally: Map<string, Count>, operation: Operation, { result }: Observation): void {
  const name = nameOf(operation);
  const found = tally.get(name) ?? { compared: 0, succeeded: 0 };
  tally.set(name, found);
  found.compared += 1;
  if (result >= 0) found.succeeded += 1;
}

function isSame({ kernel, simulator }: Difference, data: 'compared' | 'ignored'): boolean {
  const alike = kernel.result === simulator.result && kernel.out === simulator.out;
  return alike && (data === 'ignored' || kernel.data === simulator.data);
}

/**
 * A dirty bitmap of mappings of several pages: one entry of the page table maps as many as happen to be contiguous in memory, and has
 * one mark for all.
 */
function isUnforeseeable(known: Known, operation: Operation): boolean {
  if (operation.kind !== 'ioctl' || operation.name !== 'IOMMU_HWPT_GET_DIRTY_BITMAP') return false;
  const { iova, length } = iommu_hwpt_get_dirty_bitmap.decode(operation.bytes);
  const mapped = contextAt(known, operation.fd)?.mapped ?? [];
  return mapped.some((one) => one.length > PAGE_BYTES && one.iova < iova + length && iova < one.iova + one.length);
}

const PAGE_BYTES = 4096n;

function detachment(fd: Slot, stdev: number, pasid: number): IoctlOperation {
  const size = test_pasid_detach.sizeBytes;
  return {
    ...{ kind: 'ioctl', name: 'PASID_DETACH', struct: test_pasid_detach, fd, request: IOMMU_TEST_CMD },
    ...{ pointers: [], fds: [], newFdAt: null },
    bytes: test_pasid_detach.encode({ size, op: IOMMU_TEST_OP.PASID_DETACH, id: stdev, pasid }),
    data: new Uint8Array(),
    lies: 'array',
  };
}

function isHarmful(known: Known, operation: Operation): boolean {
  if (operation.kind !== 'ioctl') return false;
  if (operation.name === 'TRIGGER_IOPF') return isUnhandledFault(known, operation);
  return operation.name === 'IOMMU_HWPT_INVALIDATE' && isTooMuch(operation);
}

/** Of kmalloc, without a warning: 2^10 pages. */
const MOST_KERNEL_BYTES = 2 ** 22;

function isTooMuch({ bytes }: IoctlOperation): boolean {
  const { entry_num } = iommu_hwpt_invalidate.decode(bytes);
  return entry_num * iommu_viommu_invalidate_selftest.sizeBytes > MOST_KERNEL_BYTES && entry_num <= IOMMUFD_ENTRY_LIMIT;
}

/** A fault that reaches an attachment without a fault queue. */
function isUnhandledFault(known: Known, operation: IoctlOperation): boolean {
  const context = contextAt(known, operation.fd);
  const { idev, pasid } = test_trigger_iopf.decode(operation.bytes);
  const stdev = context?.stdevOf.get(idev);
  if (context === null || stdev === undefined) return false;
  const own = context.attached.get(attachmentKey(stdev, pasid));
  if (own !== undefined) return !handlesFaults(context, own);
  const rid = context.attached.get(attachmentKey(stdev, 0));
  if (pasid === 0 || rid === undefined) return false;
  return rid === 'unknown' || (context.ids.get(rid) === 'nested' && !handlesFaults(context, rid));
}

function handlesFaults({ faulty }: KnownContext, hwpt: number | 'unknown'): boolean {
  return hwpt !== 'unknown' && faulty.has(hwpt);
}
