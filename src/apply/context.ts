/** What running a step needs: the two ports, the ledger, and a way to make the ledger outlive us. */

import type { SysTree } from '../host/sys-tree.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { LiveDevice } from '../model/live.ts';
import type { Ledger } from './ledger.ts';

export interface ApplyContext {
  readonly kernel: Kernel;
  readonly tree: SysTree;
  readonly ledger: Ledger;
  readonly witness: Witness;
  /** Write the ledger to disk: before a change that outlives this process, and after it. */
  save(): void;
  /** Stops the run between two calls; what was done is then undone. */
  readonly signal: AbortSignal;
}

/**
 * Asks, without changing anything, whether the RID (pasid 0) or a PASID of a device is attached to this HWPT (0: to nothing).
 * `unknown` where nothing on this machine can tell.
 */
export type Witness = (device: LiveDevice, pasid: number, hwpt: number) => 'yes' | 'no' | 'unknown';
