/**
 * Run one step. Every step brings the world and the ledger to a state, and does nothing where it is there already; so a step
 * that failed halfway can be undone by running its inverse.
 */

import { assertNever } from '../assert.ts';
import type { Step } from '../model/plan.ts';
import type { ApplyContext } from './context.ts';
import { giveBackDevice, keepDevice, reclaimDevice, takeDevice } from './steps/device.ts';
import { createFile, loadModule, removeFile, unloadModule } from './steps/host.ts';
import { allocFirstStage, allocParent, attachRid, detachRid, freeFirstStage, freeParent } from './steps/hwpt.ts';
import { bindPasids, detachPasids, setDomain } from './steps/pasids.ts';
import { bindDevice, closeViommu, mapMemory, openViommu, releaseDevice, unmapMemory } from './steps/viommu.ts';

/** @throws StepError when the machine refuses */
export async function runStep(step: Step, context: ApplyContext): Promise<void> {
  switch (step.kind) {
    case 'load-module':
      return loadModule(step.module, context);
    case 'unload-module':
      return unloadModule(step.module, context);
    case 'take-device':
      return takeDevice(step.handover, step.driver, context);
    case 'give-back-device':
      return giveBackDevice(step.handover, step.driver, context);
    case 'keep-device':
      return keepDevice(step.handover, context);
    case 'reclaim-device':
      return reclaimDevice(step.handover, context);
    case 'create-file':
      return createFile(step.file, step.sizeBytes, context);
    case 'remove-file':
      return removeFile(step.file, context);
    case 'open-viommu':
      return openViommu(step, context);
    case 'close-viommu':
      return closeViommu(step, context);
    case 'bind-device':
      return bindDevice(step, context);
    case 'release-device':
      return releaseDevice(step, context);
    case 'map-memory':
      return mapMemory(step, context);
    case 'unmap-memory':
      return unmapMemory(step, context);
    case 'alloc-parent':
      return allocParent(step, context);
    case 'free-parent':
      return freeParent(step, context);
    case 'attach-rid':
      return attachRid(step, context);
    case 'detach-rid':
      return detachRid(step, context);
    case 'alloc-first-stage':
      return allocFirstStage(step, context);
    case 'free-first-stage':
      return freeFirstStage(step, context);
    case 'attach-pasids':
    case 'replace-pasids':
      return bindPasids(step, context);
    case 'detach-pasids':
      return detachPasids(step, context);
    case 'set-domain':
      return setDomain(step, context);
    default:
      return assertNever(step);
  }
}
