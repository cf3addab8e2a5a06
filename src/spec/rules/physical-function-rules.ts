/** Rules about PFs that make VFs. */

import type { Problem } from '../problem.ts';
import { at, type RuleContext } from './rule.ts';

/** The PF stays with its driver, and vfio-pci refuses a PF with VFs (EBUSY): only its VFs can be in a vIOMMU. */
export function* makerInViommu({ draft }: RuleContext): Generator<Problem> {
  const makers = new Map(draft.devices.map((device) => [device.name, device]));
  for (const { viommu, device, at: place } of draft.memberships) {
    const maker = makers.get(device);
    if (maker === undefined || maker.virtualFunctions === null) continue;
    const message = `The vIOMMU ${viommu} lists ${device}, which has \`virtualFunctions\` and stays with its driver.`;
    yield { code: 'SPEC_MAKER_IN_VIOMMU', message, at: place, basis: [at(maker, 'virtualFunctions')] };
  }
}
