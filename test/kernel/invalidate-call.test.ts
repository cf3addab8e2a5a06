import { describe, expect, test } from 'vitest';
import { ALL_PAGES, invalidationBatch } from '../../src/kernel/invalidation-batch.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { selftestKernel } from '../../src/kernel/selftest-kernel.ts';
import type { Syscalls } from '../../src/kernel/syscalls.ts';
import { vfioKernel } from '../../src/kernel/vfio-kernel.ts';
import { ERRNO } from '../../src/uapi/errno.ts';
import { iommu_hwpt_invalidate } from '../../src/uapi/iommufd.ts';
import { pagesOf, rangesOf } from '../support/ranges-of.ts';
import { recordingSyscalls, words } from '../support/recording-syscalls.ts';

interface Sent {
  readonly kernel: Kernel;
  /** Struct and entries of each call. */
  readonly calls: { readonly struct: string; readonly entries: string }[];
}

function recording(make: (syscalls: Syscalls) => Kernel, done: number | null, result: number): Sent {
  const calls: { struct: string; entries: string }[] = [];
  const syscalls = recordingSyscalls({
    ioctl(_fd, _request, bytes) {
      const asked = iommu_hwpt_invalidate.decode(bytes);
      const entries = syscalls.at(asked.data_uptr).subarray(0, asked.entry_num * asked.entry_len);
      const struct = { ...asked, data_uptr: 0n };
      calls.push({
        struct: Buffer.from(iommu_hwpt_invalidate.encode(struct)).toString('hex'),
        entries: Buffer.from(entries).toString('hex'),
      });
      if (done !== null) new DataView(bytes.buffer).setUint32(iommu_hwpt_invalidate.offset.entry_num, done, true);
      return result;
    },
  });
  return { kernel: make(syscalls), calls };
}

const vfio = (syscalls: Syscalls): Kernel => vfioKernel(syscalls, 'kernel');

describe('invalidate', () => {
  test('VT-d gets all entries in one call, with invalidate data type 0', () => {
    const { kernel, calls } = recording(vfio, 2, 0);
    const { batch, fill } = invalidationBatch(8);
    const some = { page: 0xffff_0000_1234_5, pages: 3, leaf: true };
    fill(rangesOf(some, { page: 0, pages: ALL_PAGES, leaf: false }), 0);
    expect(kernel.invalidate(10, 7, batch)).toBe(0);
    expect(batch.done).toBe(2);
    const first = words(0x1234_5000, 0xffff_0000, 3, 0, 1, 0);
    const second = words(0, 0, 0xffff_ffff, 0xffff_ffff, 0, 0);
    expect(calls).toEqual([{ struct: words(32, 7, 0, 0, 0, 24, 2, 0), entries: first + second }]);
  });

  test('the mock gets the word of the first page, or all words', () => {
    const { kernel, calls } = recording(selftestKernel, 3, 0);
    const { batch, fill } = invalidationBatch(8);
    const some = [
      { page: 6, pages: 3, leaf: true },
      { page: 5, pages: 1, leaf: false },
    ];
    fill(rangesOf(...some, { page: 0, pages: ALL_PAGES, leaf: false }), 0);
    expect(kernel.invalidate(10, 7, batch)).toBe(0);
    const struct = words(32, 7, 0, 0, 0xdead_beef, 8, 3, 0);
    expect(calls).toEqual([{ struct, entries: words(0, 2, 0, 1, 1, 0) }]);
  });

  test('a batch larger than the last one reaches the mock whole', () => {
    const { kernel, calls } = recording(selftestKernel, 200, 0);
    const { batch, fill } = invalidationBatch(200);
    fill(pagesOf(200), 0);
    kernel.invalidate(10, 7, batch);
    expect(calls[0]?.entries).toBe(words(...Array.from({ length: 200 }, (_, page) => [0, page % 4]).flat()));
  });

  test('a refused entry tells how many went before it', () => {
    const { kernel } = recording(vfio, 1, -ERRNO.EINVAL);
    const { batch, fill } = invalidationBatch(8);
    fill(pagesOf(2), 0);
    expect(kernel.invalidate(10, 7, batch)).toBe(-ERRNO.EINVAL);
    expect(batch.done).toBe(1);
  });

  test('a refusal that wrote nothing back did nothing', () => {
    const { kernel } = recording(vfio, null, -ERRNO.ENOTTY);
    const { batch, fill } = invalidationBatch(8);
    fill(pagesOf(1), 0);
    kernel.invalidate(10, 7, batch);
    expect(batch.done).toBe(0);
  });

  test('two batches in turn are not mixed up', () => {
    const { kernel, calls } = recording(vfio, 1, 0);
    const one = invalidationBatch(1);
    const two = invalidationBatch(1);
    one.fill(rangesOf({ page: 1, pages: 1, leaf: false }), 0);
    two.fill(rangesOf({ page: 2, pages: 1, leaf: false }), 0);
    for (const { batch } of [one, two, one]) kernel.invalidate(10, 7, batch);
    expect(calls.map(({ entries }) => entries.slice(0, 8))).toEqual([words(0x1000), words(0x2000), words(0x1000)]);
  });
});
