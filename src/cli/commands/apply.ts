/**
 * `pasidctl apply`: carry out a plan and verify it, or roll it back. With `--hold` the process then keeps the kernel objects:
 * SIGHUP reads the spec again and applies the difference, SIGINT and SIGTERM release everything in order.
 */

import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { Refusal } from '../../diagnostics/refusal.ts';
import type { Plan } from '../../model/plan.ts';
import { apply, type Wanted } from '../../run/apply.ts';
import { readSavedPlan } from '../../run/saved-plan.ts';
import { EXIT, exitOfOutcome } from '../exit-codes.ts';
import { guarded } from '../guarded.ts';
import { refuseSpecAsPlan } from '../mixed-up.ts';
import { readNamedSpec } from '../named-spec.ts';
import type { ApplyOptions } from '../options.ts';
import { actorOf, givenFile, machineRequest, waitingOf } from '../requests.ts';
import { runClient } from '../run-client.ts';
import { proposePlan } from '../show-plan.ts';
import type { Deps } from '../terminal.ts';

export function runApply(options: ApplyOptions, deps: Deps): Promise<number> {
  return guarded(options, deps, async () => {
    const { hold, files, lockTimeoutMs: timeoutMs } = options;
    const request = {
      machine: machineRequest(options, deps),
      wanted: await readWanted(options, deps),
      actor: actorOf(hold ? 'pasidctl apply --hold' : 'pasidctl apply', deps),
      timeoutMs,
      isHolder: hold,
      readDesired: files.length === 0 ? null : (signal: AbortSignal) => readNamedSpec(options, deps, signal),
    };
    const confirm = (plan: Plan): Promise<boolean> =>
      proposePlan({ plan, question: 'Apply this plan?' }, options, deps);
    const outcome = await apply(request, runClient(confirm, options, deps));
    return outcome === null ? EXIT.failed : exitOfOutcome(outcome);
  });
}

async function readWanted(options: ApplyOptions, deps: Deps): Promise<Wanted> {
  const { plan, files, backend } = options;
  if (plan === null && files.length === 0) throw wrongUse('neither a spec nor a saved plan is named');
  if (plan === null) return { desired: await readNamedSpec(options, deps), saved: null };
  if (files.length > 0) throw wrongUse('a spec and a saved plan are named');
  const file = givenFile(plan, deps);
  refuseSpecAsPlan(file);
  return await readSavedPlan(file, backend, waitingOf(deps));
}

function wrongUse(message: string): Refusal {
  return new Refusal('usage', [diagnostic('USAGE_NOTHING_NAMED', message)]);
}
