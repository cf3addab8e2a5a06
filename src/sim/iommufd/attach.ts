/**
 * Attach, replace and detach of one device at one PASID (0: the RID), for VFIO and the selftest alike.
 * Source: iommufd/device.c iommufd_hw_pagetable_attach, iommufd_device_do_replace, iommufd_hw_pagetable_detach (7.3).
 */

import { sharesTable } from '../../linux/group-pasids.ts';
import { groupOf, unmappableRegions } from '../../linux/reserved-regions.ts';
import type { ReservedRegion } from '../../model/host.ts';
import { type Attachment, checkCore, checkFaultOnVf, checkPasidCompatible } from '../drivers/attach-rules.ts';
import { mockAttach, mockDetach } from '../drivers/mock-attach.ts';
import { vtdAttach, vtdDetach, vtdReplace } from '../drivers/vtd-attach.ts';
import { releaseReserved, reserve } from '../state/address-space.ts';
import { FAIL } from '../state/fail.ts';
import { destroyHwpt, findHwpt, type Hwpt, ioasOf } from '../state/hwpt.ts';
import { addUsers, usersOf } from '../state/object-table.ts';
import type { Device } from '../state/objects.ts';
import { devicesAt, hwptAt, setPasid } from '../state/pasid-map.ts';
import type { Context, World } from '../state/world.ts';
import { answerFaultsOf } from './faults.ts';

/**
 * Checks in order: this device already attached at the PASID EBUSY; the group on another HWPT EINVAL; reserved regions
 * EADDRINUSE; then, for the group's first: faults on a VF, PASID rules, core, driver. Source: iommufd_hw_pagetable_attach.
 */
export function attachHwpt(attachment: Attachment): number {
  const { context, group, device, pasid, hwpt } = attachment;
  const devices = devicesAt(group.pasids, pasid);
  if ((devices & device.bit) !== 0) return FAIL.EBUSY;
  const old = hwptAt(group.pasids, pasid);
  if (!sharesTable(old === 0 ? null : old, hwpt.id)) return FAIL.EINVAL;
  const reserved = pasid === 0 ? reserveRegions(attachment, device) : 0;
  if (reserved < 0) return reserved;
  const result = old === 0 ? attachFirst(attachment) : 0;
  if (result < 0) {
    if (pasid === 0) releaseRegions(context, device, hwpt);
    return result;
  }
  setPasid(group.pasids, pasid, { hwpt: hwpt.id, devices: devices | device.bit });
  addUsers(context.objects, hwpt.id, 1);
  addUsers(context.objects, device.id, 1);
  return 0;
}

function attachFirst(attachment: Attachment): number {
  const refused = checkFaultOnVf(attachment) || checkPasidCompatible(attachment) || checkCore(attachment);
  if (refused < 0) return refused;
  return attachment.device.driver === 'mock' ? mockAttach(attachment) : vtdAttach(attachment);
}

/**
 * Checks in order: nothing attached, or not this device EINVAL; the same HWPT 0; reserved regions of the new IOAS EADDRINUSE;
 * then as for the group's first attach. All devices of the group at this PASID move. Source: iommufd_device_do_replace.
 */
export function replaceHwpt(attachment: Attachment): number {
  const { context, group, device, pasid, hwpt } = attachment;
  const devices = devicesAt(group.pasids, pasid);
  const old = findHwpt(context, hwptAt(group.pasids, pasid));
  if (old === null || (devices & device.bit) === 0) return FAIL.EINVAL;
  if (old.id === hwpt.id) return 0;
  const moves = pasid === 0 && old.paging.ioas !== hwpt.paging.ioas ? devicesOf(attachment, devices) : [];
  const result = reserveAll(attachment, moves) || replaceFirst(attachment, old);
  for (const moved of moves) releaseRegions(context, moved, result < 0 ? hwpt : old);
  if (result < 0) return result;
  answerFaultsOf(context, old.fault, { group, pasid });
  setPasid(group.pasids, pasid, { hwpt: hwpt.id, devices });
  const count = bitCount(devices);
  addUsers(context.objects, hwpt.id, count);
  addUsers(context.objects, old.id, -count);
  dropIfAutomatic(context, old);
  return 0;
}

function replaceFirst(attachment: Attachment, old: Hwpt): number {
  const refused = checkFaultOnVf(attachment) || checkPasidCompatible(attachment) || checkCore(attachment);
  if (refused < 0) return refused;
  return attachment.device.driver === 'mock' ? mockAttach(attachment) : vtdReplace(attachment, old.id);
}

/**
 * No effect when not attached. The hardware is changed when the group's last device is detached. Never fails.
 * Undone by: attachHwpt. Source: iommufd_hw_pagetable_detach.
 */
export function detachHwpt({ world, context, group, device, pasid }: Omit<Attachment, 'hwpt'>): void {
  const devices = devicesAt(group.pasids, pasid);
  const hwpt = findHwpt(context, hwptAt(group.pasids, pasid));
  if (hwpt === null || (devices & device.bit) === 0) return;
  const attachment: Attachment = { world, context, group, device, pasid, hwpt };
  setPasid(group.pasids, pasid, { hwpt: hwpt.id, devices: devices & ~device.bit });
  if (devices === device.bit) {
    if (device.driver === 'mock') mockDetach(attachment);
    else vtdDetach(attachment);
    answerFaultsOf(context, hwpt.fault, { group, pasid });
  }
  if (pasid === 0) releaseRegions(context, device, hwpt);
  addUsers(context.objects, device.id, -1);
  addUsers(context.objects, hwpt.id, -1);
  dropIfAutomatic(context, hwpt);
}

/** Source: iommufd_hw_pagetable_put. */
function dropIfAutomatic(context: Context, { id, paging, nested }: Hwpt): void {
  if (!nested && paging.automatic && usersOf(context.objects, id) === 0) destroyHwpt(context, id);
}

/** The mock has none. Source: iopt_table_enforce_dev_resv_regions. */
function reserveRegions({ world, context, hwpt }: Attachment, device: Device): number {
  const ioas = ioasOf(context, hwpt.paging.ioas);
  if (device.driver === 'mock' || ioas === null) return 0;
  for (const { first, last } of regionsOf(world, device)) {
    const result = reserve(ioas.space, { first, last, owner: `device:${device.id}` });
    if (result === 0) continue;
    releaseRegions(context, device, hwpt);
    return result;
  }
  return 0;
}

function regionsOf(world: World, { address, unit: name }: Device): readonly ReservedRegion[] {
  const facts = address === null ? undefined : world.functions.get(address)?.facts;
  const unit = world.units.find((candidate) => candidate.name === name) ?? null;
  return unmappableRegions(groupOf(world.machine, facts?.group ?? null), unit);
}

function reserveAll(attachment: Attachment, devices: readonly Device[]): number {
  for (const device of devices) {
    const result = reserveRegions(attachment, device);
    if (result < 0) return result;
  }
  return 0;
}

function releaseRegions(context: Context, device: Device, hwpt: Hwpt): void {
  const ioas = ioasOf(context, hwpt.paging.ioas);
  if (ioas !== null) releaseReserved(ioas.space, `device:${device.id}`);
}

function devicesOf({ context, group }: Attachment, bits: number): Device[] {
  return group.devices
    .filter((_, bit) => (bits & (1 << bit)) !== 0)
    .map((id) => context.objects.details.get(id))
    .filter((detail) => detail?.kind === 'device');
}

function bitCount(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}
