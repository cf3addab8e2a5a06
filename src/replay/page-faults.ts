/** Page requests of a script: a device's go into the simulated kernel, a guest's answers become descriptors. */

import type { FaultOperation, ResponseOperation } from '../guest/operation.ts';
import { packRequester } from '../model/bdf.ts';
import { hex } from '../text/hex.ts';
import { IOMMU_PGFAULT_FLAGS, IOMMU_PGFAULT_PERM } from '../uapi/iommufd.ts';
import type { Engine } from '../viommu/engine.ts';
import { encodeDescriptor } from '../vtd/encode-descriptor.ts';
import type { PageRequest } from '../vtd/page-request.ts';
import type { GuestLine } from './replay-line.ts';
import type { ReplayDevice, ReplayMachine } from './replay-machine.ts';

type KernelRecord = Parameters<ReplayMachine['world']['requestPages']>[1][number];

/** Takes the page requests of a device; a group goes to the kernel with its last request, as on real devices. */
export function createPageFaults({ world, devices }: ReplayMachine): (fault: FaultOperation) => void {
  const open = new Map<string, KernelRecord[]>();
  return (fault) => {
    const device = devices.find(({ engine }) => engine.name === fault.device);
    if (device === undefined) return;
    const key = `${fault.device} ${fault.pasid} ${fault.group}`;
    const records = open.get(key) ?? [];
    open.set(key, records);
    records.push(recordOf(fault));
    if (!fault.last) return;
    open.delete(key);
    world.requestPages(device.bdf, records);
  };
}

function recordOf({ pasid, address, group, last, ...wants }: FaultOperation): KernelRecord {
  const { PASID_VALID, LAST_PAGE } = IOMMU_PGFAULT_FLAGS;
  const { READ, WRITE, EXEC, PRIV } = IOMMU_PGFAULT_PERM;
  const perm =
    (wants.read ? READ : 0) | (wants.write ? WRITE : 0) | (wants.execute ? EXEC : 0) | (wants.privileged ? PRIV : 0);
  return { flags: (pasid === 0 ? 0 : PASID_VALID) | (last ? LAST_PAGE : 0), pasid, grpid: group, perm, addr: address };
}

/** The guest's answer, as the descriptor that it queues. */
export function answerPages(
  engine: Engine,
  devices: readonly ReplayDevice[],
  { device: name, pasid, group, code }: ResponseOperation,
): void {
  const found = devices.find((device) => device.engine.name === name);
  if (found === undefined) return;
  const { lo, hi } = encodeDescriptor({
    kind: 'page-group-response',
    hasPasid: pasid !== 0,
    code,
    source: packRequester(found.engine),
    pasid,
    last: true,
    group,
  });
  engine.descriptor(lo, hi);
}

/** The line of a page request in the guest's queue. */
export function pageRequestLine(devices: readonly ReplayDevice[], request: PageRequest): GuestLine {
  const { pasid, source, address, group, last, read, write, execute, privileged } = request;
  const device = devices.find((one) => packRequester(one.engine) === source)?.engine.name ?? '';
  const fields = { address: hex(address), group, last, read, write, execute, privileged };
  return { guest: 'page-request', device, pasid: pasid ?? 0, ...fields };
}
