/**
 * Does this machine meet this spec? Every refusal before the first change, all of them at once, each at its line of YAML.
 *
 * What the kernel would only say in the middle of an apply, or never (it accepts PASIDs for devices that have none), is said
 * here. A rule is one small function; these lists are the whole of it.
 */

import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.ts';
import {
  behindPciBridge,
  capabilitiesUnknown,
  deviceNoPasid,
  noPageRequests,
  pasidTooWide,
} from './capability-rules.ts';
import { type Backend, makeContext, type PreflightInput, type Rule } from './context.ts';
import {
  deviceHeld,
  deviceInUse,
  deviceIsBridge,
  deviceMismatch,
  deviceMissing,
  pfHasVfs,
  returnHeld,
  vfNeedsToken,
} from './device-rules.ts';
import { domainsExhausted } from './domain-rules.ts';
import { firstStageLacks } from './first-stage-rules.ts';
import { groupNotViable, groupSplit } from './group-rules.ts';
import { deviceNoIommu, iommuOff, noScalableMode, scalableModeOff, unitNotVtd } from './iommu-rules.ts';
import { kernelTooOld, noIommufd } from './kernel-rules.ts';
import { memoryMissing, memoryTooSmall } from './memory-rules.ts';
import { unitLacks } from './unit-rules.ts';

/** True of mocks too. */
const EVERYWHERE: readonly Rule[] = [
  noIommufd,
  kernelTooOld,
  memoryMissing,
  memoryTooSmall,
  deviceMissing,
  pasidTooWide,
];

/** About PCI devices and VT-d, simulated or not. */
const WITH_HARDWARE: readonly Rule[] = [
  deviceMismatch,
  deviceIsBridge,
  deviceHeld,
  returnHeld,
  deviceInUse,
  vfNeedsToken,
  pfHasVfs,
  groupNotViable,
  groupSplit,
  iommuOff,
  deviceNoIommu,
  unitNotVtd,
  noScalableMode,
  scalableModeOff,
  unitLacks,
  firstStageLacks,
  capabilitiesUnknown,
  deviceNoPasid,
  noPageRequests,
  behindPciBridge,
  domainsExhausted,
];

const RULES: Readonly<Record<Backend, readonly Rule[]>> = {
  kernel: [...EVERYWHERE, ...WITH_HARDWARE],
  sim: [...EVERYWHERE, ...WITH_HARDWARE],
  selftest: EVERYWHERE,
};

/** Errors and warnings in the order of the spec; none means that the machine will do. */
export function preflight(input: PreflightInput): readonly Diagnostic[] {
  const context = makeContext(input);
  return sortDiagnostics(RULES[input.backend].flatMap((rule) => [...rule(context)]));
}
