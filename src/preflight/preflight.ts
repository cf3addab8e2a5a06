/**
 * Checks whether a machine meets a spec, before the first change. Reports every problem at once, each at its line of YAML.
 *
 * The kernel would report these problems in the middle of an apply, or never: it accepts PASIDs for devices that have none
 * (src/quirks.md Q1). A rule is one function; the lists below name all of them.
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
import { memoryMissing, memoryNotAFile, memoryTooSmall } from './memory-rules.ts';
import { unitLacks } from './unit-rules.ts';

/** Rules that hold for mock devices too. */
const EVERYWHERE: readonly Rule[] = [
  noIommufd,
  kernelTooOld,
  memoryNotAFile,
  memoryMissing,
  memoryTooSmall,
  deviceMissing,
  pasidTooWide,
];

/** Rules about PCI devices and VT-d, real or simulated. */
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

/** Errors and warnings in the order of the spec; none when the machine meets the spec. */
export function preflight(input: PreflightInput): readonly Diagnostic[] {
  const context = makeContext(input);
  return sortDiagnostics(RULES[input.backend].flatMap((rule) => [...rule(context)]));
}
