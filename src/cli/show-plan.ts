/** A plan as a command shows it: as the answer, or beside it for the person who is to approve it. */

import type { Plan } from '../model/plan.ts';
import type { Colors } from '../views/colors.ts';
import { planData } from '../views/plan-data.ts';
import { planText } from '../views/plan-text.ts';
import { answerText } from './answer-text.ts';
import { propose } from './approve.ts';
import type { OutputOptions } from './options.ts';
import type { Deps } from './terminal.ts';

type ShowOptions = OutputOptions & { readonly full: boolean };

/** @param colors  of the stream that it goes to */
export function renderPlan(plan: Plan, { output, full }: ShowOptions, colors: Colors): string {
  return answerText(output, { data: () => planData(plan), text: () => planText(plan, { colors, full }) });
}

export interface Proposal {
  readonly plan: Plan;
  /** Asked when there is something to do. */
  readonly question: string;
  /** What a plan without steps says. */
  readonly empty?: string;
}

/** Show a plan before it is carried out, and ask. @returns false when the answer is no */
export async function proposePlan(
  { plan, question, empty }: Proposal,
  options: ShowOptions & { readonly autoApprove: boolean },
  deps: Deps,
): Promise<boolean> {
  const text = (colors: Colors): string =>
    planText(plan, { colors, full: options.full, ...(empty === undefined ? {} : { empty }) });
  return propose({ text, question, isEmpty: plan.steps.length === 0 }, options, deps);
}
