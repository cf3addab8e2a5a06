/** All state of one engine. Only `src/viommu` uses it; other folders have `Engine`. */

import type { GuestMemory } from '../../guest/guest-memory.ts';
import type { FaultQueue } from '../../kernel/kernel.ts';
import type { DescriptorBuffer } from '../../vtd/descriptor-words.ts';
import type { PageRange } from '../../vtd/invalidation-range.ts';
import type { TranslationMode } from '../../vtd/registers.ts';
import type { HwptTable } from '../store/hwpt-table.ts';
import type { PendingInvalidations } from '../store/pending-invalidations.ts';
import type { SlotStore } from '../store/slot-store.ts';
import type { StageFacts, StageKey } from '../store/stage-key.ts';
import type { DeviceState } from './device-state.ts';
import type { EngineDevice, GuestAbility, Judged } from './engine-device.ts';
import type { HeldQueue, TakePageRequest } from './held-queue.ts';
import type { HostOps } from './host-ops.ts';
import type { Look } from './look.ts';
import type { ReportProblem } from './problem.ts';
import type { TableBuffer } from './table-reader.ts';
import type { DeviceWork } from './work.ts';

export interface EngineOptions {
  /** Width of the vIOMMU's PASIDs, 0 … 20. */
  readonly pasidBits: number;
  /** One first-stage HWPT for all entries with the same stage key. Default true. */
  readonly sharing?: boolean;
  /** Invalidations between two wait descriptors are sent in one call per HWPT. Default true. */
  readonly batching?: boolean;
  /** Most PASIDs that may be bound per device; default 2^20. */
  readonly maxPerDevice?: number;
  /** Most PASIDs that may be bound in all; default 2^20. */
  readonly maxEntries?: number;
  /** As QEMU: without a valid entry of PASID 0 no PASID is bound (src/quirks.md Q26). Default false. */
  readonly pasid0Gate?: boolean;
  /**
   * When the host cannot replace the table of a binding: `detach` the old one, since the guest no longer uses it, or `keep` it
   * until the host can. Either way the binding is shown as failed and retried. After a replace that the host has attempted, the
   * PASID is always detached, since the hardware may be blocked (src/quirks.md Q2). Default `detach`.
   */
  readonly failedReplace?: 'detach' | 'keep';
}

export interface EngineParts {
  readonly options: EngineOptions;
  /** In the order in which they are processed. */
  readonly devices: readonly EngineDevice[];
  readonly memory: GuestMemory;
  readonly host: HostOps;
  readonly report: ReportProblem;
  /** The guest's page request queue; without it every page request is answered INVALID. */
  readonly guestQueue?: TakePageRequest;
}

/** A HWPT whose destruction failed, and its fault queue, which is freed after it. */
export interface Unfreed {
  readonly hwpt: number;
  readonly queue: FaultQueue | null;
}

export interface EngineState {
  readonly options: Required<EngineOptions>;
  readonly devices: readonly DeviceState[];
  /** By index of the device. */
  readonly works: readonly DeviceWork[];
  readonly slots: SlotStore;
  readonly hwpts: HwptTable;
  readonly unfreed: Unfreed[];
  /** By HWPT record. */
  readonly queues: Map<number, HeldQueue>;
  readonly unfreedQueues: FaultQueue[];
  readonly guestQueue: TakePageRequest;
  readonly pending: PendingInvalidations;
  readonly memory: GuestMemory;
  readonly host: HostOps;
  readonly report: ReportProblem;
  readonly buffers: Buffers;
  readonly registers: Registers;
  guest: GuestAbility;
  /** PASIDs bound in all, RIDs left out. */
  bound: number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Reused by every table that is read, every descriptor and every PASID, so that none of them makes an object. They belong to
 * one engine: a call of the host, of memory or of `report` may enter another engine.
 */
export interface Buffers {
  readonly look: Look;
  readonly root: TableBuffer;
  readonly context: TableBuffer;
  readonly directory: TableBuffer;
  /** One entry of a directory. */
  readonly pointer: TableBuffer;
  readonly leaf: TableBuffer;
  readonly entry: TableBuffer;
  readonly descriptor: DescriptorBuffer;
  readonly range: PageRange;
  readonly domainScope: { readonly kind: 'domain'; domain: number };
  readonly pasidScope: { readonly kind: 'pasid'; domain: number; pasid: number };
  readonly stageFacts: Mutable<StageFacts>;
  readonly stageKey: StageKey;
  /** `null` until the first entry is judged. */
  judged: Mutable<Judged> | null;
  /** Hashes of the first stages that are looked up together. */
  readonly hashes: Int32Array;
}

/** RTADDR, decoded once, since every event needs it. */
export interface LatchedRoot {
  readonly mode: TranslationMode;
  readonly page: number;
}

export interface Registers {
  /** RTADDR as latched. */
  root: LatchedRoot;
  /** GSTS.TES */
  isTranslating: boolean;
  /** GSTS.QIES */
  hasQueue: boolean;
  /** IQA.DW */
  wideQueue: boolean;
  /** FSTS.IQE: a bad descriptor stopped the queue; `told`: and a descriptor after it was reported. */
  stopped: 'no' | 'yes' | 'told';
  /** Descriptors that came since the queue was stopped; without meaning while it is not. */
  ignored: number;
}
