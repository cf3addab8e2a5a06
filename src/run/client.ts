/** The side that asks for a run: it is shown the plan, decides, gives orders, and follows the events. */

import type { Problems } from '../diagnostics/refusal.ts';
import type { EmitEvent } from '../model/events.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Plan } from '../model/plan.ts';
import type { Orders } from './hold.ts';

export interface Client {
  /** Warnings before a run, and why a holder did not follow an order. */
  tell(problems: Problems): void;
  /** An exception that is a mistake of pasidctl, while the process goes on. */
  tellBug(error: unknown): void;
  /** Whether the plan is to be carried out. */
  confirm(plan: Plan): Promise<boolean>;
  /** Does the work with orders and an ear for events, and ends when the work has ended. */
  conduct(work: (orders: Orders, emit: EmitEvent) => Promise<Outcome>): Promise<Outcome>;
}
