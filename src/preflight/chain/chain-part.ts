/** Checks of one part of the chain, in order. */

import type { CheckId } from '../../diagnostics/check-ids.ts';
import type { Check } from '../check.ts';

export type ChainPart = readonly (Check & { readonly id: CheckId; readonly needs: readonly CheckId[] })[];
