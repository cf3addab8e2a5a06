/** Making paging HWPTs on an IOAS. Source: iommufd/hw_pagetable.c iommufd_hwpt_paging_alloc (7.3). */

import { IOMMU_HWPT_ALLOC_FLAG } from '../../uapi/iommufd.ts';
import { mockShape } from '../drivers/mock-tables.ts';
import { unitOfDevice, vtdShape } from '../drivers/vtd-tables.ts';
import { FAIL } from '../state/fail.ts';
import { addTable, type Memory } from '../state/ioas-tables.ts';
import { addUsers, allocObject, freeObject, KIND } from '../state/object-table.ts';
import type { Device, Ioas, TableShape } from '../state/objects.ts';
import type { UserData } from '../state/user-data.ts';
import type { Context } from '../state/world.ts';
import { detachHwpt } from './attach.ts';

const { NEST_PARENT, DIRTY_TRACKING, FAULT_ID_VALID, PASID } = IOMMU_HWPT_ALLOC_FLAG;
const KNOWN_FLAGS = NEST_PARENT | DIRTY_TRACKING | FAULT_ID_VALID | PASID;

export interface PagingRequest {
  readonly memory: Memory;
  readonly context: Context;
  readonly device: Device;
  readonly ioasId: number;
  readonly ioas: Ioas;
  /** IOMMU_HWPT_ALLOC_FLAG bits, as the caller sent them. */
  readonly flags: number;
  /** Absent: none. */
  readonly data?: UserData;
  /** Attach the device at this PASID before the table is filled, as an immediate attach does. */
  readonly beforeFilling?: (hwpt: number) => number;
  readonly pasid?: number;
}

/**
 * Checks in order: unknown flags, dirty tracking that the device does not support, a fault queue on a nest parent EOPNOTSUPP;
 * the driver's checks; attach; filling EADDRINUSE, EINVAL, EFAULT. Undone by: destroyHwpt.
 */
export function allocPaging(request: PagingRequest): number {
  const { context, device, ioasId, flags } = request;
  if ((flags & ~KNOWN_FLAGS) !== 0) return FAIL.EOPNOTSUPP;
  if ((flags & DIRTY_TRACKING) !== 0 && !canTrackDirt(request)) return FAIL.EOPNOTSUPP;
  if ((flags & FAULT_ID_VALID) !== 0 && (flags & NEST_PARENT) !== 0) return FAIL.EOPNOTSUPP;
  const shape = shapeOf(request);
  if (typeof shape === 'number') return shape;
  const { objects } = context;
  const id = allocObject(objects, KIND.paging);
  objects.details.set(id, {
    kind: 'paging',
    id,
    ioas: ioasId,
    driver: device.driver,
    unit: device.unit,
    flags,
    automatic: false,
    fault: 0,
    shape,
    dirtyTracking: false,
    dirtyMarks: new Set(),
  });
  return attachAndFill(request, id, shape);
}

function attachAndFill(request: PagingRequest, id: number, shape: TableShape): number {
  const { memory, context, device, ioas, ioasId, beforeFilling, pasid = 0 } = request;
  const { objects } = context;
  const attached = beforeFilling?.(id) ?? 0;
  const result = attached < 0 ? attached : addTable(memory, ioas, { id, shape });
  if (result === 0) {
    addUsers(objects, ioasId, 1);
    return id;
  }
  const group = context.groups.get(device.group);
  if (attached === 0 && beforeFilling !== undefined && group !== undefined) {
    detachHwpt({ world: memory.world, context, device, group, pasid });
  }
  freeObject(objects, id);
  return result;
}

function canTrackDirt({ memory, device }: PagingRequest): boolean {
  if (device.driver === 'mock') return !device.noDirty;
  return unitOfDevice(memory.world, device)?.dirtyTracking ?? false;
}

function shapeOf(request: PagingRequest): TableShape | number {
  const { memory, device, data } = request;
  // iommufd handles fault queues and removes the flag before it calls the driver.
  const flags = request.flags & ~FAULT_ID_VALID;
  if (device.driver === 'mock') return mockShape({ user: memory.user, flags, data: data ?? null });
  return data === undefined ? vtdShape(memory.world, device, flags) : FAIL.EOPNOTSUPP;
}
