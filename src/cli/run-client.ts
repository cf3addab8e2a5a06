/** The command line as the client of a run: signals are orders, and a view draws the events. */

import type { Plan } from '../model/plan.ts';
import type { Client } from '../run/client.ts';
import { withApplyView } from './apply-view.ts';
import { insisting } from './insisting.ts';
import type { OutputOptions } from './options.ts';
import { reportAside } from './report.ts';
import { reportBug } from './report-bug.ts';
import { withSignals } from './signals.ts';
import type { Deps } from './terminal.ts';

/** @param confirm  shows a plan, and asks */
export function runClient(confirm: (plan: Plan) => Promise<boolean>, options: OutputOptions, deps: Deps): Client {
  return {
    confirm,
    tell: (problems) => reportAside(problems, options, deps),
    tellBug: (error) => reportBug(error, deps),
    conduct(work) {
      const { watch, insist } = insisting(deps);
      return withSignals((orders) => withApplyView(options, deps, (events) => work(orders, watch(events))), insist);
    },
  };
}
