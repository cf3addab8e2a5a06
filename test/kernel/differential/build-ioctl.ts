/** Ioctls for a random sequence: framed rightly most of the time, and wrongly in every way there is. */

import { IOMMUFD_MIN_SIZE, IOMMUFD_REQUEST } from '../../../src/uapi/iommufd.ts';
import type { Fields, Struct, Values } from '../../../src/uapi/layout.ts';
import { IOMMU_TEST_CMD, IOMMU_TEST_CMD_MIN_SIZE, IOMMU_TEST_OP } from '../../../src/uapi/selftest.ts';
import type { IoctlOperation, Place, Slot } from './operation.ts';
import type { Random } from './random.ts';

export type RequestName = keyof typeof IOMMUFD_REQUEST;
export type TestName = keyof typeof IOMMU_TEST_OP;

export interface Draft<F extends Fields> {
  readonly struct: Struct<F>;
  readonly values: Partial<Values<F>>;
  /** By field: what its pointer leads to. */
  readonly pointers?: { readonly [Name in keyof F]?: Place };
  /** By field: whose fd number it holds. */
  readonly fds?: { readonly [Name in keyof F]?: Slot };
  readonly data?: Uint8Array;
  /** The field that tells a new fd. */
  readonly newFd?: keyof F;
}

export const DATA: Place = { region: 'data', offset: 0n };

/** One ioctl of iommufd on an fd. */
export function requestOf<F extends Fields>(
  random: Random,
  { fd, name }: { readonly fd: Slot; readonly name: RequestName },
  draft: Draft<F>,
): IoctlOperation {
  return frame(random, { fd, name, request: IOMMUFD_REQUEST[name], minBytes: IOMMUFD_MIN_SIZE[name] }, draft);
}

/** One operation of the selftest. */
export function testOf<F extends Fields>(
  random: Random,
  { fd, name }: { readonly fd: Slot; readonly name: TestName },
  { struct, values, ...rest }: Draft<F>,
): IoctlOperation {
  // Every test struct has `op`; the type parameter does not say so.
  const withOp = { ...values, op: IOMMU_TEST_OP[name] } as Partial<Values<F>>;
  const head = { fd, name, request: IOMMU_TEST_CMD, minBytes: IOMMU_TEST_CMD_MIN_SIZE };
  return frame(random, head, { struct, values: withOp, ...rest });
}

interface Head {
  readonly fd: Slot;
  readonly name: string;
  readonly request: number;
  readonly minBytes: number;
}

function frame<F extends Fields>(random: Random, head: Head, draft: Draft<F>): IoctlOperation {
  const { struct, values, pointers = {}, fds = {}, data = new Uint8Array(), newFd } = draft;
  const bytes = sized(random, struct.encode(values), head.minBytes);
  /** Fields that the struct's size leaves in it. */
  const placed = <T>(fields: Readonly<Record<string, T | undefined>>): { at: number; value: T }[] =>
    Object.entries(fields).flatMap(([name, value]) => {
      const at = struct.offset[name] ?? 0;
      return value === undefined || at + 8 > bytes.length ? [] : [{ at, value }];
    });
  return {
    kind: 'ioctl',
    name: head.name,
    struct,
    fd: head.fd,
    request: random.once(400) ? head.request ^ 0x100 : head.request,
    bytes,
    pointers: placed<Place>(pointers).map(({ at, value }) => ({ at, to: value })),
    fds: placed<Slot>(fds).map(({ at, value }) => ({ at, slot: value })),
    newFdAt: newFd === undefined ? null : struct.offset[newFd],
    data,
    lies: random.weighted([
      [94, 'array'],
      [3, 'mapped'],
      [2, 'read-only'],
      [1, 'nowhere'],
    ]),
  };
}

/** The struct at a size of its own choice: its own mostly, and any that the kernel may meet. */
function sized(random: Random, whole: Uint8Array, minBytes: number): Uint8Array {
  const full = whole.length;
  const bytes = random.once(16)
    ? resized(
        whole,
        random.pick([0, 4, minBytes - 1, minBytes, minBytes + 4, full - 1, full + 1, full + 8, full + 256]),
      )
    : whole;
  const view = new DataView(bytes.buffer);
  if (bytes.length > full && random.once(2)) view.setUint8(full + random.below(bytes.length - full), 1);
  // Whatever the size says, there are as many bytes, and never fewer than the kernel reads before it believes it.
  view.setUint32(0, bytes.length === 8 && full !== 8 ? random.pick([0, 4, 7, 8]) : bytes.length, true);
  return bytes;
}

function resized(whole: Uint8Array, lengthBytes: number): Uint8Array {
  const bytes = new Uint8Array(Math.max(8, lengthBytes));
  bytes.set(whole.subarray(0, bytes.length));
  return bytes;
}
