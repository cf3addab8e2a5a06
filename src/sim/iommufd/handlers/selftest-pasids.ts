/**
 * Attach, replace and detach of a mock device's PASIDs without VFIO, and the operation that checks them. PASID 0 is the RID.
 * Source: iommufd/selftest.c iommufd_test_pasid_attach, _replace, _detach, _check_hwpt (7.3).
 */

import { test_pasid_attach, test_pasid_check_hwpt, test_pasid_detach } from '../../../uapi/selftest.ts';
import { FAIL } from '../../state/fail.ts';
import { findHwpt } from '../../state/hwpt.ts';
import { isObject } from '../../state/object-table.ts';
import { hwptAt } from '../../state/pasid-map.ts';
import { detachHwpt } from '../attach.ts';
import { type AttachMode, attachTarget } from '../attach-target.ts';
import type { Command } from '../command.ts';
import { stdevPlace } from './selftest-devices.ts';

const ATTACH = test_pasid_attach.offset;
const DETACH = test_pasid_detach.offset;
const CHECK = test_pasid_check_hwpt.offset;

/** Detached again when the answer cannot be written. Undone by: pasidDetach. */
export function pasidAttach(command: Command): number {
  return move(command, 'bare');
}

/** The replace stays even when the answer cannot be written. */
export function pasidReplace(command: Command): number {
  return move(command, 'replace');
}

function move(command: Command, mode: AttachMode): number {
  const { view, respond } = command;
  const place = stdevPlace(command, view.getUint32(ATTACH.id, true), view.getUint32(ATTACH.pasid, true));
  if (place === null) return FAIL.ENOENT;
  const hwpt = attachTarget(place, view.getUint32(ATTACH.pt_id, true), mode);
  if (hwpt < 0) return hwpt;
  view.setUint32(ATTACH.pt_id, hwpt, true);
  const result = respond();
  if (result < 0 && mode === 'bare') detachHwpt({ world: command.memory.world, ...place });
  return result;
}

/** Always 0 for an existing device. */
export function pasidDetach(command: Command): number {
  const { memory, context, view } = command;
  const place = stdevPlace(command, view.getUint32(DETACH.id, true), view.getUint32(DETACH.pasid, true));
  if (place === null) return FAIL.ENOENT;
  const { device, group, pasid } = place;
  detachHwpt({ world: memory.world, context, device, group, pasid });
  return 0;
}

/** 0 when this HWPT is attached, or, for HWPT 0, when nothing is attached; otherwise EINVAL, also for ids of other kinds. */
export function pasidCheckHwpt(command: Command): number {
  const { context, view } = command;
  const place = stdevPlace(command, view.getUint32(CHECK.id, true), view.getUint32(CHECK.pasid, true));
  if (place === null) return FAIL.ENOENT;
  const wanted = view.getUint32(CHECK.hwpt_id, true);
  if (wanted !== 0 && !isObject(context.objects, wanted)) return FAIL.ENOENT;
  if (wanted !== 0 && findHwpt(context, wanted) === null) return FAIL.EINVAL;
  return hwptAt(place.group.pasids, place.pasid) === wanted ? 0 : FAIL.EINVAL;
}
