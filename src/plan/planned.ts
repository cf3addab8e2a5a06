/** A step with its reason, and what it disrupts while it runs. */

import type { Disruption, PlannedStep, Reason, Step, StepKind } from '../model/plan.ts';

/**
 * Taking a device and binding it reset the function (vfio-pci does, at bind and at open), and whatever it was doing stops;
 * everything else leaves running DMA alone. Source: vfio_pci_core_enable (7.3).
 */
const RESETS_DEVICE: ReadonlySet<StepKind> = new Set([
  'take-device',
  'give-back-device',
  'bind-device',
  'release-device',
  'detach-rid',
]);

export function planned(reason: Reason, step: Step): PlannedStep {
  return { step, reason, disruption: disruptionOf(step) };
}

function disruptionOf(step: Step): Disruption {
  return RESETS_DEVICE.has(step.kind) ? 'device-reset' : 'live';
}
