/** The bits that CAP and ECAP of each unit must have for the vIOMMUs that use the unit. One row per capability. */

import type { Code } from '../diagnostics/codes.ts';
import { chosenStage, stagesOf } from '../linux/apertures.ts';
import { scalableMode } from '../linux/scalable-mode.ts';
import { secondStageBits } from '../vtd/capability.ts';
import { type Problem, problem } from './check.ts';
import { type Assigned, type Context, namesOf, type UsedUnit } from './context.ts';
import { deviceNames } from './device-rules.ts';
import { needsPasids, needsScalableMode } from './needs.ts';

interface Row {
  readonly code: Code;
  /** Key of the vIOMMU that requires the capability. */
  readonly key: string;
  readonly lacks: (used: UsedUnit, machine: Pick<Context, 'host'>) => boolean;
  /** Completes “guest0: dmar0, the IOMMU of dsa0, …”. */
  readonly words: (used: UsedUnit) => string;
}

const ROWS: readonly Row[] = [
  {
    code: 'HOST_NO_NESTING',
    key: 'firstStage',
    lacks: ({ viommu, ecap }) => viommu.firstStage && !ecap.nesting,
    words: () => 'has no nested translation (ECAP.NEST)',
  },
  {
    code: 'HOST_NO_SECOND_STAGE',
    key: 'firstStage',
    lacks: ({ viommu, ecap }) => viommu.firstStage && !ecap.secondStage,
    words: () => 'has no second-stage translation in scalable mode (ECAP.SSTS)',
  },
  {
    code: 'HOST_NO_FIRST_STAGE',
    key: 'firstStage',
    lacks: ({ viommu, ecap }) => viommu.firstStage && !ecap.firstStage,
    words: () => 'has no first-stage translation (ECAP.FSTS)',
  },
  {
    code: 'HOST_NO_STAGE',
    key: 'firstStage',
    lacks: ({ viommu, unit, ecap }, { host }) =>
      !viommu.firstStage &&
      chosenStage(stagesOf(ecap, { scalable: scalableMode(unit, host).state !== 'off' }), 'plain') === null,
    words: () => 'has neither a first nor a second stage in scalable mode (ECAP.FSTS, ECAP.SSTS)',
  },
  {
    code: 'HOST_NO_1G_PAGES',
    key: 'firstStage1GPages',
    lacks: ({ viommu, cap }) => viommu.firstStage && viommu.firstStage1GPages && !cap.firstStage1GPages,
    words: () => 'has no first-stage 1 GiB pages (CAP.FS1GP)',
  },
  {
    code: 'HOST_UNIT_NO_PASID',
    key: 'pasidBits',
    lacks: ({ viommu, ecap, devices }) => needsPasids(viommu) && ecap.pasidBits === 0 && devices.some(mayHavePasids),
    words: () => 'has no PASIDs (ECAP.PASID)',
  },
  {
    code: 'HOST_PASID_BITS_TOO_WIDE',
    key: 'pasidBits',
    lacks: ({ viommu, ecap, devices }) =>
      needsPasids(viommu) && ecap.pasidBits > 0 && viommu.pasidBits > ecap.pasidBits && devices.some(mayHavePasids),
    words: ({ viommu, ecap }) =>
      `has PASIDs of ${ecap.pasidBits} bits (ECAP.PSS ${ecap.pasidBits - 1} + 1), fewer than \`pasidBits: ${viommu.pasidBits}\``,
  },
  {
    code: 'HOST_ADDRESS_WIDTH',
    key: 'addressWidth',
    lacks: ({ viommu, cap }) => viommu.addressWidth > secondStageBits(cap),
    words: ({ viommu, cap }) =>
      `maps ${secondStageBits(cap)} bits (widest walk ${cap.secondStageWidths.at(-1) ?? 'none'}, MGAW ${cap.guestAddressBits}), fewer than \`addressWidth: ${viommu.addressWidth}\``,
  },
];

/** False for a device without PASIDs, which the PASID width of the unit does not concern. QEMU skips its check then too. */
function mayHavePasids({ fn, bindings }: Assigned): boolean {
  return bindings.length > 0 || fn.capabilities === 'unknown' || fn.capabilities.pasid !== null;
}

/**
 * Units that are not VT-d, or lack a required scalable mode, are left out: HOST_UNIT_NOT_VTD or HOST_NO_SCALABLE_MODE is
 * reported.
 */
export function* unitLacks(context: Context): Iterable<Problem> {
  const able = context.used.filter(
    ({ viommu, unit, ecap }) => unit.version !== null && (ecap.scalableMode || !needsScalableMode(viommu)),
  );
  for (const used of able) {
    const { viommu, unit, devices } = used;
    for (const { code, key, lacks, words } of ROWS) {
      if (!lacks(used, context)) continue;
      const message = `${viommu.name}: ${unit.name}, the IOMMU of ${deviceNames(devices)}, ${words(used)}.`;
      yield problem(context, { code, message, at: { origin: viommu.origin, key }, devices: namesOf(devices) });
    }
  }
}
