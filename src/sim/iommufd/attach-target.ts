/**
 * The target of an attach request: a HWPT, or an IOAS, for which a compatible automatic HWPT is searched or made.
 * Source: iommufd/device.c iommufd_device_change_pt, iommufd_device_auto_get_domain (7.3).
 */

import type { Attachment } from '../drivers/attach-rules.ts';
import { FAIL } from '../state/fail.ts';
import { destroyHwpt, findHwpt, pagingHwpt } from '../state/hwpt.ts';
import type { Memory } from '../state/ioas-tables.ts';
import { isObject } from '../state/object-table.ts';
import type { Device, Group, Ioas } from '../state/objects.ts';
import type { Context } from '../state/world.ts';
import { attachHwpt, replaceHwpt } from './attach.ts';
import { allocPaging } from './hwpt-alloc.ts';

/** The device and PASID of an attach request. */
export interface Place {
  readonly memory: Memory;
  readonly context: Context;
  readonly device: Device;
  readonly group: Group;
  readonly pasid: number;
}

/** `bare` attaches only where nothing is attached, `replace` only where something is. */
export type AttachMode = 'bare' | 'replace';

/** The id of the HWPT used; ENOENT for a missing id, EINVAL for one of another kind, or the errno of the attach. */
export function attachTarget(place: Place, id: number, mode: AttachMode): number {
  const { context } = place;
  if (!isObject(context.objects, id)) return FAIL.ENOENT;
  if (findHwpt(context, id) !== null) {
    const result = attachTo(place, id, mode);
    return result < 0 ? result : id;
  }
  const detail = context.objects.details.get(id);
  return detail?.kind === 'ioas' ? attachIoas(place, { id, ioas: detail }, mode) : FAIL.EINVAL;
}

function attachTo({ memory, context, device, group, pasid }: Place, id: number, mode: AttachMode): number {
  const hwpt = findHwpt(context, id);
  if (hwpt === null) return FAIL.ENOENT;
  const attachment: Attachment = { world: memory.world, context, device, group, pasid, hwpt };
  return mode === 'bare' ? attachHwpt(attachment) : replaceHwpt(attachment);
}

/** EINVAL of an automatic HWPT means "try the next"; other errors end the search. */
function attachIoas(place: Place, target: { id: number; ioas: Ioas }, mode: AttachMode): number {
  for (const id of target.ioas.hwpts) {
    if (pagingHwpt(place.context, id)?.automatic !== true) continue;
    const result = attachTo(place, id, mode);
    if (result === 0) return id;
    if (result !== FAIL.EINVAL) return result;
  }
  return attachNew(place, target, mode);
}

/**
 * Where nothing is attached, the HWPT is attached before it is filled; a replacing one is filled first.
 * Source: iommufd_hwpt_paging_alloc.
 */
function attachNew(place: Place, { id: ioasId, ioas }: { id: number; ioas: Ioas }, mode: AttachMode): number {
  const { memory, context, device, pasid } = place;
  const id = allocPaging({
    memory,
    context,
    device,
    ioasId,
    ioas,
    flags: 0,
    pasid,
    ...(mode === 'bare' && { beforeFilling: (hwpt: number) => attachTo(place, hwpt, mode) }),
  });
  if (id < 0) return id;
  const result = mode === 'replace' ? attachTo(place, id, mode) : 0;
  const hwpt = pagingHwpt(context, id);
  if (result < 0 || hwpt === null) {
    destroyHwpt(context, id);
    return result;
  }
  hwpt.automatic = true;
  return id;
}
