import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BugError } from '../../src/assert.ts';
import { ALL_PAGES, invalidationBatch } from '../../src/kernel/invalidation-batch.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { selftestKernel } from '../../src/kernel/selftest-kernel.ts';
import type { Syscalls } from '../../src/kernel/syscalls.ts';
import { vfioKernel } from '../../src/kernel/vfio-kernel.ts';
import { ERRNO } from '../../src/uapi/errno.ts';
import { iommu_hwpt_invalidate, iommu_hwpt_vtd_s1_invalidate } from '../../src/uapi/iommufd.ts';
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
    const { batch, append } = invalidationBatch(8);
    append({ address: 0xffff_0000_1234_5000n, pages: 3n, leaf: true });
    append({ address: 0n, pages: ALL_PAGES, leaf: false });
    expect(kernel.invalidate(10, 7, batch)).toBe(0);
    expect(batch.done).toBe(2);
    const first = words(0x1234_5000, 0xffff_0000, 3, 0, 1, 0);
    const second = words(0, 0, 0xffff_ffff, 0xffff_ffff, 0, 0);
    expect(calls).toEqual([{ struct: words(32, 7, 0, 0, 0, 24, 2, 0), entries: first + second }]);
  });

  test('the mock gets the word of the first page, or all words', () => {
    const { kernel, calls } = recording(selftestKernel, 3, 0);
    const { batch, append } = invalidationBatch(8);
    append({ address: 0x6000n, pages: 3n, leaf: true });
    append({ address: 0x5000n, pages: 1n, leaf: false });
    append({ address: 0n, pages: ALL_PAGES, leaf: false });
    expect(kernel.invalidate(10, 7, batch)).toBe(0);
    const struct = words(32, 7, 0, 0, 0xdead_beef, 8, 3, 0);
    expect(calls).toEqual([{ struct, entries: words(0, 2, 0, 1, 1, 0) }]);
  });

  test('a batch larger than the last one reaches the mock whole', () => {
    const { kernel, calls } = recording(selftestKernel, 200, 0);
    const { batch, append } = invalidationBatch(200);
    for (let page = 0n; page < 200n; page++) append({ address: page << 12n, pages: 1n, leaf: false });
    kernel.invalidate(10, 7, batch);
    expect(calls[0]?.entries).toBe(words(...Array.from({ length: 200 }, (_, page) => [0, page % 4]).flat()));
  });

  test('a refused entry tells how many went before it', () => {
    const { kernel } = recording(vfio, 1, -ERRNO.EINVAL);
    const { batch, append } = invalidationBatch(8);
    append({ address: 0n, pages: 1n, leaf: false });
    append({ address: 0x1000n, pages: 1n, leaf: false });
    expect(kernel.invalidate(10, 7, batch)).toBe(-ERRNO.EINVAL);
    expect(batch.done).toBe(1);
  });

  test('a refusal that wrote nothing back did nothing', () => {
    const { kernel } = recording(vfio, null, -ERRNO.ENOTTY);
    const { batch, append } = invalidationBatch(8);
    append({ address: 0n, pages: 1n, leaf: false });
    kernel.invalidate(10, 7, batch);
    expect(batch.done).toBe(0);
  });

  test('two batches in turn are not mixed up', () => {
    const { kernel, calls } = recording(vfio, 1, 0);
    const one = invalidationBatch(1);
    const two = invalidationBatch(1);
    one.append({ address: 0x1000n, pages: 1n, leaf: false });
    two.append({ address: 0x2000n, pages: 1n, leaf: false });
    for (const { batch } of [one, two, one]) kernel.invalidate(10, 7, batch);
    expect(calls.map(({ entries }) => entries.slice(0, 8))).toEqual([words(0x1000), words(0x2000), words(0x1000)]);
  });
});

describe('a batch', () => {
  test('takes as many entries as it was made for, and again after clear', () => {
    const { batch, append, clear } = invalidationBatch(2);
    const range = { address: 0n, pages: 1n, leaf: false };
    expect([append(range), append(range), append(range), batch.count]).toEqual([true, true, false, 2]);
    clear();
    expect([append(range), batch.count]).toEqual([true, 1]);
  });

  test('keeps every range that is fit to be sent', () => {
    const pageNumber = fc.bigInt({ min: 0n, max: 2n ** 52n - 1n });
    const pages = fc.bigInt({ min: 1n, max: 2n ** 52n - 1n });
    fc.assert(
      fc.property(fc.array(fc.record({ pageNumber, pages, leaf: fc.boolean() }), { maxLength: 20 }), (ranges) => {
        const { batch, append } = invalidationBatch(20);
        for (const range of ranges) append({ ...range, address: range.pageNumber << 12n });
        const { sizeBytes, decode } = iommu_hwpt_vtd_s1_invalidate;
        const entries = ranges.map((_, index) => decode(batch.entries.subarray(index * sizeBytes)));
        expect(
          entries.map(({ addr, npages, flags }) => ({ pageNumber: addr >> 12n, pages: npages, leaf: flags === 1 })),
        ).toEqual(ranges);
      }),
    );
  });

  test.each([
    { what: 'no pages', address: 0n, pages: 0n },
    { what: 'an address inside a page', address: 0x1001n, pages: 1n },
    { what: 'all pages from the middle', address: 0x1000n, pages: ALL_PAGES },
    { what: 'more pages than there are', address: 0n, pages: 1n << 52n },
    { what: 'a negative address', address: -4096n, pages: 1n },
    { what: 'an address of 65 bits', address: 1n << 64n, pages: 1n },
  ])('refuses $what', ({ address, pages }) => {
    expect(() => invalidationBatch(1).append({ address, pages, leaf: false })).toThrow(BugError);
  });

  test.each([0, 2 ** 19 + 1])('of %d entries cannot be', (capacity) => {
    expect(() => invalidationBatch(capacity)).toThrow(BugError);
  });
});
