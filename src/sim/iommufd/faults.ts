/** Page requests: queueing them, and answering them when their attachment is removed. Source: iommufd/eventq.c (7.3). */

import type { Bdf } from '../../model/bdf.ts';
import { deviceOf } from '../state/groups.ts';
import { findHwpt } from '../state/hwpt.ts';
import type { Device, FaultQueue, Group, PageRequest } from '../state/objects.ts';
import { hwptAt } from '../state/pasid-map.ts';
import type { Context, World } from '../state/world.ts';

export function faultQueueOf({ objects }: Context, id: number): FaultQueue | null {
  const detail = objects.details.get(id);
  return detail?.kind === 'fault' ? detail : null;
}

/**
 * Queue a request of one record at the attachment of its PASID; on the mock, where users manage PASID tables, also at a nested
 * RID. Without a fault queue the kernel answers the request INVALID.
 * Source: drivers/iommu/io-pgfault.c find_fault_handler; iommufd_fault_iopf_handler.
 */
export function reportFault(context: Context, device: Device, request: PageRequest): void {
  reportGroup(context, device, [request]);
}

/** Queue the records of one group: they have the same PASID and group number, and the last one has the LAST flag. */
function reportGroup(context: Context, device: Device, records: readonly PageRequest[]): void {
  const group = context.groups.get(device.group);
  const [first] = records;
  if (group === undefined || first === undefined) return;
  const taker = takerOf(context, { group, device, pasid: first.pasid });
  if (taker === null) return;
  faultQueueOf(context, taker.fault)?.queued.push({
    device: device.id,
    attachment: taker.attachment,
    records: [...records],
  });
}

/** Queue page requests of a bound VFIO device. */
export function requestPages(world: World, address: Bdf, records: readonly PageRequest[]): void {
  for (const file of world.files.values()) {
    if (file.kind !== 'vfio' || file.address !== address || file.context === 0) continue;
    const context = world.contexts.get(file.context);
    const device = context === undefined ? null : deviceOf(context, file.device);
    if (context !== undefined && device !== null) reportGroup(context, device, records);
  }
}

interface Source {
  readonly group: Group;
  readonly device: Device;
  readonly pasid: number;
}

function takerOf(context: Context, { group, device, pasid }: Source): { fault: number; attachment: number } | null {
  const own = findHwpt(context, hwptAt(group.pasids, pasid));
  if (own !== null) return own.fault === 0 ? null : { fault: own.fault, attachment: pasid };
  if (device.driver !== 'mock') return null;
  const rid = findHwpt(context, hwptAt(group.pasids, 0));
  return rid?.nested === true && rid.fault !== 0 ? { fault: rid.fault, attachment: 0 } : null;
}

/** Queued and unanswered requests of an attachment are answered INVALID. Source: iommufd_auto_response_faults. */
export function answerFaultsOf(context: Context, fault: number, { group, pasid }: Omit<Source, 'device'>): void {
  const queue = fault === 0 ? null : faultQueueOf(context, fault);
  if (queue === null) return;
  const goes = (request: { device: number; attachment: number }): boolean =>
    request.attachment === pasid && group.devices.includes(request.device);
  const stay = queue.queued.filter((request) => !goes(request));
  queue.queued.splice(0, queue.queued.length, ...stay);
  for (const [cookie, request] of queue.delivered) if (goes(request)) queue.delivered.delete(cookie);
}
