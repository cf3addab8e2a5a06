/** What `replay` prints: one JSON object a line, in this order of fields. Addresses and counts of 64 bits are hexadecimal text. */

import { ALL_PAGES, type InvalidationRanges } from '../kernel/invalidation-batch.ts';
import { pageAddress } from '../model/page.ts';
import type { FirstStage } from '../model/spec.ts';
import { hex } from '../text/hex.ts';
import { errnoName } from '../uapi/errno.ts';
import type { BindingState } from '../viommu/seen/bindings.ts';

export type ReplayLine = HostLine | GuestLine | DiagnosticLine | StageLine;

export type HostLine =
  | {
      readonly host: 'hwpt-alloc';
      readonly hwpt: number | null;
      readonly unit: string;
      readonly parent: number;
      readonly firstStage: StageText;
      /** Only for a HWPT with page requests. */
      readonly faultQueue?: number;
      readonly errno: string | null;
    }
  | {
      readonly host: 'attach' | 'replace';
      readonly device: string;
      readonly pasid: number;
      readonly hwpt: number;
      readonly errno: string | null;
    }
  | { readonly host: 'detach'; readonly device: string; readonly pasid: number; readonly errno: string | null }
  | { readonly host: 'hwpt-destroy'; readonly hwpt: number; readonly errno: string | null }
  | {
      readonly host: 'fault-respond';
      readonly queue: number;
      readonly cookie: number;
      /** 0 success, 1 invalid */
      readonly code: 0 | 1;
      readonly errno: string | null;
    }
  | { readonly host: 'fault-queue-alloc'; readonly queue: number | null; readonly errno: string | null }
  | { readonly host: 'fault-queue-free'; readonly queue: number; readonly errno: string | null }
  | {
      readonly host: 'invalidate';
      readonly hwpt: number;
      readonly ranges: readonly RangeText[];
      readonly errno: string | null;
    };

/** An entry of the guest's page request queue. */
export interface GuestLine {
  readonly guest: 'page-request';
  readonly device: string;
  readonly pasid: number;
  readonly address: string;
  readonly group: number;
  readonly last: boolean;
  readonly read: boolean;
  readonly write: boolean;
  readonly execute: boolean;
  readonly privileged: boolean;
}

export interface StageText {
  readonly pageTable: string;
  readonly addressWidth: number;
  readonly flags: readonly FlagText[];
}

export type FlagText = 'SRE' | 'EAFE' | 'WPE';

export interface RangeText {
  readonly address: string;
  readonly pages: string;
  readonly leaf: boolean;
}

export interface DiagnosticLine {
  readonly diagnostic: {
    readonly code: string;
    readonly device: string | null;
    readonly pasid: number | null;
    readonly message: string;
  };
}

export interface StageLine {
  readonly stage: number | 'end';
  /** By device, then PASID; the RID is PASID 0. */
  readonly bindings: readonly BindingText[];
  /** First-stage HWPTs that exist. */
  readonly hwpts: number;
  /** Descriptors that the queue, which is stopped, has not taken; only where there are any. */
  readonly notTaken?: number;
}

export interface BindingText {
  readonly device: string;
  readonly bdf: string;
  readonly pasid: number;
  readonly domain: number;
  readonly target: 'first-stage' | 'pass-through';
  readonly pageTable: string | null;
  readonly addressWidth: number | null;
  readonly flags: readonly FlagText[];
  readonly hwpt: number | null;
  readonly state: BindingState;
  readonly errno: string | null;
}

export function stageText({
  pageTable,
  addressWidth,
  supervisor,
  extendedAccess,
  writeProtect,
}: FirstStage): StageText {
  const flags: readonly (FlagText | null)[] = [
    supervisor ? 'SRE' : null,
    extendedAccess ? 'EAFE' : null,
    writeProtect ? 'WPE' : null,
  ];
  return { pageTable: hex(pageTable), addressWidth, flags: flags.filter((flag) => flag !== null) };
}

/** As in the call of iommufd: a page count of all ones means everything. */
export function rangesText(ranges: InvalidationRanges): readonly RangeText[] {
  return Array.from({ length: ranges.count }, (_, index) => {
    const pages = ranges.pages(index);
    return {
      address: hex(pageAddress(ranges.page(index))),
      pages: hex(pages === ALL_PAGES ? BigInt(pages) - 1n : BigInt(pages)),
      leaf: ranges.leaf(index),
    };
  });
}

/** The errno name of a result; `null` for success. */
export function errnoText(result: number): string | null {
  return result < 0 ? errnoName(result) : null;
}
