/** Nest parents, first-stage HWPTs, and the RID of a device. */

import { firstStageRef, formatHwptRef, parentRef } from '../../model/hwpt-ref.ts';
import type { StepOf } from '../../steps/traits.ts';
import type { ApplyContext } from '../context.ts';
import { heldDevice, hwptId } from '../ledger.ts';
import { must } from '../step-error.ts';

/** Undone by: freeParent. */
export function allocParent(step: StepOf<'alloc-parent'>, { kernel, ledger }: ApplyContext): void {
  const viommu = ledger.viommu(step.viommu);
  if (viommu.nestParents.has(step.unit)) return;
  const { devId } = heldDevice(viommu, step.device).handle;
  const { ioas, pasid, nesting } = viommu;
  const hwpt = kernel.allocNestParent(viommu.iommufd, { devId, ioas, pasid, nesting });
  viommu.nestParents.set(step.unit, must(hwpt, 'IOMMU_HWPT_ALLOC', `nest parent on ${step.unit}`));
}

/** Undone by: allocParent. */
export function freeParent(step: StepOf<'free-parent'>, { kernel, ledger }: ApplyContext): void {
  const viommu = ledger.viommus.get(step.viommu);
  const hwpt = viommu?.nestParents.get(step.unit);
  if (viommu === undefined || hwpt === undefined) return;
  must(kernel.destroy(viommu.iommufd, hwpt), 'IOMMU_DESTROY', `nest parent on ${step.unit}`);
  viommu.nestParents.delete(step.unit);
}

/** Undone by: freeFirstStage. */
export function allocFirstStage(step: StepOf<'alloc-first-stage'>, { kernel, ledger }: ApplyContext): void {
  const viommu = ledger.viommu(step.viommu);
  const ref = firstStageRef(step.unit, step.stage);
  const key = formatHwptRef(ref);
  if (viommu.firstStages.has(key)) return;
  const hwpt = kernel.allocFirstStage(viommu.iommufd, {
    devId: heldDevice(viommu, step.device).handle.devId,
    parent: hwptId(viommu, parentRef(step.unit)),
    pasid: viommu.pasid,
    stage: step.stage,
  });
  // One literal: V8 gives a spread with added fields four times the memory, and there may be one for each PASID.
  const { pageTable, addressWidth, supervisor, extendedAccess, writeProtect } = step.stage;
  viommu.firstStages.set(key, {
    pageTable,
    addressWidth,
    supervisor,
    extendedAccess,
    writeProtect,
    owner: 'spec',
    unit: step.unit,
    hwpt: must(hwpt, 'IOMMU_HWPT_ALLOC', key),
  });
}

/** Undone by: allocFirstStage. */
export function freeFirstStage(step: StepOf<'free-first-stage'>, { kernel, ledger }: ApplyContext): void {
  const viommu = ledger.viommus.get(step.viommu);
  const key = formatHwptRef(firstStageRef(step.unit, step.stage));
  const held = viommu?.firstStages.get(key);
  if (viommu === undefined || held === undefined) return;
  must(kernel.destroy(viommu.iommufd, held.hwpt), 'IOMMU_DESTROY', key);
  viommu.firstStages.delete(key);
}

/** Undone by: detachRid. */
export function attachRid(step: StepOf<'attach-rid'>, { kernel, ledger }: ApplyContext): void {
  const viommu = ledger.viommu(step.viommu);
  const device = heldDevice(viommu, step.device);
  if (device.ridAttached) return;
  must(
    kernel.attach(device.handle, 0, hwptId(viommu, step.to)),
    'attach',
    `RID of ${step.device} to ${formatHwptRef(step.to)}`,
  );
  viommu.devices.set(step.device, { ...device, ridAttached: true });
}

/** Undone by: attachRid. */
export function detachRid(step: StepOf<'detach-rid'>, { kernel, ledger }: ApplyContext): void {
  const viommu = ledger.viommus.get(step.viommu);
  const device = viommu?.devices.get(step.device);
  if (viommu === undefined || device === undefined || !device.ridAttached) return;
  must(kernel.detach(device.handle, 0), 'detach', `RID of ${step.device}`);
  viommu.devices.set(step.device, { ...device, ridAttached: false });
}
