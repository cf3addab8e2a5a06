/** What `pasidctl status` shows: the ledger, with the answer of a witness for each binding. */

import type { Bdf } from './bdf.ts';
import type { Handover, MadeVfs } from './live.ts';
import type { PasidRange } from './pasid.ts';
import type { FirstStage } from './spec.ts';

export interface Status {
  readonly backend: string;
  /** The process that owns the kernel objects; `null` when no process holds. */
  readonly holder: { readonly pid: number; readonly alive: boolean; readonly since: string } | null;
  readonly handovers: readonly Handover[];
  /** Memory files that pasidctl made, and modules that it loaded; both are given back with the rest. */
  readonly createdFiles: readonly string[];
  readonly loadedModules: readonly string[];
  readonly madeVfs: readonly MadeVfs[];
  readonly viommus: readonly ViommuStatus[];
}

export interface ViommuStatus {
  readonly name: string;
  readonly iommufd: number;
  readonly ioas: number;
  readonly memoryBytes: bigint;
  readonly nestParents: readonly { readonly unit: string; readonly hwpt: number }[];
  readonly devices: readonly {
    readonly name: string;
    readonly address: Bdf;
    readonly unit: string;
    readonly devId: number;
    readonly maxPasidLog2: number;
    readonly ridAttached: boolean;
  }[];
  readonly bindings: readonly BindingStatus[];
}

export interface BindingStatus extends PasidRange {
  readonly device: string;
  readonly domain: number;
  readonly target: { readonly kind: 'pass-through' } | ({ readonly kind: 'first-stage' } & FirstStage);
  readonly hwpt: number;
  /** `held`: in the ledger, and no witness on this machine can confirm it. */
  readonly state: 'attached' | 'held' | 'lost';
}
