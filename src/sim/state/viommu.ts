/** VIOMMUs, vDEVICEs and event queues: lookups, destruction and events. Source: iommufd/viommu.c, driver.c, eventq.c (7.3). */

import { FAIL } from './fail.ts';
import { addUsers, entombObject, freeObject } from './object-table.ts';
import type { Device, EventQueue, Vdevice, Viommu } from './objects.ts';
import type { Context } from './world.ts';

const LAST_SEQUENCE = 0x7fff_ffff;

/** Typed lookups: `null` for a missing id and for one of another kind. */
export function viommuOf({ objects }: Context, id: number): Viommu | null {
  const detail = objects.details.get(id);
  return detail?.kind === 'viommu' ? detail : null;
}

export function vdeviceOf({ objects }: Context, id: number): Vdevice | null {
  const detail = objects.details.get(id);
  return detail?.kind === 'vdevice' ? detail : null;
}

export function eventQueueOf({ objects }: Context, id: number): EventQueue | null {
  const detail = objects.details.get(id);
  return detail?.kind === 'event-queue' ? detail : null;
}

/** The queue of this type; a VIOMMU has one of each at most. Source: iommufd_viommu_find_veventq. */
export function eventQueueFor({ objects }: Context, viommu: number, type: number): EventQueue | null {
  for (const detail of objects.details.values()) {
    if (detail.kind === 'event-queue' && detail.viommu === viommu && detail.type === type) return detail;
  }
  return null;
}

/**
 * The virtual id of a device in a VIOMMU; `null` when it has none (ENOENT). A device has at most one vDEVICE.
 * Source: iommufd_viommu_get_vdev_id.
 */
export function virtIdOf(context: Context, viommu: number, { vdevice }: Device): bigint | null {
  const found = vdeviceOf(context, vdevice);
  return found?.viommu === viommu ? found.virtId : null;
}

/** Source: iommufd_vdevice_destroy, iommufd_vdevice_abort. */
export function destroyVdevice(context: Context, id: number, then: 'free' | 'entomb'): void {
  const { objects } = context;
  const found = vdeviceOf(context, id);
  if (found === null) return;
  viommuOf(context, found.viommu)?.devices.delete(found.virtId);
  addUsers(objects, found.viommu, -1);
  const device = objects.details.get(found.device);
  if (device?.kind === 'device') device.vdevice = 0;
  if (then === 'free') freeObject(objects, id);
  else entombObject(objects, id);
}

/**
 * When the queue is full, one header stands for all lost events, with the sequence number of the last one.
 * Source: iommufd_viommu_report_event.
 */
export function reportEvent(context: Context, { viommu, virtId, type }: VirtualSource): number {
  const queue = eventQueueFor(context, viommu, type);
  if (queue === null) return FAIL.EOPNOTSUPP;
  const { events, depth, sequence } = queue;
  const lost = events.at(-1)?.virtId === null;
  const waiting = lost ? events.length - 1 : events.length;
  if (lost) events.pop();
  events.push({ sequence, virtId: waiting === depth ? null : Number(BigInt.asUintN(32, virtId)) });
  queue.sequence = sequence === LAST_SEQUENCE ? 0 : sequence + 1;
  return 0;
}

export interface VirtualSource {
  readonly viommu: number;
  readonly virtId: bigint;
  readonly type: number;
}
