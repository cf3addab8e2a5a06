/** Reading a saved plan; apart from plan-file.ts, since its validator is slow to load and most commands need none. */

import { checkedRecord } from './checked.ts';
import { validateSavedPlan } from './generated/validate-saved-plan.js';
import { PLAN_SEAL, type SavedPlan } from './plan-file.ts';
import { type Fault, unseal } from './sealed.ts';

/** The saved plan, or why the text is not one. */
export function parsePlanFile(text: string): SavedPlan | Fault {
  const opened = unseal(text, PLAN_SEAL);
  if ('fault' in opened) return opened;
  const checked = checkedRecord<SavedPlan>(opened.record, validateSavedPlan);
  return 'fault' in checked ? checked : checked.value;
}
