/**
 * Whether a vIOMMU can have bindings at all: reported once for the vIOMMU, not again for each binding.
 * Source: QEMU 11.1 vtd_decide_config and vtd_check_hiod_accel; linux/iommufd.h IOMMU_HWPT_ALLOC_PASID (7.3).
 */

import type { ViommuSpec } from '../../model/spec.ts';
import type { DraftBinding } from '../normalize/draft.ts';
import type { Problem } from '../problem.ts';
import { at, pasidsAt, type RuleContext } from './rule.ts';

/** QEMU accepts the combination, and then emulates PASIDs that no passed-through device can use. */
export function* pasidsWithoutFirstStage({ draft, bindingsOf }: RuleContext): Generator<Problem> {
  for (const viommu of draft.viommus) {
    if (viommu.pasidBits === 0 || viommu.firstStage || bindingsOf(viommu).length > 0) continue;
    const message = `The vIOMMU ${viommu.name} has \`pasidBits: ${viommu.pasidBits}\`, but without a first stage no PASID can be attached.`;
    yield {
      code: 'SPEC_PASIDS_WITHOUT_FIRST_STAGE',
      message,
      at: at(viommu, 'pasidBits'),
      basis: [at(viommu, 'firstStage')],
    };
  }
}

export function* firstStageOff(context: RuleContext): Generator<Problem> {
  for (const viommu of context.draft.viommus) {
    const [binding] = context.bindingsOf(viommu);
    if (viommu.firstStage || binding === undefined) continue;
    const message = `The vIOMMU ${viommu.name} has no first stage, which ${describeBindings(viommu, binding, context)}.`;
    const place = at(viommu, viommu.pasidBits > 0 ? 'pasidBits' : 'firstStage');
    yield { code: 'SPEC_FIRST_STAGE_OFF', message, at: place, basis: [at(viommu, 'firstStage')] };
  }
}

export function* pasidsOff(context: RuleContext): Generator<Problem> {
  for (const viommu of context.draft.viommus) {
    const [binding] = context.bindingsOf(viommu);
    if (viommu.pasidBits > 0 || binding === undefined) continue;
    const message = `The vIOMMU ${viommu.name} has \`pasidBits: 0\`, but ${describeBindings(viommu, binding, context)} PASIDs.`;
    yield { code: 'SPEC_PASIDS_OFF', message, at: at(viommu, 'pasidBits'), basis: [pasidsAt(binding)] };
  }
}

function describeBindings(viommu: ViommuSpec, binding: DraftBinding, { bindingsOf, where }: RuleContext): string {
  const others = bindingsOf(viommu).length - 1;
  const place = where(pasidsAt(binding));
  return others === 0 ? `the binding at ${place} needs` : `the binding at ${place} and ${others} more need`;
}
