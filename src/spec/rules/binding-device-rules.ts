/** Rules about a binding and its device and vIOMMU. */

import { groupBy } from '../../model/group-by.ts';
import type { Problem } from '../problem.ts';
import { closest } from './did-you-mean.ts';
import { at, type RuleContext } from './rule.ts';

/**
 * A PASID is attached to a HWPT of an iommufd, and each vIOMMU is one iommufd. Once for each device, and not for one that a vIOMMU
 * lists by a misspelt name: that name is reported.
 */
export function* deviceWithoutViommu({ draft, where }: RuleContext): Generator<Problem> {
  if (!draft.complete) return;
  const known = new Set(draft.deviceNames.map(({ name }) => name));
  const unknown = draft.memberships.filter(({ device }) => !known.has(device));
  const meant = new Set(unknown.map(({ device }) => closest(device, known)));
  const alone = draft.bindings.filter(
    ({ viommu, device }) => viommu === null && known.has(device) && !meant.has(device),
  );
  for (const [device, [first, second, ...others]] of groupBy(alone, (binding) => binding.device)) {
    if (first === undefined) continue;
    const more = second === undefined ? '' : ` (and ${others.length + 1} more, next at ${where(at(second, 'device'))})`;
    const message = `The device ${device} has a binding${more}, but is in no vIOMMU.`;
    yield { code: 'SPEC_DEVICE_WITHOUT_VIOMMU', message, at: at(first, 'device') };
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
