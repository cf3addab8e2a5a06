/** A guest as it can be looked at from outside: its memory, and the registers of its IOMMU. */

import type { GuestMemory } from './guest-memory.ts';

export interface Guest {
  readonly memory: GuestMemory;
  readonly registers: GuestRegisters;
  /** Brings what was read and was not there, and tells how many pages; `null` when all memory is at hand. @throws QmpError */
  readonly fetch: (() => Promise<number>) | null;
  close(): void;
}

/** `null`: not known from this source. */
export interface GuestRegisters {
  /** As latched by GCMD.SRTP; `null` when no root table was set. */
  readonly rtaddr: bigint | null;
  /** GSTS.TES. */
  readonly isTranslating: boolean;
  readonly cap: bigint | null;
  readonly ecap: bigint | null;
}
