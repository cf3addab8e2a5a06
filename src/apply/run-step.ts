/**
 * Run one step. A step brings machine and ledger to a state, and skips what is in that state already; so a step that failed
 * halfway is undone by its inverse.
 */

import type { Step, StepKind } from '../model/plan.ts';
import type { StepOf } from '../steps/traits.ts';
import type { ApplyContext } from './context.ts';
import { giveBackDevice, keepDevice, reclaimDevice, takeDevice } from './steps/device.ts';
import { createFile, loadModule, removeFile, unloadModule } from './steps/host.ts';
import { allocFirstStage, allocParent, attachRid, detachRid, freeFirstStage, freeParent } from './steps/hwpt.ts';
import { bindPasids, detachPasids, setDomain } from './steps/pasids.ts';
import { makeVfs, removeVfs } from './steps/vfs.ts';
import { bindDevice, closeViommu, mapMemory, openViommu, releaseDevice, unmapMemory } from './steps/viommu.ts';

type Runners = { readonly [K in StepKind]: (step: StepOf<K>, context: ApplyContext) => void | Promise<void> };

const RUNNERS: Runners = {
  'load-module': loadModule,
  'unload-module': unloadModule,
  'take-device': ({ handover, driver }, context) => takeDevice(handover, driver, context),
  'give-back-device': ({ handover, driver }, context) => giveBackDevice(handover, driver, context),
  'keep-device': ({ handover }, context) => keepDevice(handover, context),
  'reclaim-device': ({ handover }, context) => reclaimDevice(handover, context),
  'create-file': ({ file, sizeBytes }, context) => createFile(file, sizeBytes, context),
  'remove-file': ({ file }, context) => removeFile(file, context),
  'make-vfs': ({ vfs }, context) => makeVfs(vfs, context),
  'remove-vfs': ({ vfs }, context) => removeVfs(vfs, context),
  'open-viommu': openViommu,
  'close-viommu': closeViommu,
  'bind-device': bindDevice,
  'release-device': releaseDevice,
  'map-memory': mapMemory,
  'unmap-memory': unmapMemory,
  'alloc-parent': allocParent,
  'free-parent': freeParent,
  'attach-rid': attachRid,
  'detach-rid': detachRid,
  'alloc-first-stage': allocFirstStage,
  'free-first-stage': freeFirstStage,
  'attach-pasids': bindPasids,
  'replace-pasids': bindPasids,
  'detach-pasids': detachPasids,
  'set-domain': setDomain,
};

/** @throws StepError when the machine refuses */
export async function runStep(step: Step, context: ApplyContext): Promise<void> {
  // The function takes this kind of step, which the type of the table does not show.
  const run: (step: never, context: ApplyContext) => void | Promise<void> = RUNNERS[step.kind];
  await run(step as never, context);
}
