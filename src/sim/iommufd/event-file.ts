/** read and poll of a vEVENTQ's fd. Source: iommufd/eventq.c iommufd_veventq_fops_read, iommufd_eventq_fops_poll (7.3). */

import { POLLIN } from '../../kernel/syscalls.ts';
import { IOMMU_VEVENTQ_FLAG_LOST_EVENTS, iommufd_vevent_header } from '../../uapi/iommufd.ts';
import { iommu_viommu_event_selftest } from '../../uapi/selftest.ts';
import { FAIL } from '../state/fail.ts';
import type { EventQueue, VirtualEvent } from '../state/objects.ts';

const HEADER_BYTES = iommufd_vevent_header.sizeBytes;

/**
 * Reads whole events only. Checks in order: no room for a header EINVAL, even without an event; the first event does not fit
 * EINVAL.
 */
export function readEvents({ events }: EventQueue, into: Uint8Array): number {
  if (into.length < HEADER_BYTES) return FAIL.EINVAL;
  let done = 0;
  for (let event = events[0]; event !== undefined; event = events[0]) {
    const bytes = encode(event);
    if (done + bytes.length > into.length) return done === 0 ? FAIL.EINVAL : done;
    into.set(bytes, done);
    events.shift();
    done += bytes.length;
  }
  return done;
}

function encode({ sequence, virtId }: VirtualEvent): Uint8Array {
  if (virtId === null) return iommufd_vevent_header.encode({ flags: IOMMU_VEVENTQ_FLAG_LOST_EVENTS, sequence });
  const bytes = new Uint8Array(HEADER_BYTES + iommu_viommu_event_selftest.sizeBytes);
  bytes.set(iommufd_vevent_header.encode({ sequence }));
  bytes.set(iommu_viommu_event_selftest.encode({ virt_id: virtId }), HEADER_BYTES);
  return bytes;
}

/** Never writable. */
export function pollEvents({ events: waiting }: EventQueue, events: number): number {
  return waiting.length > 0 ? events & POLLIN : 0;
}
