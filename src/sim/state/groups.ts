/** Devices inside a context, and the IOMMU groups that they are in. Source: iommufd/device.c iommufd_get_group (7.3). */

import { MOCK } from '../../uapi/selftest.ts';
import { addUsers, allocObject, freeObject, KIND } from './object-table.ts';
import type { Device, Group } from './objects.ts';
import { emptyPasidMap } from './pasid-map.ts';
import { destroyVdevice } from './viommu.ts';
import type { Context } from './world.ts';

/** A group keeps its devices as bits of one positive 32-bit word. */
const MAX_DEVICES = 31;

export interface NewDevice extends Pick<Device, 'driver' | 'group' | 'address' | 'unit' | 'maxPasids' | 'noDirty'> {
  /** Smallest max_pasids of the group's members that have PASIDs; 0 when none has. */
  readonly pasidLimit: number;
}

/** A device object with one user, its driver; `null` when the group is full. Undone by: removeDevice. */
export function addDevice(context: Context, request: NewDevice): Device | null {
  const { pasidLimit, ...facts } = request;
  const group = context.groups.get(request.group) ?? newGroup(context, request);
  const free = group.devices.indexOf(0);
  const slot = free === -1 ? group.devices.length : free;
  if (slot >= MAX_DEVICES) return null;
  const { objects } = context;
  const id = allocObject(objects, KIND.device);
  const cache = facts.driver === 'mock' ? new Uint32Array(MOCK.DEV_CACHE_NUM).fill(MOCK.DEV_CACHE_DEFAULT) : null;
  const unattached = { rigged: false, vdevice: 0, viommu: 0, virtId: 0n };
  const device: Device = { ...facts, ...unattached, kind: 'device', id, bit: 1 << slot, cache };
  objects.details.set(id, device);
  addUsers(objects, id, 1);
  group.devices[slot] = id;
  return device;
}

/** The device must be detached everywhere; its vDEVICE becomes a tombstone. Undone by: addDevice. */
export function removeDevice(context: Context, device: Device): void {
  const group = context.groups.get(device.group);
  if (device.vdevice !== 0) destroyVdevice(context, device.vdevice, 'entomb');
  freeObject(context.objects, device.id);
  if (group === undefined) return;
  group.devices[group.devices.indexOf(device.id)] = 0;
  if (group.devices.every((id) => id === 0)) context.groups.delete(device.group);
}

/** Typed lookup: `null` for a missing id and for one of another kind. */
export function deviceOf({ objects }: Context, id: number): Device | null {
  const detail = objects.details.get(id);
  return detail?.kind === 'device' ? detail : null;
}

function newGroup({ groups }: Context, { group: key, pasidLimit }: NewDevice): Group {
  const group: Group = { key, devices: [], pasids: emptyPasidMap(), pasidLimit, blocked: new Set() };
  groups.set(key, group);
  return group;
}
