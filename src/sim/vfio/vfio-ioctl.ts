/**
 * ioctl(2) on a vfio device file. Source: vfio/vfio_main.c vfio_device_fops_unl_ioctl; vfio/iommufd.c
 * vfio_iommufd_physical_attach_ioas, vfio_iommufd_physical_pasid_attach_ioas (7.3).
 */

import type { Pointer } from '../../kernel/syscalls.ts';
import { VFIO_PCI } from '../../linux/vfio-drivers.ts';
import {
  VFIO_DEVICE_FLAGS,
  VFIO_DEVICE_PASID_FLAG,
  VFIO_MIN_ARGSZ,
  VFIO_PASID_LIMIT,
  VFIO_REQUEST,
  vfio_device_attach_iommufd_pt,
  vfio_device_detach_iommufd_pt,
  vfio_device_info,
} from '../../uapi/vfio.ts';
import { detachHwpt } from '../iommufd/attach.ts';
import { attachTarget, type Place } from '../iommufd/attach-target.ts';
import { pointerAt, readSize } from '../iommufd/command.ts';
import { FAIL } from '../state/fail.ts';
import { deviceOf } from '../state/groups.ts';
import type { Memory } from '../state/ioas-tables.ts';
import { addPasid, hasPasid, removePasid } from '../state/pasid-set.ts';
import type { VfioFile } from '../state/world.ts';
import { vfioBind } from './vfio-bind.ts';

const ATTACH = vfio_device_attach_iommufd_pt.offset;
const DETACH = vfio_device_detach_iommufd_pt.offset;
const INFO_MIN_BYTES = 16;
const PCI_REGIONS = 9;
const PCI_IRQS = 5;

export interface VfioCall {
  readonly request: number;
  readonly argument: Pointer;
}

/** Before BIND every other ioctl answers EINVAL. */
export function vfioIoctl(memory: Memory, file: VfioFile, { request: number, argument }: VfioCall): number {
  const binds = number === VFIO_REQUEST.VFIO_DEVICE_BIND_IOMMUFD;
  if (file.context === 0 && !binds) return FAIL.EINVAL;
  if (number === VFIO_REQUEST.VFIO_DEVICE_RESET) return 0;
  if (!STRUCT_REQUESTS.includes(number)) return FAIL.ENOTTY;
  const size = readSize(memory, argument);
  if (size === null) return FAIL.EFAULT;
  if (binds) return vfioBind(memory, file, { argument, size });
  if (number === VFIO_REQUEST.VFIO_DEVICE_GET_INFO) return getInfo(memory, argument, size);
  const call = { memory, file, argument, size };
  return number === VFIO_REQUEST.VFIO_DEVICE_ATTACH_IOMMUFD_PT ? attachPt(call) : detachPt(call);
}

const STRUCT_REQUESTS: readonly number[] = [
  VFIO_REQUEST.VFIO_DEVICE_BIND_IOMMUFD,
  VFIO_REQUEST.VFIO_DEVICE_ATTACH_IOMMUFD_PT,
  VFIO_REQUEST.VFIO_DEVICE_DETACH_IOMMUFD_PT,
  VFIO_REQUEST.VFIO_DEVICE_GET_INFO,
];

interface Call {
  readonly memory: Memory;
  readonly file: VfioFile;
  readonly argument: Pointer;
  readonly size: number;
}

/**
 * Attach, or replace where VFIO has an attachment on record (src/quirks.md Q6). When the HWPT's id cannot be written back, the
 * RID is detached, even after a PASID attach (Q7). Source: vfio/device_cdev.c vfio_df_ioctl_attach_pt (7.3).
 */
function attachPt({ memory, file, argument, size }: Call): number {
  const read = readRequest(
    { memory, file, argument, size },
    { plain: VFIO_MIN_ARGSZ.attach, pasid: VFIO_MIN_ARGSZ.attachPasid },
  );
  if (read < 0) return read;
  const withPasid = view.getUint32(ATTACH.flags, true) !== 0;
  const place = placeOf(memory, file, withPasid ? view.getUint32(ATTACH.pasid, true) : 0);
  if (place === null) return FAIL.ENODEV;
  const target = view.getUint32(ATTACH.pt_id, true);
  const hwpt = withPasid ? attachPasid(file, place, target) : attachRid(file, place, target);
  if (hwpt < 0) return hwpt;
  view.setUint32(ATTACH.pt_id, hwpt, true);
  const answer = request.subarray(ATTACH.pt_id, ATTACH.pt_id + 4);
  if (memory.user.write(pointerAt(argument, ATTACH.pt_id), answer)) return 0;
  detach(file, { ...place, pasid: 0 }, 'rid');
  return FAIL.EFAULT;
}

