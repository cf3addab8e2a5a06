/** Everything that one engine holds. Only the files of this folder see it; the outside has `Engine`. */

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
  /** One first-stage HWPT for all entries of the same meaning. Default true. */
  readonly sharing?: boolean;
  /** Invalidations between two waits go out as one call per HWPT. Default true. */
  readonly batching?: boolean;
  /** PASIDs that may be bound per device; default all. */
  readonly maxPerDevice?: number;
  /** PASIDs that may be bound in all; default 2^20. */
  readonly maxEntries?: number;
  /** QEMU's way of asking PASID 0's entry before any other (F7). Default false. */
  readonly pasid0Gate?: boolean;
  /**
   * What becomes of a binding whose replacement the host cannot give: `detach`, since the guest has given the old table up,
   * or `keep` the old one until it can. Either way it is shown as failed and tried again; a replace that failed late is always
   * detached, as hardware may have lost both (K2). Default `detach`.
   */
  readonly failedReplace?: 'detach' | 'keep';
}

export interface EngineParts {
  readonly options: EngineOptions;
  /** In the order in which they are worked on. */
  readonly devices: readonly EngineDevice[];
  readonly memory: GuestMemory;
  readonly host: HostOps;
  readonly report: ReportProblem;
  /** The guest's page request queue; without it every page request is answered INVALID. */
  readonly guestQueue?: TakePageRequest;
}

/** A HWPT whose destruction failed, and its queue, which goes after it. */
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

/** Decoded once, since every event needs it. */
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
  /** FSTS.IQE: a bad descriptor stopped the queue; `told`: and descriptors after it were reported. */
  stopped: 'no' | 'yes' | 'told';
}
