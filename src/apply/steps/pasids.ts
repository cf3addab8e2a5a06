/**
 * Attaching, replacing and detaching ranges of PASIDs: one call each, in one loop, without an object per PASID.
 * The ledger is updated range by range, so that after a failure it lists exactly the PASIDs that are attached.
 */

import { formatHwptRef, sameHwpt } from '../../model/hwpt-ref.ts';
import type { LiveDevice } from '../../model/live.ts';
import type { StepOf } from '../../steps/traits.ts';
import { errnoName } from '../../uapi/errno.ts';
import { adviseOn } from '../advice.ts';
import { createBreather } from '../breather.ts';
import type { ApplyContext } from '../context.ts';
import { bindingsOf, type HeldViommu, heldDevice, hwptId } from '../ledger.ts';
import type { RangeList, RangeSlice, RangeTarget } from '../range-list.ts';
import { must, StepError, stopIfAborted } from '../step-error.ts';

/** Calls between two checks for a signal: few enough for Ctrl-C, enough to make the checks free. */
const BURST = 256;

/**
 * Attach PASIDs `first` … `last` to a HWPT, or replace the one that they are attached to. Undone by: detachPasids, or the same
 * with the former target.
 */
export async function bindPasids(
  step: StepOf<'attach-pasids'> | StepOf<'replace-pasids'>,
  context: ApplyContext,
): Promise<void> {
  const viommu = context.ledger.viommu(step.viommu);
  const device = heldDevice(viommu, step.device);
  refuseBeyondWidth(device, step.last);
  const target: RangeTarget = { owner: 'spec', to: step.to, domain: step.domain };
  const run = { context, viommu, device, list: bindingsOf(viommu, step.device), target };
  for (const slice of run.list.slice(step.first, step.last)) {
    if (slice.held !== null && sameHwpt(slice.held.to, step.to)) run.list.set(slice.first, slice.last, target);
    else await bindSlice(run, slice);
  }
}

interface Run {
  readonly context: ApplyContext;
  readonly viommu: HeldViommu;
  readonly device: LiveDevice;
  readonly list: RangeList;
  readonly target: RangeTarget;
}

/** On a device without PASIDs the kernel answers 0 and programs nothing (src/quirks.md Q1). */
function refuseBeyondWidth({ name, maxPasidLog2 }: LiveDevice, last: number): void {
  if (last < 2 ** maxPasidLog2) return;
  throw new StepError(`PASID ${last} is too large for ${name}, which has PASIDs of ${maxPasidLog2} bits`, {
    code: 'APPLY_PASID_TOO_NARROW',
  });
}

async function bindSlice(run: Run, { first, last, held }: RangeSlice): Promise<void> {
  const { kernel, signal } = run.context;
  const hwpt = hwptId(run.viommu, run.target.to);
  const former = held === null ? null : hwptId(run.viommu, held.to);
  const { handle } = run.device;
  const breathe = createBreather();
  for (let pasid = first; pasid <= last; pasid++) {
    const result = former === null ? kernel.attach(handle, pasid, hwpt) : kernel.replace(handle, pasid, hwpt);
    if (result < 0) {
      run.list.set(first, pasid - 1, run.target);
      throw former === null ? attachError(run, pasid, result) : recover(run, { pasid, former, result });
    }
    const pause = (pasid - first) % BURST === BURST - 1 ? breathe() : null;
    if (pause === null) continue;
    run.list.set(first, pasid, run.target);
    await pause;
    stopIfAborted(signal);
  }
  run.list.set(first, last, run.target);
}

function attachError({ device, target }: Run, pasid: number, result: number): StepError {
  const errno = errnoName(result);
  return new StepError(`attach of ${device.name} PASID ${pasid} to ${formatHwptRef(target.to)} failed with ${errno}`, {
    errno,
    advice: adviseOn('attach', errno),
  });
}

interface FailedReplace {
  readonly pasid: number;
  readonly former: number;
  readonly result: number;
}

/**
 * A failed replace may have removed the old entry while iommufd still records the old HWPT as attached; attaching it again would
 * then do nothing. Only a detach and an attach restore it (src/quirks.md Q2).
 */
function recover(run: Run, { pasid, former, result }: FailedReplace): StepError {
  const { kernel } = run.context;
  const { handle, name } = run.device;
  const errno = errnoName(result);
  kernel.detach(handle, pasid);
  const restored = kernel.attach(handle, pasid, former);
  const failure = `replace of ${name} PASID ${pasid} by ${formatHwptRef(run.target.to)} failed with ${errno}`;
  if (restored >= 0) {
    return new StepError(
      `${failure}; the PASID was detached and attached to its former HWPT, which interrupted its DMA`,
      {
        errno,
        advice: adviseOn('attach', errno),
      },
    );
  }
  run.list.set(pasid, pasid, null);
  return new StepError(
    `${failure}, and attaching its former HWPT failed with ${errnoName(restored)}: the PASID is now detached`,
    {
      errno,
      advice: adviseOn('attach', errnoName(restored)),
    },
  );
}

/** Undone by: bindPasids. */
export async function detachPasids(
  step: Pick<StepOf<'detach-pasids'>, 'viommu' | 'device' | 'first' | 'last'>,
  { kernel, ledger, signal }: ApplyContext,
): Promise<void> {
  const viommu = ledger.viommus.get(step.viommu);
  const device = viommu?.devices.get(step.device);
  if (viommu === undefined || device === undefined) return;
  const list = bindingsOf(viommu, step.device);
  const breathe = createBreather();
  for (const { first, last, held } of list.slice(step.first, step.last)) {
    if (held === null) continue;
    for (let pasid = first; pasid <= last; pasid++) {
      const result = kernel.detach(device.handle, pasid);
      if (result < 0) list.set(first, pasid - 1, null);
      must(result, 'detach', `${step.device} PASID ${pasid}`);
      const pause = (pasid - first) % BURST === BURST - 1 ? breathe() : null;
      if (pause === null) continue;
      list.set(first, pasid, null);
      await pause;
      stopIfAborted(signal);
    }
    list.set(first, last, null);
  }
}

/** Set the guest domain of bindings, in the ledger alone. Its own inverse. */
export function setDomain(step: StepOf<'set-domain'>, { ledger }: ApplyContext): void {
  const list = bindingsOf(ledger.viommu(step.viommu), step.device);
  for (const { first, last, held } of list.slice(step.first, step.last)) {
    if (held !== null) list.set(first, last, { owner: held.owner, to: held.to, domain: step.to });
  }
}
