/**
 * The catalogue: every problem this tool can report, by stable code. `pasidctl explain CODE` prints an entry.
 * One file per family, each family with its own prefix.
 */

import { APPLY_CODES } from './codes/apply.ts';
import { GUEST_CODES } from './codes/guest.ts';
import { HOST_CODES } from './codes/host.ts';
import { PLAN_CODES } from './codes/plan.ts';
import { RUN_CODES } from './codes/run.ts';
import { SPEC_CODES } from './codes/spec.ts';
import { STATE_CODES } from './codes/state.ts';
import { VIOMMU_CODES } from './codes/viommu.ts';

export const CODES = {
  ...SPEC_CODES,
  ...HOST_CODES,
  ...APPLY_CODES,
  ...STATE_CODES,
  ...PLAN_CODES,
  ...RUN_CODES,
  ...VIOMMU_CODES,
  ...GUEST_CODES,
} as const;

export type Code = keyof typeof CODES;
