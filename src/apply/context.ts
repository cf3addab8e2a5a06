/** What running a step needs: the two ports, the ledger, and a way to make the ledger outlive us. */

import type { SysTree } from '../host/sys-tree.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Ledger } from './ledger.ts';

export interface ApplyContext {
  readonly kernel: Kernel;
  readonly tree: SysTree;
  readonly ledger: Ledger;
  /** Write the ledger to disk: before a change that outlives this process, and after it. */
  save(): void;
  /** Stops the run between two calls; what was done is then undone. */
  readonly signal: AbortSignal;
}
