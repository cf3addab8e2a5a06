/** Rules about a binding and its device and vIOMMU. */

import type { Problem } from '../problem.ts';
import { didYouMean } from './did-you-mean.ts';
import { at, type RuleContext } from './rule.ts';

export function* unknownBindingDevice({ draft }: RuleContext): Generator<Problem> {
  if (!draft.complete) return;
  const known = new Set(draft.deviceNames.map(({ name }) => name));
  for (const binding of draft.bindings) {
    const { device } = binding;
    if (known.has(device)) continue;
    const message = `The binding is for the device ${device}, which \`devices\` does not list.`;
    yield { code: 'SPEC_UNKNOWN_DEVICE', message, at: at(binding, 'device'), ...didYouMean(device, known) };
  }
}

/** A PASID is attached to a HWPT of an iommufd, and each vIOMMU is one iommufd. */
export function* deviceWithoutViommu({ draft }: RuleContext): Generator<Problem> {
  if (!draft.complete) return;
  const known = new Set(draft.deviceNames.map(({ name }) => name));
  for (const binding of draft.bindings) {
    if (binding.viommu !== null || !known.has(binding.device)) continue;
    const message = `The device ${binding.device} has a binding, but is in no vIOMMU.`;
    yield { code: 'SPEC_DEVICE_WITHOUT_VIOMMU', message, at: at(binding, 'device') };
  }
}

/** pasidctl reads no guest tables, so only QEMU can carry out `from: guest`. */
export function* guestNeedsQemu({ draft, viommuOf }: RuleContext): Generator<Problem> {
  for (const binding of draft.bindings) {
    const viommu = viommuOf(binding);
    if (viommu?.holder !== 'agent' || binding.target.kind !== 'guest') continue;
    const message = `\`from: guest\` for ${binding.device} needs \`holder: qemu\`, but ${viommu.name} has \`holder: agent\`.`;
    yield { code: 'SPEC_GUEST_NEEDS_QEMU', message, at: at(binding, 'from'), basis: [at(viommu, 'holder')] };
  }
}

/** QEMU owns the iommufd of the vIOMMU, and the guest's PASID tables say what QEMU attaches. */
export function* bindingBehindQemu({ draft, viommuOf }: RuleContext): Generator<Problem> {
  for (const binding of draft.bindings) {
    const viommu = viommuOf(binding);
    if (viommu?.holder !== 'qemu' || binding.target.kind === 'guest') continue;
    const message = `${viommu.name} has \`holder: qemu\`, so the binding of ${binding.device} must have \`from: guest\`.`;
    yield { code: 'SPEC_BINDING_BEHIND_QEMU', message, at: at(binding, 'device'), basis: [at(viommu, 'holder')] };
  }
}
