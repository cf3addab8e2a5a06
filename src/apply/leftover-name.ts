/** What stays behind when the undoing of a step fails, in words a person can look for. */

import { assertNever } from '../assert.ts';
import { firstStageRef } from '../model/hwpt-ref.ts';
import { formatPasids } from '../model/pasid.ts';
import type { Step } from '../model/plan.ts';
import { hex } from '../text/hex.ts';

export function leftoverName(step: Step): string {
  switch (step.kind) {
    case 'load-module':
    case 'unload-module':
      return `module ${step.module}`;
    case 'take-device':
    case 'give-back-device':
    case 'keep-device':
    case 'reclaim-device':
      return `driver and driver_override of ${step.handover.address} (${step.handover.device})`;
    case 'create-file':
    case 'remove-file':
      return `file ${step.file}`;
    case 'open-viommu':
    case 'close-viommu':
      return `iommufd and IOAS of vIOMMU ${step.viommu}`;
    case 'bind-device':
    case 'release-device':
      return `open vfio device ${step.address} (${step.device})`;
    case 'map-memory':
    case 'unmap-memory':
      return `mapping of ${step.memory.file} at ${hex(step.memory.guestAddress)} in vIOMMU ${step.viommu}`;
    case 'alloc-parent':
    case 'free-parent':
      return `nest parent of vIOMMU ${step.viommu} on ${step.unit}`;
    case 'attach-rid':
    case 'detach-rid':
      return `RID attachment of ${step.device}`;
    case 'alloc-first-stage':
    case 'free-first-stage':
      return `first-stage HWPT ${firstStageRef(step.unit, step.stage)}`;
    case 'attach-pasids':
    case 'detach-pasids':
    case 'replace-pasids':
    case 'set-domain':
      return `PASID ${formatPasids(step)} of ${step.device}`;
    default:
      return assertNever(step);
  }
}
