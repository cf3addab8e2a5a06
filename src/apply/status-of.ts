/** The ledger for `pasidctl status`, with the answer of a witness for each binding. */

import type { LiveBinding } from '../model/live.ts';
import type { BindingStatus, ViommuStatus } from '../model/status.ts';
import { attachTarget, type HeldViommu, heldDevice, heldStage, hwptId } from './ledger.ts';
import type { Witness } from './witness.ts';

export function viommuStatus(held: HeldViommu, witness: Witness): ViommuStatus {
  const { name, iommufd, ioas, memory, nestParents, devices, bindings } = held;
  return {
    name,
    iommufd,
    ioas,
    memoryBytes: [...memory.values()].reduce((sum, { sizeBytes }) => sum + sizeBytes, 0n),
    nestParents: [...nestParents].map(([unit, hwpt]) => ({ unit, hwpt })),
    devices: [...devices.values()].map(({ handle, ridOwner: _, ...device }) => ({ ...device, devId: handle.devId })),
    bindings: [...bindings.values()].flatMap(({ ranges }) =>
      ranges.map((range) => bindingStatus(held, range, witness)),
    ),
  };
}

function bindingStatus(held: HeldViommu, range: LiveBinding, witness: Witness): BindingStatus {
  const { device, first, last, domain, to } = range;
  const hwpt = hwptId(held, to);
  return { device, first, last, domain, target: targetOf(held, range), hwpt, state: stateOf(held, range, witness) };
}

function targetOf(held: HeldViommu, { to }: LiveBinding): BindingStatus['target'] {
  const stage = heldStage(held, to);
  if (stage === null) return { kind: 'pass-through' };
  const { unit: _, hwpt: __, owner: ___, separate: ____, ...firstStage } = stage;
  return { kind: 'first-stage', ...firstStage };
}

function stateOf(
  held: HeldViommu,
  { device: name, first, last, to }: LiveBinding,
  witness: Witness,
): BindingStatus['state'] {
  const device = heldDevice(held, name);
  const target = attachTarget(held, to);
  for (let pasid = first; pasid <= last; pasid++) {
    const answer = witness(device, pasid, target);
    if (answer === 'no') return 'lost';
    if (answer === 'unknown') return 'held';
  }
  return 'attached';
}
