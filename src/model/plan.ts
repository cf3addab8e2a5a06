/**
 * A plan: plain data. Apply reads its steps alone, never the spec.
 *
 * Steps refer to objects by name ({@link HwptRef}, device and vIOMMU names), since kernel ids exist only while a plan runs.
 * The properties of each kind of step are one row of the table in `steps/`.
 */

import type { Bdf } from './bdf.ts';
import type { HwptRef } from './hwpt-ref.ts';
import type { Handover, LiveMemory, MadeVfs } from './live.ts';
import type { FirstStage } from './spec.ts';

export interface Plan {
  readonly steps: readonly PlannedStep[];
}

export interface PlannedStep {
  readonly step: Step;
  readonly reason: Reason;
  readonly disruption: Disruption;
}

/** What an operator loses while the step runs, mildest first. */
export type Disruption = 'live' | 'dma-fault' | 'device-reset' | 'vm-restart' | 'host-reboot';

/** Why a step is in the plan; closed, so that every view can word it. */
export type Reason =
  | 'wanted' // the spec has it, and it is not held
  | 'changed' // it is held, but differs from the spec
  | 'unwanted' // it is held, and the spec no longer has it
  | 'needed' // another step depends on it
  | 'unused' // nothing that stays depends on it
  | 'rebuild'; // its vIOMMU is closed and opened again

export type Step =
  // host preparation, through sysfs
  | ({ readonly kind: 'load-module' } & ModuleStep)
  | ({ readonly kind: 'unload-module' } & ModuleStep)
  | { readonly kind: 'take-device'; readonly handover: Handover; readonly driver: string }
  | { readonly kind: 'give-back-device'; readonly handover: Handover; readonly driver: string }
  // ledger only: a device with `release: keep` leaves the ledger and stays on its driver, or enters the ledger again
  | { readonly kind: 'keep-device'; readonly handover: Handover; readonly driver: string }
  | { readonly kind: 'reclaim-device'; readonly handover: Handover; readonly driver: string }
  | { readonly kind: 'create-file'; readonly file: string; readonly sizeBytes: bigint }
  | { readonly kind: 'remove-file'; readonly file: string; readonly sizeBytes: bigint }
  | { readonly kind: 'make-vfs'; readonly vfs: MadeVfs }
  | { readonly kind: 'remove-vfs'; readonly vfs: MadeVfs }
  // kernel objects, through iommufd and vfio
  | ({ readonly kind: 'open-viommu' } & ViommuStep)
  | ({ readonly kind: 'close-viommu' } & ViommuStep)
  | ({ readonly kind: 'bind-device' } & BoundDeviceStep)
  | ({ readonly kind: 'release-device' } & BoundDeviceStep)
  | { readonly kind: 'map-memory'; readonly viommu: string; readonly memory: LiveMemory }
  | { readonly kind: 'unmap-memory'; readonly viommu: string; readonly memory: LiveMemory }
  | { readonly kind: 'alloc-parent'; readonly viommu: string; readonly unit: string; readonly device: string }
  | { readonly kind: 'free-parent'; readonly viommu: string; readonly unit: string; readonly device: string }
  | { readonly kind: 'attach-rid'; readonly viommu: string; readonly device: string; readonly to: HwptRef }
  | { readonly kind: 'detach-rid'; readonly viommu: string; readonly device: string; readonly to: HwptRef }
  | ({ readonly kind: 'alloc-first-stage' } & FirstStageStep)
  | ({ readonly kind: 'free-first-stage' } & FirstStageStep)
  | ({ readonly kind: 'attach-pasids' } & PasidStep & { readonly to: HwptRef })
  | ({ readonly kind: 'detach-pasids' } & PasidStep & { readonly to: HwptRef })
  | ({ readonly kind: 'replace-pasids' } & PasidStep & { readonly from: HwptRef; readonly to: HwptRef })
  // ledger only: which guest domain id the invalidations of a binding carry
  | ({ readonly kind: 'set-domain' } & Omit<PasidStep, 'domain'> & { readonly from: number; readonly to: number });

export type StepKind = Step['kind'];

interface ModuleStep {
  readonly module: string;
  /** What it is loaded with, and again when its unloading is undone; absent when nothing. */
  readonly parameters?: readonly ModuleOption[];
}

/** A parameter of a module as modprobe(8) takes it, such as `disable_denylist=1`. */
export interface ModuleOption {
  readonly name: string;
  readonly value: string;
}

/** The flags that every HWPT of the vIOMMU is made with. */
interface ViommuStep {
  readonly viommu: string;
  readonly pasid: boolean;
  readonly nesting: boolean;
}

/** Bind a device to the vIOMMU's iommufd, and demand that its PASIDs are at least this wide. */
interface BoundDeviceStep {
  readonly viommu: string;
  readonly device: string;
  readonly address: Bdf;
  readonly unit: string;
  /** Smallest `out_max_pasid_log2` that the plan can work with; 0 when no PASID is wanted. */
  readonly needPasidLog2: number;
}

interface FirstStageStep {
  readonly viommu: string;
  readonly unit: string;
  /** A bound device behind the unit, through which the kernel picks its driver. */
  readonly device: string;
  readonly stage: FirstStage;
}

/** PASIDs `first` … `last` of one device, all to one HWPT. */
interface PasidStep {
  readonly viommu: string;
  readonly device: string;
  readonly first: number;
  readonly last: number;
  readonly domain: number;
}
