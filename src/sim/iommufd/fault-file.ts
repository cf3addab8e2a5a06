/** read, write and poll of a fault queue's fd. Source: iommufd/eventq.c iommufd_fault_fops_{read,write,poll} (7.3). */

import { POLLIN, POLLOUT } from '../../kernel/syscalls.ts';
import { IOMMUFD_PAGE_RESP, iommu_hwpt_page_response, iommu_hwpt_pgfault } from '../../uapi/iommufd.ts';
import { FAIL } from '../state/fail.ts';
import type { FaultGroup, FaultQueue } from '../state/objects.ts';

const RECORD = iommu_hwpt_pgfault;
const RESPONSE = iommu_hwpt_page_response;

/** Reads whole groups only. Checks in order: length ESPIPE; the first group does not fit EINVAL; nothing queued 0. */
export function readFaults(queue: FaultQueue, into: Uint8Array): number {
  if (into.length % RECORD.sizeBytes !== 0) return FAIL.ESPIPE;
  let done = 0;
  for (let group = queue.queued[0]; group !== undefined; group = queue.queued[0]) {
    const length = group.records.length * RECORD.sizeBytes;
    if (done + length > into.length) return done === 0 ? FAIL.EINVAL : done;
    const cookie = lowestFreeCookie(queue);
    into.set(encodeGroup(group, cookie), done);
    queue.queued.shift();
    queue.delivered.set(cookie, group);
    done += length;
  }
  return done;
}

function encodeGroup({ device, records }: FaultGroup, cookie: number): Uint8Array {
  const bytes = new Uint8Array(records.length * RECORD.sizeBytes);
  for (const [index, record] of records.entries()) {
    bytes.set(RECORD.encode({ ...record, dev_id: device, cookie }), index * RECORD.sizeBytes);
  }
  return bytes;
}

/** The lowest free number from 1 on; it is free again after the answer. */
function lowestFreeCookie({ delivered }: FaultQueue): number {
  let cookie = 1;
  while (delivered.has(cookie)) cookie += 1;
  return cookie;
}

/** Checks in order: length ESPIPE; code or cookie EINVAL, unless an answer before it was taken: then the bytes taken. */
export function writeResponses({ delivered }: FaultQueue, from: Uint8Array): number {
  if (from.length % RESPONSE.sizeBytes !== 0) return FAIL.ESPIPE;
  let done = 0;
  while (done < from.length) {
    const { cookie, code } = RESPONSE.decode(from.subarray(done, done + RESPONSE.sizeBytes));
    const known = code === IOMMUFD_PAGE_RESP.SUCCESS || code === IOMMUFD_PAGE_RESP.INVALID;
    if (!known || !delivered.delete(cookie)) return done === 0 ? FAIL.EINVAL : done;
    done += RESPONSE.sizeBytes;
  }
  return done;
}

/** Always writable; readable while a group is unread. */
export function pollFaults({ queued }: FaultQueue, events: number): number {
  return events & (POLLOUT | (queued.length > 0 ? POLLIN : 0));
}
