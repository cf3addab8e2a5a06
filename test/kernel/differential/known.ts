/** What a sequence has made so far: to choose arguments that mean something, and to keep the kernel from harm. */

import type { Place, Slot } from './operation.ts';

export type Kind = 'ioas' | 'stdev' | 'device' | 'paging' | 'nested' | 'fault' | 'viommu' | 'vdevice' | 'veventq';

/** One iommufd, and what is in it. */
export interface KnownContext {
  /** Its fds that are open. */
  readonly slots: Set<Slot>;
  readonly ids: Map<number, Kind>;
  readonly gone: number[];
  /** Selftest device → the PASIDs that were ever tried on it. */
  readonly tried: Map<number, Set<number>>;
  /** Device id → selftest device. */
  readonly stdevOf: Map<number, number>;
  /** `stdev:pasid` → HWPT; `unknown` after a call that may have worked though it failed. */
  readonly attached: Map<string, number | 'unknown'>;
  /** HWPTs with a fault queue. */
  readonly faulty: Set<number>;
  /** HWPT → the flags that it was made with. */
  readonly flags: Map<number, number>;
  /** HWPTs made through a VIOMMU. */
  readonly virtual: Set<number>;
  readonly mapped: Mapped[];
}

export interface Mapped {
  readonly ioas: number;
  readonly iova: bigint;
  readonly length: bigint;
  /** Absent: a file, or nobody knows. */
  readonly memory?: Place;
}

export type FdKind = 'file' | 'iommufd' | 'fault' | 'veventq' | 'closed';

export interface KnownFd {
  kind: FdKind;
  readonly context: KnownContext | null;
}

export interface Known {
  /** By slot. */
  readonly fds: KnownFd[];
  /** Cookies read and not answered. */
  readonly cookies: number[];
}

export function knownAtStart(): Known {
  const context = newContext();
  context.slots.add(1);
  return {
    fds: [
      { kind: 'file', context: null },
      { kind: 'iommufd', context },
    ],
    cookies: [],
  };
}

export function newContext(): KnownContext {
  return {
    slots: new Set(),
    ids: new Map(),
    gone: [],
    tried: new Map(),
    stdevOf: new Map(),
    attached: new Map(),
    faulty: new Set(),
    flags: new Map(),
    virtual: new Set(),
    mapped: [],
  };
}

/** The context that an operation on this fd would reach. */
export function contextAt({ fds }: Known, slot: Slot): KnownContext | null {
  const found = fds[slot];
  return found?.kind === 'iommufd' ? found.context : null;
}

export function idsOf(context: KnownContext, ...kinds: readonly Kind[]): number[] {
  return [...context.ids].filter(([, kind]) => kinds.includes(kind)).map(([id]) => id);
}

export function attachmentKey(stdev: number, pasid: number): string {
  return `${stdev}:${pasid}`;
}
