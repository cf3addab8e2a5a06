/** Names for the HWPTs of a vIOMMU, since a plan is made before the kernel numbers them. */

import { hex } from '../text/hex.ts';
import type { Owner } from './owner.ts';
import type { FirstStage } from './spec.ts';

/**
 * The nest parent of a unit, or the HWPT of a guest page table over it. Equal tables, widths and flags share one HWPT, but the
 * HWPTs that an engine makes for a guest are never shared with those of the spec.
 */
export type HwptRef =
  | { readonly kind: 'parent'; readonly unit: string }
  | {
      readonly kind: 'first-stage';
      readonly unit: string;
      readonly stage: FirstStage;
      readonly owner: Owner;
      /** Its number, where it is not shared and another HWPT may have the same table; else `null`. */
      readonly separate: number | null;
    };

export function parentRef(unit: string): HwptRef {
  return { kind: 'parent', unit };
}

interface HeldStage extends FirstStage {
  readonly owner: Owner;
  readonly unit: string;
  readonly hwpt: number;
  readonly separate?: true;
}

/** The first-stage HWPT of a page table in the spec. */
export function firstStageRef(unit: string, stage: FirstStage): HwptRef {
  return { kind: 'first-stage', unit, stage, owner: 'spec', separate: null };
}

/** The name of a first-stage HWPT in the ledger. */
export function heldStageRef(held: HeldStage): HwptRef {
  const { unit, hwpt, separate, owner } = held;
  return { kind: 'first-stage', unit, stage: stageIn(held), owner, separate: separate === true ? hwpt : null };
}

/** The first stage alone, of something that has its fields among others. Named one by one: a rest copy is larger and slower. */
export function stageIn(whole: FirstStage): FirstStage {
  const { pageTable, addressWidth, supervisor, extendedAccess, writeProtect } = whole;
  return { pageTable, addressWidth, supervisor, extendedAccess, writeProtect };
}

/** `parent@dmar0`, `fs@dmar0/0x2000000/48/sre`, `guest-fs@dmar0/0x2000000/48#12`: equal for equal HWPTs, and for no others. */
export function formatHwptRef(ref: HwptRef): string {
  if (ref.kind === 'parent') return `parent@${ref.unit}`;
  const { pageTable, addressWidth, supervisor, extendedAccess, writeProtect } = ref.stage;
  const flags = `${supervisor ? '/sre' : ''}${extendedAccess ? '/eafe' : ''}${writeProtect ? '/wpe' : ''}`;
  return `${ref.owner === 'guest' ? 'guest-' : ''}fs@${ref.unit}/${hex(pageTable)}/${addressWidth}${flags}${ref.separate === null ? '' : `#${ref.separate}`}`;
}

export function sameHwpt(a: HwptRef, b: HwptRef): boolean {
  if (a === b) return true;
  if (a.kind === 'parent' || b.kind === 'parent') return a.kind === b.kind && a.unit === b.unit;
  return a.unit === b.unit && a.owner === b.owner && a.separate === b.separate && sameStage(a.stage, b.stage);
}

function sameStage(a: FirstStage, b: FirstStage): boolean {
  return (
    a.pageTable === b.pageTable &&
    a.addressWidth === b.addressWidth &&
    a.supervisor === b.supervisor &&
    a.extendedAccess === b.extendedAccess &&
    a.writeProtect === b.writeProtect
  );
}

/** Among the values of a step's fields. */
export function isHwptRef(value: unknown): value is HwptRef {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  return value.kind === 'parent' || value.kind === 'first-stage';
}
