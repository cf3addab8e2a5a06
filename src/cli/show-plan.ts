/** A plan as a command shows it: as the answer, or beside it for the person who is to approve it. */

import type { Plan } from '../model/plan.ts';
import { planData } from '../views/plan-data.ts';
import { planText } from '../views/plan-text.ts';
import { toJson, toYaml } from '../views/structured.ts';
import { approved } from './approve.ts';
import { stderrColors, stdoutColors } from './colors.ts';
import type { OutputOptions } from './options.ts';
import { type Deps, writeErr, writeOut } from './terminal.ts';

type ShowOptions = OutputOptions & { readonly full: boolean };

type Colors = ReturnType<typeof stdoutColors>;

/** @param colors  of the stream that it goes to */
export function renderPlan(plan: Plan, { output, full }: ShowOptions, colors: Colors): string {
  if (output === 'json') return toJson(planData(plan));
  if (output === 'yaml') return toYaml(planData(plan));
  return planText(plan, { colors, full });
}

export interface Proposal {
  readonly plan: Plan;
  /** Asked when there is something to do. */
  readonly question: string;
  /** What a plan without steps says. */
  readonly empty?: string;
}

/**
 * Show a plan before it is carried out, and ask. Where stdout is for events, the plan goes to stderr, to whoever is asked.
 *
 * @returns false when the answer is no
 */
export async function proposePlan(
  { plan, question, empty }: Proposal,
  options: ShowOptions & { readonly autoApprove: boolean },
  deps: Deps,
): Promise<boolean> {
  const asks = plan.steps.length > 0 && !options.autoApprove;
  const text = (colors: Colors): string =>
    planText(plan, { colors, full: options.full, ...(empty === undefined ? {} : { empty }) });
  if (options.output === 'text') writeOut(deps, text(stdoutColors(options.color, deps)));
  else if (asks) writeErr(deps, text(stderrColors(options.color, deps)));
  if (!asks || (await approved(question, deps))) return true;
  writeErr(deps, 'Nothing was changed.\n');
  return false;
}
