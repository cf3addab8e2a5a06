/** A HWPT as attachments see it, paging or nested. Source: struct iommufd_hw_pagetable (7.3). */

import { IOMMU_HWPT_ALLOC_FLAG } from '../../uapi/iommufd.ts';
import { releaseReserved } from './address-space.ts';
import { settleAlignment } from './ioas-tables.ts';
import { addUsers, freeObject, KIND, kindOf, nestedWord } from './object-table.ts';
import type { Ioas, PagingHwpt } from './objects.ts';
import type { Context } from './world.ts';

export interface Hwpt {
  readonly id: number;
  readonly nested: boolean;
  /** Itself, or its parent. */
  readonly paging: PagingHwpt;
  /** Made with IOMMU_HWPT_ALLOC_PASID; the parent's flag does not count. */
  readonly pasidCompatible: boolean;
  /** Fault queue id; 0 is none. */
  readonly fault: number;
}

/** `null` when the id is not a HWPT. */
export function findHwpt(context: Context, id: number): Hwpt | null {
  const { objects } = context;
  if (kindOf(objects, id) !== KIND.nested) {
    const paging = pagingHwpt(context, id);
    if (paging === null) return null;
    return { id, nested: false, paging, pasidCompatible: hasPasidFlag(paging.flags), fault: paging.fault };
  }
  const paging = pagingHwpt(context, nestedWord(objects, id, 'parent'));
  if (paging === null) return null;
  const pasidCompatible = hasPasidFlag(nestedWord(objects, id, 'flags'));
  return { id, nested: true, paging, pasidCompatible, fault: nestedWord(objects, id, 'fault') };
}

function hasPasidFlag(flags: number): boolean {
  return (flags & IOMMU_HWPT_ALLOC_FLAG.PASID) !== 0;
}

/** Typed lookups: `null` for a missing id and for one of another kind. */
export function pagingHwpt({ objects }: Context, id: number): PagingHwpt | null {
  const detail = objects.details.get(id);
  return detail?.kind === 'paging' ? detail : null;
}

export function ioasOf({ objects }: Context, id: number): Ioas | null {
  const detail = objects.details.get(id);
  return detail?.kind === 'ioas' ? detail : null;
}

/** Destroy a HWPT of either kind; it must have no users. Source: iommufd_hwpt_{paging,nested}_destroy. */
export function destroyHwpt(context: Context, id: number): void {
  const { objects } = context;
  if (kindOf(objects, id) === KIND.nested) {
    dropFaultUser(context, nestedWord(objects, id, 'fault'));
    addUsers(objects, nestedWord(objects, id, 'viommu') || nestedWord(objects, id, 'parent'), -1);
  } else {
    destroyPaging(context, id);
  }
  freeObject(objects, id);
}

function destroyPaging(context: Context, id: number): void {
  const hwpt = pagingHwpt(context, id);
  const ioas = hwpt === null ? null : ioasOf(context, hwpt.ioas);
  if (hwpt === null || ioas === null) return;
  dropFaultUser(context, hwpt.fault);
  addUsers(context.objects, hwpt.ioas, -1);
  ioas.hwpts.splice(ioas.hwpts.indexOf(id), 1);
  releaseReserved(ioas.space, `hwpt:${id}`);
  settleAlignment(context, ioas);
}

function dropFaultUser({ objects }: Context, fault: number): void {
  if (fault !== 0) addUsers(objects, fault, -1);
}
