/** All cases, in the order of their chapters. */

import type { ConformanceCase } from './case.ts';
import { DIRTY } from './dirty.ts';
import { FAULTS } from './faults.ts';
import { FOUND } from './found.ts';
import { FOUND_MEMORY } from './found-memory.ts';
import { FRAMING } from './framing.ts';
import { GROUPS } from './group.ts';
import { HARDWARE } from './hardware.ts';
import { HWPT_ALLOC } from './hwpt-alloc.ts';
import { IDS } from './ids.ts';
import { INVALIDATE } from './invalidate.ts';
import { IOVA } from './iova.ts';
import { OPTIONS } from './options.ts';
import { PASIDS } from './pasid.ts';
import { VFIO } from './vfio.ts';
import { VIOMMUS } from './viommu.ts';

export const CASES: readonly ConformanceCase[] = [
  ...FRAMING,
  ...IDS,
  ...HWPT_ALLOC,
  ...PASIDS,
  ...VFIO,
  ...GROUPS,
  ...IOVA,
  ...INVALIDATE,
  ...DIRTY,
  ...FAULTS,
  ...VIOMMUS,
  ...HARDWARE,
  ...FOUND,
  ...FOUND_MEMORY,
  ...OPTIONS,
];
