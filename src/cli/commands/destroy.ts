/**
 * `pasidctl destroy`: give back everything that this state folder holds, or with -f what a spec names. Kernel objects belong to the
 * process that made them, so a living holder is told to release them itself; the rest, drivers and files, is given back here.
 */

import { Ledger } from '../../apply/ledger.ts';
import type { Live } from '../../model/live.ts';
import type { Plan } from '../../model/plan.ts';
import { EMPTY_SPEC, type Spec } from '../../model/spec.ts';
import { askHolderToRelease } from '../../run/ask-holder.ts';
import { planRelease, planReturn } from '../../run/assess.ts';
import { withLockedSession } from '../../run/locked-session.ts';
import type { Actor } from '../../run/machine-request.ts';
import { partNamed, refusePart } from '../../run/part.ts';
import { perform } from '../../run/perform.ts';
import { openSession, type Session, sessionWarnings } from '../../run/session.ts';
import { refuseOtherMachine } from '../../run/this-machine.ts';
import type { HolderRecord } from '../../state/ledger-file.ts';
import { withApplyView } from '../apply-view.ts';
import { EXIT, exitOfOutcome } from '../exit-codes.ts';
import { guarded } from '../guarded.ts';
import { insisting } from '../insisting.ts';
import { readNamedSpec } from '../named-spec.ts';
import type { DestroyOptions } from '../options.ts';
import { reportAside } from '../report.ts';
import { actorOf, machineRequest } from '../requests.ts';
import { proposePlan } from '../show-plan.ts';
import { withSignals } from '../signals.ts';
import { type Deps, writeErr } from '../terminal.ts';

export function runDestroy(options: DestroyOptions, deps: Deps): Promise<number> {
  return guarded(options, deps, async () => {
    const named = await readNamed(options, deps);
    const request = machineRequest(options, deps);
    refuseOtherMachine(request);
    const opened = await openSession(request);
    const { holder, live } = opened.held;
    if (named !== null) refusePart(named, opened);
    // A holder has the devices open itself.
    const planOf = holder === null ? planReturn : planRelease;
    const plan = planOf(opened, partOf(named)(live));
    const proposal = { plan, question: 'Give all this back?', empty: named === null ? NOTHING_HELD : NOTHING_NAMED };
    if (!(await proposePlan(proposal, options, deps))) return EXIT.failed;
    if (holder !== null) {
      writeErr(deps, `Asking the holder, process ${holder.pid}, to release what it holds.\n`);
      await askHolderToRelease(holder);
    }
    return giveBackRest({ named, released: holder, options, deps });
  });
}

const NOTHING_HELD = 'Nothing is held, so there is nothing to give back.';
const NOTHING_NAMED = 'Nothing that these files name is held, so there is nothing to give back.';

/** `null` without -f: everything is meant. */
async function readNamed(options: DestroyOptions, deps: Deps): Promise<Spec | null> {
  const { files } = options;
  if (files.length === 0) return null;
  const { spec, warnings, sources } = await readNamedSpec({ files, allowEmpty: true }, deps);
  reportAside({ diagnostics: warnings, sources }, options, deps);
  return spec;
}

function partOf(named: Spec | null): (live: Live) => Live {
  return named === null ? (live) => live : (live) => partNamed(live, named);
}

interface Rest {
  readonly named: Spec | null;
  readonly released: HolderRecord | null;
  readonly options: DestroyOptions;
  readonly deps: Deps;
}

/** Under the lock, with the ledger as the holder has left it. */
function giveBackRest({ named, released, options, deps }: Rest): Promise<number> {
  const actor = actorOf('pasidctl destroy', deps);
  const lock = { actor, timeoutMs: options.lockTimeoutMs };
  return withLockedSession(machineRequest(options, deps), lock, async (session) => {
    reportAside({ diagnostics: sessionWarnings(session), sources: null }, options, deps);
    if (named !== null) refusePart(named, session);
    const part = partOf(named);
    const plan = planReturn(session, part(session.held.live));
    if (released === null || plan.steps.length > 0) return giveBack(plan, { session, actor, part, options, deps });
    writeErr(deps, `Process ${released.pid} has released everything.\n`);
    return EXIT.done;
  });
}

interface Run {
  readonly session: Session;
  readonly actor: Actor;
  readonly part: (live: Live) => Live;
  readonly options: DestroyOptions;
  readonly deps: Deps;
}

function giveBack(plan: Plan, { session, actor, part, options, deps }: Run): Promise<number> {
  const { watch, insist } = insisting(deps);
  return withSignals(
    (orders) =>
      withApplyView(options, deps, async (events) => {
        const emit = watch(events);
        const outcome = await perform({
          ...{ actor, session, plan, part, emit },
          spec: EMPTY_SPEC,
          kernel: await session.backend.kernel(),
          ledger: new Ledger(session.held.live),
          holder: null,
          signal: orders.arm(),
          isRelease: true,
        });
        return exitOfOutcome(outcome);
      }),
    insist,
  );
}
