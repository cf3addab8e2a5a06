/** A guest seen from outside: its memory, and the registers of its IOMMU. */

import type { GuestMemory } from './guest-memory.ts';

export interface Guest {
  readonly memory: GuestMemory;
  readonly registers: GuestRegisters;
  /** Fetches the pages that were read and missing, and returns their number; `null` when no page is ever missing. @throws QmpError */
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
