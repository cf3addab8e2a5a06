/** Arguments for random operations: mostly ones that mean something, also stale, foreign, odd and impossible ones. */

import { IOMMU_IOAS_MAP_FLAG } from '../../../src/uapi/iommufd.ts';
import { MOCK } from '../../../src/uapi/selftest.ts';
import { contextAt, idsOf, type Kind, type Known, type KnownContext, type Mapped, newContext } from './known.ts';
import type { Place, Slot } from './operation.ts';
import type { Random } from './random.ts';

/** Everything that a choice of arguments looks at. */
export interface Chooser {
  readonly random: Random;
  readonly known: Known;
  readonly fd: Slot;
  /** Of the fd; an empty one when the fd is no iommufd. */
  readonly context: KnownContext;
}

/** An iommufd mostly, and now and then any other fd. */
export function chooserOf(random: Random, known: Known): Chooser {
  const open = slotsOf(known, 'iommufd');
  const fd = open.length === 0 || random.once(100) ? anySlot(random, known) : preferFirst(random, open);
  return { random, known, fd, context: contextAt(known, fd) ?? newContext() };
}

/** Most of a sequence happens in its oldest context, so that there is much in it. */
function preferFirst(random: Random, open: readonly Slot[]): Slot {
  return random.once(8) ? random.pick(open) : (open[0] ?? -1);
}

export function slotsOf({ fds }: Known, ...kinds: readonly string[]): Slot[] {
  return fds.flatMap(({ kind }, slot) => (kinds.includes(kind) ? [slot] : []));
}

/** Any slot but the memory file, or one that was never open. */
export function anySlot(random: Random, { fds }: Known): Slot {
  return random.once(10) ? -1 : 1 + random.below(Math.max(1, fds.length - 1));
}

/** An id of these kinds, or one of another kind, a stale one, or one that never was. */
export function id({ random, context }: Chooser, ...kinds: readonly Kind[]): number {
  const right = idsOf(context, ...kinds);
  const odds = right.length === 0 ? 2 : 24;
  if (!random.once(odds) && right.length > 0) return random.pick(right);
  const all = [...context.ids.keys()];
  const source = random.weighted<() => number>([
    [3, () => (all.length === 0 ? 1 : random.pick(all))],
    [2, () => (context.gone.length === 0 ? 2 : random.pick(context.gone))],
    [1, () => 1 + random.below(12)],
    [1, () => random.pick([0, 0x1234, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff])],
  ]);
  return source();
}

/** A HWPT made with one of these flags, or any other id. */
export function hwptWith(chooser: Chooser, flags: number, ...kinds: readonly Kind[]): number {
  const { random, context } = chooser;
  const right = idsOf(context, ...kinds).filter((one) => ((context.flags.get(one) ?? 0) & flags) !== 0);
  return right.length === 0 || random.once(5) ? id(chooser, ...kinds) : random.pick(right);
}

const PASIDS = [1, 1, 1, 1, 2, 2, 3, 7, 1023, 1024, 1024, 1025];
/** The last one that there is, the first that there is not, and the RID. */
const ODD_PASIDS = [MOCK.PASID_LIMIT - 1, MOCK.PASID_LIMIT, MOCK.PASID_LIMIT, 0, 0, 0, 0xffff_ffff];

export function pasid({ random }: Chooser): number {
  return random.pick(random.once(8) ? ODD_PASIDS : PASIDS);
}

const LENGTHS = [
  4096n,
  4096n,
  4096n,
  4096n,
  8192n,
  8192n,
  16_384n,
  65_536n,
  2n ** 20n,
  2048n,
  2048n,
  6144n,
  1024n,
  12_289n,
  0n,
];
const HUGE = [2n ** 30n, 2n ** 40n, 2n ** 63n - 1n, 2n ** 63n, 2n ** 64n - 4096n, 2n ** 64n - 1n];

export function length({ random }: Chooser): bigint {
  return random.once(20) ? random.pick(HUGE) : random.pick(LENGTHS);
}

/** Where something is mapped or could be. */
export function iova(chooser: Chooser): bigint {
  return wrap(anyIova(chooser));
}

/** As the kernel's 64 bits do. */
export function wrap(value: bigint): bigint {
  return BigInt.asUintN(64, value);
}

function anyIova({ random, context }: Chooser): bigint {
  if (context.mapped.length > 0 && random.once(4)) {
    const { iova: there, length: reach } = random.pick(context.mapped);
    return there + random.pick([0n, 0n, 0n, 2048n, 4096n, reach, reach - 1n, 1n]);
  }
  if (random.once(14)) return random.pick([0n, 1n, 4096n, 2n ** 64n - 1n, 2n ** 64n - 4096n, 2n ** 63n, 0xfee0_0000n]);
  if (random.once(40)) return random.pick([0x10_0000n, MOCK.APERTURE_LAST + 1n - 4096n, MOCK.APERTURE_LAST + 1n]);
  const step = random.pick([65_536n, 65_536n, 65_536n, 2n ** 20n, 2n ** 20n, 4096n, 2048n]);
  return MOCK.APERTURE_START + BigInt(random.below(64)) * step + (random.once(30) ? 1n : 0n);
}

/** Something mapped, exactly as it is, or any range. */
export function range(chooser: Chooser): Mapped {
  const { random, context } = chooser;
  if (context.mapped.length > 0 && !random.once(4)) return random.pick(context.mapped);
  return { ioas: id(chooser, 'ioas'), iova: iova(chooser), length: length(chooser) };
}

const { FIXED_IOVA, WRITEABLE, READABLE } = IOMMU_IOAS_MAP_FLAG;

export function mapFlags({ random }: Chooser): number {
  return random.weighted([
    [10, FIXED_IOVA | WRITEABLE | READABLE],
    [6, WRITEABLE | READABLE],
    [3, FIXED_IOVA | READABLE],
    [2, READABLE],
    [1, FIXED_IOVA | WRITEABLE],
    [1, FIXED_IOVA],
    [1, 0x17],
  ]);
}

/** Memory to be mapped for DMA. */
export function ram({ random }: Chooser): Place {
  const region = random.weighted<Place['region']>([
    [30, 'ram'],
    [4, 'ram-read-only'],
    [1, 'nowhere'],
    [1, 'kernel'],
    [1, 'null'],
  ]);
  const step = random.pick([4096n, 4096n, 4096n, 4096n, 65_536n, 65_536n, 2048n, 1n]);
  return { region, offset: BigInt(random.below(64)) * step };
}

/** Where data of the operation lies; seldom elsewhere. */
export function dataPlace({ random }: Chooser): Place {
  const region = random.weighted<Place['region']>([
    [40, 'data'],
    [1, 'nowhere'],
    [1, 'null'],
    [1, 'kernel'],
  ]);
  return { region, offset: 0n };
}

/** 0 mostly. */
export function reserved({ random }: Chooser): number {
  return random.once(30) ? random.pick([1, 0xff00]) : 0;
}
