/** The few phases that the steps of a plan fall into, however many they are. */

import type { Step, StepKind } from '../model/plan.ts';
import { escapeControls } from '../text/escape.ts';
import { viommuOf } from './plan-summary.ts';

const PREPARE = 'Prepare the host';
const GIVE_BACK = 'Give back to the host';
const BUILD = 'Build vIOMMU';
const PASIDS = 'PASIDs of vIOMMU';
const TAKE_DOWN = 'Take down vIOMMU';

const PHASES: Readonly<Record<StepKind, string>> = {
  'load-module': PREPARE,
  'take-device': PREPARE,
  'create-file': PREPARE,
  'unload-module': GIVE_BACK,
  'give-back-device': GIVE_BACK,
  'keep-device': GIVE_BACK,
  'reclaim-device': PREPARE,
  'remove-file': GIVE_BACK,
  'open-viommu': BUILD,
  'bind-device': BUILD,
  'map-memory': BUILD,
  'alloc-parent': BUILD,
  'attach-rid': BUILD,
  'alloc-first-stage': PASIDS,
  'attach-pasids': PASIDS,
  'replace-pasids': PASIDS,
  'set-domain': PASIDS,
  'detach-pasids': PASIDS,
  'free-first-stage': PASIDS,
  'detach-rid': TAKE_DOWN,
  'free-parent': TAKE_DOWN,
  'unmap-memory': TAKE_DOWN,
  'release-device': TAKE_DOWN,
  'close-viommu': TAKE_DOWN,
};

/** `PASIDs of vIOMMU vm1`. */
export function phaseOf(step: Step): string {
  const viommu = viommuOf(step);
  return viommu === null ? PHASES[step.kind] : `${PHASES[step.kind]} ${escapeControls(viommu)}`;
}
