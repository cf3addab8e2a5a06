/**
 * Look again: the reader that planned must find nothing left to do, and every attachment must be so in the eyes of a witness
 * that can see it. Where nothing can see it, that is said, not assumed.
 */

import { parentRef } from '../model/hwpt-ref.ts';
import type { Verification } from '../model/outcome.ts';
import { formatPasids, NO_PASID } from '../model/pasid.ts';
import type { Plan } from '../model/plan.ts';
import type { ApplyContext } from './context.ts';
import { attachTarget, type HeldViommu, heldDevice, Ledger } from './ledger.ts';
import { StepError } from './step-error.ts';
import type { Testimony, Witness } from './witness.ts';

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
  // As it would be read back: with what an engine holds.
  const held = new Ledger(context.ledger.toLive());
  for (const viommu of held.viommus.values()) verifyViommu(witness, viommu, tally);
  return tally;
}

interface Tally {
  verified: number;
  readonly unverified: string[];
}

function verifyViommu(witness: Witness, viommu: HeldViommu, tally: Tally): void {
  for (const device of viommu.devices.values()) {
    // A guest may have put its RID elsewhere; then a binding says where.
    if (viommu.bindings.get(device.name)?.ranges[0]?.first === NO_PASID) continue;
    const target = device.ridAttached ? attachTarget(viommu, parentRef(device.unit)) : null;
    count(witness(device, NO_PASID, target), `RID of ${device.name}`, tally);
  }
  for (const [name, list] of viommu.bindings) {
    if (list.ranges.length === 0) continue;
    const device = heldDevice(viommu, name);
    for (const range of list.ranges) {
      const target = attachTarget(viommu, range.to);
      let answer: Testimony = 'yes';
      for (let pasid = range.first; pasid <= range.last && answer === 'yes'; pasid++) {
        answer = witness(device, pasid, target);
      }
      count(answer, range.last === NO_PASID ? `RID of ${name}` : `${name} PASID ${formatPasids(range)}`, tally);
    }
  }
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
