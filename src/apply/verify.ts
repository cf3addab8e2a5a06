/**
 * Look again: the reader that planned must find nothing left to do, and every attachment must be so in the eyes of a witness
 * that can see it. Where nothing can see it, that is said, not assumed.
 */

import { parentRef } from '../model/hwpt-ref.ts';
import type { LiveDevice } from '../model/live.ts';
import type { Verification } from '../model/outcome.ts';
import { formatPasids, NO_PASID, type PasidRange } from '../model/pasid.ts';
import type { Plan } from '../model/plan.ts';
import { describeStep } from '../steps/step-kinds.ts';
import { type Breather, createBreather } from './breather.ts';
import type { ApplyContext } from './context.ts';
import { attachTarget, type HeldViommu, heldDevice, Ledger } from './ledger.ts';
import { StepError, stopIfAborted } from './step-error.ts';
import type { AttachTarget, Testimony, Witness } from './witness.ts';

/**
 * @param replan  observe and plan again, for the same spec
 * @throws StepError naming what is not as it should be, or when it was asked to stop
 */
export async function verifyApplied(context: ApplyContext, replan: () => Plan): Promise<Verification> {
  const left = replan().steps;
  if (left.length > 0) {
    throw new StepError(`after the last step the machine still differs from the spec: ${leftText(left)}`, {
      code: 'APPLY_NOT_CONVERGED',
    });
  }
  const tally: Tally = { verified: 0, unverified: [] };
  const look: Look = { witness: context.callWitness(), tally, signal: context.signal, breathe: createBreather() };
  // As it would be read back: with what an engine holds.
  const { ledger } = context;
  const held = ledger.hasGuest() ? new Ledger(ledger.toLive()) : ledger;
  for (const viommu of held.viommus.values()) await verifyViommu(viommu, look);
  return tally;
}

/** `2 steps are left, the first is: take vf0 from …` */
function leftText(left: Plan['steps']): string {
  const [first] = left;
  const words = first === undefined ? '' : describeStep(first.step);
  return left.length === 1 ? `one step is left, ${words}` : `${left.length} steps are left, the first is: ${words}`;
}

interface Tally {
  verified: number;
  readonly unverified: string[];
}

interface Look {
  readonly witness: Witness;
  readonly tally: Tally;
  readonly signal: AbortSignal;
  readonly breathe: Breather;
}

/** PASIDs between two looks at the clock. */
const BURST = 256;

async function verifyViommu(viommu: HeldViommu, look: Look): Promise<void> {
  const { witness, tally } = look;
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
      const answer = await askAbout({ device, range, target: attachTarget(viommu, range.to) }, look);
      count(answer, range.last === NO_PASID ? `RID of ${name}` : `${name} PASID ${formatPasids(range)}`, tally);
    }
  }
}

interface Attached {
  readonly device: LiveDevice;
  readonly range: PasidRange;
  readonly target: AttachTarget;
}

/** The first answer that is not yes, about any PASID of the range. */
async function askAbout(
  { device, range: { first, last }, target }: Attached,
  { witness, signal, breathe }: Look,
): Promise<Testimony> {
  for (let pasid = first; pasid <= last; pasid++) {
    const answer = witness(device, pasid, target);
    if (answer !== 'yes') return answer;
    const pause = (pasid - first) % BURST === 0 ? breathe() : null;
    if (pause === null) continue;
    await pause;
    stopIfAborted(signal);
  }
  return 'yes';
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
