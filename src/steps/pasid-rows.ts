/** Steps on PASIDs, and on the first-stage HWPTs that they are attached to. */

import { firstStageRef, formatHwptRef } from '../model/hwpt-ref.ts';
import { formatPasids, type PasidRange } from '../model/pasid.ts';
import { firstStageText, hwptText, pasidsText } from './hwpt-words.ts';
import type { StepOf, TraitsOf } from './traits.ts';

type PasidKind =
  | 'alloc-first-stage'
  | 'free-first-stage'
  | 'attach-pasids'
  | 'detach-pasids'
  | 'replace-pasids'
  | 'set-domain';

const PASIDS = { outlives: null, disruption: 'live', phase: 'pasids' } as const;

/** A detached PASID reaches nothing; on VT-d a replace tears the old entry down before the new one is there (src/quirks.md Q2). */
const MOVED = { ...PASIDS, disruption: 'dma-fault' } as const;

const stageLeftover = ({ unit, stage }: StepOf<'alloc-first-stage' | 'free-first-stage'>): string =>
  `first-stage HWPT ${formatHwptRef(firstStageRef(unit, stage))}`;

const pasidLeftover = (range: PasidRange & { readonly device: string }): string =>
  `PASID ${formatPasids(range)} of ${range.device}`;

export const PASID_ROWS: TraitsOf<PasidKind> = {
  'alloc-first-stage': {
    ...{ ...PASIDS, opposite: 'free-first-stage', action: 'create', heading: 'viommu' },
    words: ({ stage, unit }) => `make the HWPT of ${firstStageText(stage)} on ${unit}`,
    leftover: stageLeftover,
  },
  'free-first-stage': {
    ...{ ...PASIDS, opposite: 'alloc-first-stage', action: 'remove', heading: 'viommu' },
    words: ({ stage, unit }) => `free the HWPT of ${firstStageText(stage)} on ${unit}`,
    leftover: stageLeftover,
  },
  'attach-pasids': {
    ...{ ...PASIDS, opposite: 'detach-pasids', action: 'create', heading: 'device' },
    words: (step) => `attach ${pasidsText(step)} to ${hwptText(step.to)}, domain ${step.domain}`,
    leftover: pasidLeftover,
  },
  'detach-pasids': {
    ...{ ...MOVED, opposite: 'attach-pasids', action: 'remove', heading: 'device' },
    words: (step) => `detach ${pasidsText(step)} from ${hwptText(step.to)}`,
    leftover: pasidLeftover,
  },
  'replace-pasids': {
    ...{ ...MOVED, opposite: 'replace-pasids', action: 'change', heading: 'device' },
    words: (step) => `move ${pasidsText(step)} from ${hwptText(step.from)} to ${hwptText(step.to)}`,
    leftover: pasidLeftover,
  },
  'set-domain': {
    ...{ ...PASIDS, opposite: 'set-domain', action: 'change', heading: 'device' },
    words: (step) => `change the domain of ${pasidsText(step)} from ${step.from} to ${step.to}`,
    leftover: pasidLeftover,
  },
};
