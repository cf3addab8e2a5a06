/** SPEC_*: mistakes in the operator's files. Exit 65. */

import { SPEC_BINDING_CODES } from './spec/binding.ts';
import { SPEC_MEMORY_CODES } from './spec/memory.ts';
import { SPEC_NAMES_CODES } from './spec/names.ts';
import { SPEC_SHAPE_CODES } from './spec/shape.ts';
import { SPEC_TEXT_CODES } from './spec/text.ts';
import { SPEC_VIOMMU_CODES } from './spec/viommu.ts';

export const SPEC_CODES = {
  ...SPEC_TEXT_CODES,
  ...SPEC_SHAPE_CODES,
  ...SPEC_NAMES_CODES,
  ...SPEC_VIOMMU_CODES,
  ...SPEC_MEMORY_CODES,
  ...SPEC_BINDING_CODES,
} as const;