function attachRid(file: VfioFile, place: Place, target: number): number {
  const hwpt = attachTarget(place, target, file.ridAttached ? 'replace' : 'bare');
  if (hwpt > 0) file.ridAttached = true;
  return hwpt;
}

/** PASID 0 with the PASID flag attaches the RID, but VFIO does not record it as the RID (src/quirks.md Q5). */
function attachPasid(file: VfioFile, place: Place, target: number): number {
  if (hasPasid(file.pasids, place.pasid)) return attachTarget(place, target, 'replace');
  if (place.pasid >= VFIO_PASID_LIMIT) return FAIL.ENOSPC;
  const hwpt = attachTarget(place, target, 'bare');
  if (hwpt > 0) addPasid(file.pasids, place.pasid);
  return hwpt;
}

/** 0 also when nothing is attached. */
function detachPt({ memory, file, argument, size }: Call): number {
  const read = readRequest(
    { memory, file, argument, size },
    { plain: VFIO_MIN_ARGSZ.detach, pasid: VFIO_MIN_ARGSZ.detachPasid },
  );
  if (read < 0) return read;
  const withPasid = view.getUint32(DETACH.flags, true) !== 0;
  const place = placeOf(memory, file, withPasid ? view.getUint32(DETACH.pasid, true) : 0);
  if (place !== null) detach(file, place, withPasid ? 'pasid' : 'rid');
  return 0;
}

function detach(file: VfioFile, place: Place, what: 'rid' | 'pasid'): void {
  const { memory, context, device, group, pasid } = place;
  const remembered = what === 'rid' ? file.ridAttached : hasPasid(file.pasids, pasid);
  if (!remembered) return;
  detachHwpt({ world: memory.world, context, device, group, pasid });
  if (what === 'rid') file.ridAttached = false;
  else removePasid(file.pasids, pasid);
}

interface Minimum {
  readonly plain: number;
  readonly pasid: number;
}

/** Both structs begin with argsz and flags. Calls do not overlap, so one buffer is enough. */
const request = new Uint8Array(vfio_device_attach_iommufd_pt.sizeBytes);
const view = new DataView(request.buffer);

/**
 * `request` is filled. Checks in order: EFAULT; argsz, flags EINVAL; a driver without PASIDs EOPNOTSUPP; argsz for the PASID
 * EINVAL.
 */
function readRequest({ memory, file, argument, size }: Call, minimum: Minimum): number {
  request.fill(0);
  if (!memory.user.read(argument, request.subarray(0, minimum.plain))) return FAIL.EFAULT;
  if (size < minimum.plain) return FAIL.EINVAL;
  const flags = view.getUint32(ATTACH.flags, true);
  if ((flags & ~VFIO_DEVICE_PASID_FLAG) !== 0) return FAIL.EINVAL;
  if (flags === 0) return 0;
  // Variant drivers attach RIDs only: vfio-pci alone has vfio_device_ops.pasid_attach_ioas (7.3).
  if (memory.world.functions.get(file.address)?.driver !== VFIO_PCI) return FAIL.EOPNOTSUPP;
  if (size < minimum.pasid) return FAIL.EINVAL;
  return memory.user.read(argument, request.subarray(0, minimum.pasid)) ? 0 : FAIL.EFAULT;
}

function placeOf(memory: Memory, file: VfioFile, pasid: number): Place | null {
  const context = memory.world.contexts.get(file.context);
  const device = context === undefined ? null : deviceOf(context, file.device);
  const group = device === null ? undefined : context?.groups.get(device.group);
  if (context === undefined || device === null || group === undefined) return null;
  return { memory, context, device, group, pasid };
}

/** A vfio-pci device without extra capabilities. Source: vfio_pci_ioctl_get_info. */
function getInfo({ user }: Memory, argument: Pointer, size: number): number {
  if (size < INFO_MIN_BYTES) return FAIL.EINVAL;
  const info = vfio_device_info.encode({
    argsz: vfio_device_info.sizeBytes,
    flags: VFIO_DEVICE_FLAGS.PCI | VFIO_DEVICE_FLAGS.RESET,
    num_regions: PCI_REGIONS,
    num_irqs: PCI_IRQS,
  });
  return user.write(argument, info.subarray(0, Math.min(size, info.length))) ? 0 : FAIL.EFAULT;
}
