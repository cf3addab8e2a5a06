/**
 * `pasidctl destroy`: give back everything that this state folder holds. Kernel objects belong to the process that made them,
 * so a living holder is told to release them itself; what is left, drivers and files, is given back here.
 */

import { Ledger } from '../../apply/ledger.ts';
import type { Plan } from '../../model/plan.ts';
import { EMPTY_SPEC } from '../../model/spec.ts';
import { askHolderToRelease } from '../../run/ask-holder.ts';
import { planReturn, replan } from '../../run/assess.ts';
import { withLockedSession } from '../../run/locked-session.ts';
import type { Actor } from '../../run/machine-request.ts';
import { perform } from '../../run/perform.ts';
import { openSession, type Session, unfinishedRuns } from '../../run/session.ts';
import type { HolderRecord } from '../../state/ledger-file.ts';
import { withApplyView } from '../apply-view.ts';
import { EXIT, exitOfOutcome } from '../exit-codes.ts';
import { guarded } from '../guarded.ts';
import { insisting } from '../insisting.ts';
import type { DestroyOptions } from '../options.ts';
import { reportAside } from '../report.ts';
import { actorOf, machineRequest } from '../requests.ts';
import { proposePlan } from '../show-plan.ts';
import { withSignals } from '../signals.ts';
import { type Deps, writeErr } from '../terminal.ts';

export function runDestroy(options: DestroyOptions, deps: Deps): Promise<number> {
  return guarded(options, deps, async () => {
    const opened = await openSession(machineRequest(options, deps));
    const plan = replan(opened, EMPTY_SPEC, opened.held.live);
    const proposal = { plan, question: 'Give all this back?', empty: NOTHING_HELD };
    if (!(await proposePlan(proposal, options, deps))) return EXIT.failed;
    const { holder } = opened.held;
    if (holder !== null) {
      writeErr(deps, `Asking the holder, process ${holder.pid}, to release what it holds.\n`);
      await askHolderToRelease(holder);
    }
    return giveBackRest(options, deps, holder);
  });
}

const NOTHING_HELD = 'Nothing is held, so there is nothing to give back.';

/** Under the lock, with the ledger as the holder has left it. */
function giveBackRest(options: DestroyOptions, deps: Deps, released: HolderRecord | null): Promise<number> {
  const actor = actorOf('pasidctl destroy', deps);
  const lock = { actor, timeoutMs: options.lockTimeoutMs };
  return withLockedSession(machineRequest(options, deps), lock, async (session) => {
    reportAside({ diagnostics: unfinishedRuns(session), sources: null }, options, deps);
    const plan = planReturn(session, session.held.live);
    if (released === null || plan.steps.length > 0) return giveBack(plan, { session, actor, options, deps });
    writeErr(deps, `Process ${released.pid} has released everything.\n`);
    return EXIT.done;
  });
}

interface Run {
  readonly session: Session;
  readonly actor: Actor;
  readonly options: DestroyOptions;
  readonly deps: Deps;
}

function giveBack(plan: Plan, { session, actor, options, deps }: Run): Promise<number> {
  const { watch, insist } = insisting(deps);
  return withSignals(
    (orders) =>
      withApplyView(options, deps, async (events) => {
        const emit = watch(events);
        const outcome = await perform({
          ...{ actor, session, plan, emit },
          spec: EMPTY_SPEC,
          kernel: await session.backend.kernel(),
          ledger: new Ledger(session.held.live),
          holder: null,
          signal: orders.arm(),
        });
        return exitOfOutcome(outcome);
      }),
    insist,
  );
}
