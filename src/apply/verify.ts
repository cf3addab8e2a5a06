/**
 * Look again: the reader that planned must find nothing left to do, and every attachment must be so in the eyes of a witness
 * that can see it. Where nothing can see it, that is said, not assumed.
 */

import { known } from '../assert.ts';
import { heldStageRef, parentRef } from '../model/hwpt-ref.ts';
import type { HwptRef, LiveViommu } from '../model/live.ts';
import type { Verification } from '../model/outcome.ts';
import { formatPasids } from '../model/pasid.ts';
import type { Plan } from '../model/plan.ts';
import type { ApplyContext } from './context.ts';
import { StepError } from './step-error.ts';
import type { AttachTarget, Testimony, Witness } from './witness.ts';

/**
 * @param replan  observe and plan again, for the same spec
 * @throws StepError naming what is not as it should be
 */
export function verifyApplied(context: ApplyContext, replan: () => Plan): Verification {
  const left = replan().steps;
  if (left.length > 0) {
    throw new StepError(`after the last step the machine still differs from the spec by ${left.length} steps`, {
      code: 'APPLY_NOT_CONVERGED',
    });
  }
  const tally: Tally = { verified: 0, unverified: [] };
  const witness = context.callWitness();
  for (const viommu of context.ledger.toLive().viommus) verifyViommu(witness, viommu, tally);
  return tally;
}

interface Tally {
  verified: number;
  readonly unverified: string[];
}

function verifyViommu(witness: Witness, viommu: LiveViommu, tally: Tally): void {
  const targets = targetsOf(viommu);
  const devices = new Map(viommu.devices.map((device) => [device.name, device]));
  for (const device of devices.values()) {
    // Else a guest has put its RID elsewhere, and a binding says where.
    const target = device.ridAttached ? known(targets.get(parentRef(device.unit)), 'nest parent') : null;
    const isBound = viommu.bindings.some(({ device: name, first }) => name === device.name && first === 0);
    if (!isBound) count(witness(device, 0, target), `RID of ${device.name}`, tally);
  }
  for (const { device: name, first, last, to } of viommu.bindings) {
    const device = known(devices.get(name), `device ${name}`);
    const target = known(targets.get(to), `HWPT ${to}`);
    let answer: Testimony = 'yes';
    for (let pasid = first; pasid <= last && answer === 'yes'; pasid++) answer = witness(device, pasid, target);
    const subject = last === 0 ? `RID of ${name}` : `${name} PASID ${formatPasids({ first, last })}`;
    count(answer, subject, tally);
  }
}

/** What the names of HWPTs stand for, as a witness wants to know it. */
function targetsOf({ nestParents, firstStages }: LiveViommu): ReadonlyMap<HwptRef, AttachTarget> {
  return new Map<HwptRef, AttachTarget>([
    ...nestParents.map(({ unit, hwpt }) => [parentRef(unit), { hwpt, stage: null }] as const),
    ...firstStages.map((stage) => [heldStageRef(stage), { hwpt: stage.hwpt, stage }] as const),
  ]);
}

function count(answer: 'yes' | 'no' | 'unknown', subject: string, tally: Tally): void {
  if (answer === 'no') {
    throw new StepError(`${subject} is not attached to what the plan promised, although no call failed`, {
      code: 'APPLY_NOT_CONVERGED',
    });
  }
  if (answer === 'yes') tally.verified++;
  else tally.unverified.push(subject);
}
