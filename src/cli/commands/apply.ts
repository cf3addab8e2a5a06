/**
 * `pasidctl apply`: carry out a plan and verify it, or roll it back. With `--hold` the process then keeps the kernel objects:
 * SIGHUP reads the spec again and applies the difference, SIGINT and SIGTERM release everything in order.
 */

import { Ledger } from '../../apply/ledger.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { Refusal } from '../../diagnostics/refusal.ts';
import type { Plan } from '../../model/plan.ts';
import type { Spec } from '../../model/spec.ts';
import { type Holding, holderRecord, holdUntilReleased } from '../../run/hold.ts';
import { withLockedSession } from '../../run/locked-session.ts';
import type { Actor } from '../../run/machine-request.ts';
import { perform } from '../../run/perform.ts';
import { readSavedPlan } from '../../run/saved-plan.ts';
import { type Session, sessionWarnings } from '../../run/session.ts';
import { planWanted, refuseWhatCannotLast, type Wanted } from '../../run/wanted.ts';
import { withApplyView } from '../apply-view.ts';
import { EXIT, exitOfOutcome } from '../exit-codes.ts';
import { guarded } from '../guarded.ts';
import { insisting } from '../insisting.ts';
import { refuseSpecAsPlan } from '../mixed-up.ts';
import { readNamedSpec } from '../named-spec.ts';
import type { ApplyOptions } from '../options.ts';
import { reportAside } from '../report.ts';
import { reportBug } from '../report-bug.ts';
import { actorOf, givenFile, machineRequest, waitingOf } from '../requests.ts';
import { proposePlan } from '../show-plan.ts';
import { withSignals } from '../signals.ts';
import type { Deps } from '../terminal.ts';

export function runApply(options: ApplyOptions, deps: Deps): Promise<number> {
  return guarded(options, deps, async () => {
    const wanted = await readWanted(options, deps);
    const request = machineRequest(options, deps);
    refuseWhatCannotLast(request, wanted.desired.spec, options.hold);
    const actor = actorOf(options.hold ? 'pasidctl apply --hold' : 'pasidctl apply', deps);
    return withLockedSession(request, { actor, timeoutMs: options.lockTimeoutMs }, (session) =>
      applyWanted(wanted, { session, actor, options, deps }),
    );
  });
}

async function readWanted({ plan, files, backend, allowEmpty }: ApplyOptions, deps: Deps): Promise<Wanted> {
  if (plan === null && files.length === 0) throw wrongUse('neither a spec nor a saved plan is named');
  if (plan === null) return { desired: await readNamedSpec({ files, allowEmpty }, deps), saved: null };
  if (files.length > 0) throw wrongUse('a spec and a saved plan are named');
  const file = givenFile(plan, deps);
  refuseSpecAsPlan(file);
  return await readSavedPlan(file, backend, waitingOf(deps));
}

function wrongUse(message: string): Refusal {
  return new Refusal('usage', [diagnostic('USAGE_NOTHING_NAMED', message)]);
}

interface Run {
  readonly session: Session;
  readonly actor: Actor;
  readonly options: ApplyOptions;
  readonly deps: Deps;
}

async function applyWanted(wanted: Wanted, run: Run): Promise<number> {
  const { session, options, deps } = run;
  const { plan, warnings } = planWanted(session, wanted);
  const { spec, sources } = wanted.desired;
  reportAside({ diagnostics: [...sessionWarnings(session), ...warnings], sources }, options, deps);
  if (!(await proposePlan({ plan, question: 'Apply this plan?' }, options, deps))) return EXIT.failed;
  return carryOut(plan, spec, run);
}

function carryOut(plan: Plan, spec: Spec, { session, actor, options, deps }: Run): Promise<number> {
  const { watch, insist } = insisting(deps);
  return withSignals(
    (orders) =>
      withApplyView(options, deps, async (events) => {
        const emit = watch(events);
        const { files, allowEmpty } = options;
        const holding: Holding = {
          ...{ actor, session, orders, emit },
          kernel: await session.backend.kernel(),
          ledger: new Ledger(session.held.live),
          holder: options.hold ? holderRecord(actor) : null,
          readDesired: files.length === 0 ? null : (signal) => readNamedSpec({ files, allowEmpty }, deps, signal),
          tell: (problems) => reportAside(problems, options, deps),
          tellBug: (error) => reportBug(error, deps),
        };
        const outcome = await perform({ ...holding, plan, spec, signal: orders.arm() });
        const isHolding = options.hold && outcome.kind === 'applied';
        return exitOfOutcome(isHolding ? await holdUntilReleased(holding, outcome) : outcome);
      }),
    insist,
  );
}
