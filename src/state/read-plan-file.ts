/** A saved plan read back: loaded by whoever applies one alone, since its schema is large. */

import { checkedRecord } from './checked.ts';
import { specContradiction } from './contradictions.ts';
import { validateSavedPlan } from './generated/validate-saved-plan.js';
import { PLAN_SEAL, type SavedPlan } from './plan-file.ts';
import { damaged, type Fault, unseal } from './sealed.ts';

/** The saved plan, or in words why the text is none. */
export function parsePlanFile(text: string): SavedPlan | Fault {
  const opened = unseal(text, PLAN_SEAL);
  if ('fault' in opened) return opened;
  const checked = checkedRecord<SavedPlan>(opened.record, validateSavedPlan, ({ spec }) => specContradiction(spec));
  return 'fault' in checked ? damaged(checked.fault) : checked.value;
}
