/** Titles for the phases of a plan: a few, however many steps it has. */

import type { Step } from '../model/plan.ts';
import { traitsOf, viommuOf } from '../steps/step-kinds.ts';
import type { Phase } from '../steps/traits.ts';
import { escapeControls } from '../text/escape.ts';

const TITLES: Readonly<Record<Phase, string>> = {
  prepare: 'Prepare the host',
  'give-back': 'Give back to the host',
  build: 'Build vIOMMU',
  pasids: 'PASIDs of vIOMMU',
  'take-down': 'Take down vIOMMU',
};

/** `PASIDs of vIOMMU vm1`. */
export function phaseTitle(step: Step): string {
  const viommu = viommuOf(step);
  const title = TITLES[traitsOf(step).phase];
  return viommu === null ? title : `${title} ${escapeControls(viommu)}`;
}
