/**
 * Page requests: from fault queues to the guest's queue, and its answers back. Each group is answered: at once when it cannot be
 * forwarded, with INVALID when the guest does not answer in time.
 *
 * Source: VT-d r5 §7.4, §7.7; linux/iommufd.h struct iommu_hwpt_pgfault, iommu_hwpt_page_response (7.3).
 */

import { known } from '../../assert.ts';
import { packRequester } from '../../model/bdf.ts';
import type { PageGroupResponseDescriptor } from '../../vtd/descriptor.ts';
import { reportQueue } from '../host/fault-queues.ts';
import { slotOf } from '../state/device-state.ts';
import type { EngineState } from '../state/engine-state.ts';
import type { HeldQueue } from '../state/held-queue.ts';
import type { HostFault } from '../state/host-ops.ts';

const SUCCESS = 0;
const INVALID = 1;
const GUEST_DEADLINE_MS = 10_000;

/** Read every queue and forward its requests to the guest. */
export function pollFaults(engine: EngineState): void {
  for (const held of engine.queues.values()) {
    const faults = engine.host.readFaults(held.queue);
    if (typeof faults === 'number') {
      reportQueue(engine, `fault queue ${held.queue.id} cannot be read`, faults);
      continue;
    }
    let refused: 0 | 1 | null = null;
    for (const fault of faults) {
      refused = worse(refused, forward(engine, fault));
      if (!fault.last) continue;
      if (refused !== null) respond(engine, held, { cookie: fault.cookie, code: refused });
      else held.pending.push({ ...placeOf(fault), cookie: fault.cookie, ageMs: 0 });
      refused = null;
    }
  }
}

function placeOf({ device, pasid, group }: HostFault): Pick<HostFault, 'device' | 'pasid' | 'group'> {
  return { device, pasid, group };
}

function worse(before: 0 | 1 | null, now: 0 | 1 | null): 0 | 1 | null {
  return before === INVALID ? before : (now ?? before);
}

/** `null` when the request was forwarded, else the answer to its group. VT-d has no requests for execution without reading. */
function forward({ devices, guestQueue }: EngineState, fault: HostFault): 0 | 1 | null {
  const { device } = known(devices[fault.device], `device ${fault.device}`);
  if (fault.pasid === 0 || (fault.execute && !fault.read)) return INVALID;
  const taken = guestQueue({
    pasid: fault.pasid,
    source: packRequester(device),
    read: fault.read,
    write: fault.write,
    execute: fault.execute,
    privileged: fault.privileged,
    last: fault.last,
    group: fault.group,
    address: fault.address,
    privateData: null,
  });
  if (taken === 'taken') return null;
  return taken === 'full' ? SUCCESS : INVALID;
}

/** Failure (15) is answered INVALID: the kernel refuses it, and the group would stay unanswered (src/quirks.md Q13). */
export function answerGroup(engine: EngineState, response: PageGroupResponseDescriptor): void {
  const { source, pasid, group, code, hasPasid } = response;
  const state = engine.devices.find(({ device }) => packRequester(device) === source);
  const slot = state === undefined ? -1 : slotOf(state, pasid);
  const held = slot < 0 ? undefined : engine.queues.get(engine.slots.hwpt(slot));
  const index = held?.pending.findIndex((item) => {
    return item.device === state?.index && item.pasid === pasid && item.group === group;
  });
  if (!hasPasid || held === undefined || index === undefined || index < 0) {
    const message = `the answer to group ${group} of PASID ${pasid} is dropped: no such group is unanswered`;
    engine.report({ code: 'VIOMMU_PAGE_REQUEST', device: state?.device.name ?? null, pasid, message });
    return;
  }
  const [answered] = held.pending.splice(index, 1);
  if (answered !== undefined) respond(engine, held, { cookie: answered.cookie, code: code === 0 ? SUCCESS : INVALID });
}

/** `ms` have passed: answer the groups whose deadline is over. */
export function expirePending(engine: EngineState, ms: number): void {
  for (const held of engine.queues.values()) {
    for (const item of held.pending) item.ageMs += ms;
    const late = held.pending.filter(({ ageMs }) => ageMs >= GUEST_DEADLINE_MS);
    if (late.length === 0) continue;
    held.pending = held.pending.filter(({ ageMs }) => ageMs < GUEST_DEADLINE_MS);
    for (const { cookie, device, pasid, group } of late) {
      const name = engine.devices[device]?.device.name ?? null;
      const message = `the guest did not answer group ${group} of PASID ${pasid} in time: it is answered INVALID`;
      engine.report({ code: 'VIOMMU_PAGE_REQUEST', device: name, pasid, message });
      respond(engine, held, { cookie, code: INVALID });
    }
  }
}

/** Time until the next deadline; `null` when no group is unanswered. */
export function msToDeadline({ queues }: EngineState): number | null {
  let oldestMs: number | null = null;
  for (const { pending } of queues.values()) {
    const [oldest] = pending;
    if (oldest !== undefined) oldestMs = Math.max(oldestMs ?? 0, oldest.ageMs);
  }
  return oldestMs === null ? null : GUEST_DEADLINE_MS - oldestMs;
}

interface Answer {
  readonly cookie: number;
  readonly code: 0 | 1;
}

function respond(engine: EngineState, { queue }: HeldQueue, { cookie, code }: Answer): void {
  const result = engine.host.respond(queue, cookie, code);
  if (result < 0) reportQueue(engine, `the answer to cookie ${cookie} of fault queue ${queue.id} failed`, result);
}
