/**
 * The addresses that a page table of a VT-d unit covers, by the stage that the kernel chooses for it.
 * Source: drivers/iommu/intel/iommu.c intel_iommu_domain_alloc_paging_flags, compute_vasz_lg2_fs, compute_vasz_lg2_ss (7.3).
 */

export interface TableWidths {
  /** MGAW: widest guest address in bits. */
  readonly guestWidthBits: number;
  /** SAGAW: bit 1 39-bit, bit 2 48-bit, bit 3 57-bit second-stage tables. */
  readonly tableWidths: number;
  /** First-stage tables of five levels. */
  readonly fiveLevels: boolean;
}

/** Which stages a unit translates with: in scalable mode those of its ECAP, in legacy mode the second one. */
export interface Stages {
  readonly firstStage: boolean;
  readonly secondStage: boolean;
}

export function stagesOf(ecap: Stages, { scalable }: { readonly scalable: boolean }): Stages {
  return { firstStage: scalable && ecap.firstStage, secondStage: !scalable || ecap.secondStage };
}

export type Stage = 'first' | 'second';

export interface Aperture {
  readonly stage: Stage;
  readonly widthBits: number;
  /** The last address that the table maps. */
  readonly last: bigint;
}

/**
 * The stage of a table: the first one where the unit has it, unless the table is to be a nest parent or to track dirty pages. `null`:
 * the unit has no stage for it, EOPNOTSUPP.
 */
export function chosenStage({ firstStage, secondStage }: Stages, use: 'plain' | 'parent'): Stage | null {
  if (use === 'plain' && firstStage) return 'first';
  return secondStage ? 'second' : null;
}

/** Of a first stage only the lower half is used, since addresses are not sign-extended. */
export function apertureOf(unit: TableWidths, stage: Stage): Aperture {
  const widthBits = stage === 'first' ? firstStageWidth(unit) : secondStageWidth(unit);
  const usedBits = stage === 'first' ? widthBits - 1 : widthBits;
  return { stage, widthBits, last: 2n ** BigInt(usedBits) - 1n };
}

/** Width of a first-stage table in bits. */
function firstStageWidth({ guestWidthBits, fiveLevels }: Pick<TableWidths, 'guestWidthBits' | 'fiveLevels'>): number {
  return guestWidthBits > 48 && fiveLevels ? Math.min(57, guestWidthBits) : Math.min(48, guestWidthBits);
}

/** Width of a second-stage table in bits. */
function secondStageWidth({
  guestWidthBits,
  tableWidths,
}: Pick<TableWidths, 'guestWidthBits' | 'tableWidths'>): number {
  if (guestWidthBits > 48 && tableWidths >= 8) return Math.min(57, guestWidthBits);
  if (guestWidthBits > 39 && tableWidths >= 4) return Math.min(48, guestWidthBits);
  return Math.min(39, guestWidthBits);
}
