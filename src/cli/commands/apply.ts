/**
 * `pasidctl apply`: make it so, verify, and roll back what fails. With `--hold` the process then owns the kernel objects:
 * SIGHUP re-reads the spec and applies the difference, SIGINT and SIGTERM release everything in order.
 */

import { Ledger } from '../../apply/ledger.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Plan } from '../../model/plan.ts';
import type { SourceMap } from '../../model/source.ts';
import type { Spec } from '../../model/spec.ts';
import { assess } from '../../run/assess.ts';
import { machineSyscalls, stateDirOf } from '../../run/backend.ts';
import { type Holding, holderRecord, holdUntilReleased } from '../../run/hold.ts';
import { perform } from '../../run/perform.ts';
import { type DesiredWithWarnings, readDesired } from '../../run/read-desired.ts';
import { readSavedPlan, refuseStale } from '../../run/saved-plan.ts';
import { needsHolder, openSession, unfinishedRuns } from '../../run/session.ts';
import { underLock } from '../../state/lock.ts';
import type { SavedPlan } from '../../state/plan-file.ts';
import { makeStateDir } from '../../state/state-file.ts';
import { withApplyView } from '../apply-view.ts';
import { approved } from '../approve.ts';
import { EXIT } from '../exit-codes.ts';
import { guarded } from '../guarded.ts';
import type { ApplyOptions } from '../options.ts';
import { reportAside } from '../report.ts';
import { withSignals } from '../signals.ts';
import { Stop } from '../stop.ts';
import { type Deps, writeErr, writeOut } from '../terminal.ts';
import { renderPlan } from './plan.ts';

export function runApply(options: ApplyOptions, deps: Deps): Promise<number> {
  return guarded(options, deps, async () => {
    const wanted = await readWanted(options, deps);
    refuseWhatCannotLast(options, wanted.desired.spec);
    const stateDir = stateDirOf(options, deps);
    makeStateDir(stateDir);
    const lock = {
      stateDir,
      operation: operationOf(options),
      timeoutMs: options.lockTimeoutMs,
      syscalls: await machineSyscalls(),
    };
    return underLock(lock, () => applyWanted(wanted, options, deps));
  });
}

/** A spec to plan for, and the plan that was made for it, if it was saved. */
interface Wanted {
  readonly desired: DesiredWithWarnings;
  readonly saved: SavedPlan | null;
}

async function readWanted(options: ApplyOptions, deps: Deps): Promise<Wanted> {
  if (options.plan === null) {
    if (options.files.length > 0) return { desired: await readDesired(options, deps), saved: null };
    throw new Stop(EXIT.usage, [diagnostic('USAGE_NOTHING_NAMED', 'neither a spec nor a saved plan is named')]);
  }
  if (options.files.length > 0) {
    throw new Stop(EXIT.usage, [diagnostic('USAGE_NOTHING_NAMED', 'a spec and a saved plan are named')]);
  }
  const saved = readSavedPlan(options.plan, options.backend, deps);
  return { desired: { spec: saved.spec, sources: NO_SOURCES, warnings: [] }, saved };
}

const NO_SOURCES: SourceMap = { locate: () => null, text: () => null };

function operationOf({ hold }: ApplyOptions): string {
  return hold ? 'pasidctl apply --hold' : 'pasidctl apply';
}

/** Refused before anything is read from the machine. */
function refuseWhatCannotLast({ backend, hold, machine, root }: ApplyOptions, spec: Spec): void {
  if (backend === 'sim') return;
  if (machine !== null || root !== '/') {
    const option = machine !== null ? '--machine' : '--root';
    throw new Stop(EXIT.usage, [diagnostic('USAGE_NOT_THIS_MACHINE', `${option} names another machine than this one`)]);
  }
  if (hold || !needsHolder(spec)) return;
  const names = spec.viommus.filter(({ holder }) => holder === 'agent').map(({ name }) => name);
  throw new Stop(EXIT.usage, [
    diagnostic(
      'USAGE_NEEDS_HOLD',
      `the kernel objects of vIOMMU ${names.join(', ')} would be gone when this command ends`,
    ),
  ]);
}

async function applyWanted({ desired, saved }: Wanted, options: ApplyOptions, deps: Deps): Promise<number> {
  const session = await openSession(options, deps);
  if (saved !== null) refuseStale(saved, session);
  const { plan, warnings } = assess(session, desired, session.held.live);
  const aside = [...unfinishedRuns(session), ...desired.warnings, ...warnings];
  reportAside({ diagnostics: aside, sources: desired.sources }, options, deps);
  if (options.output === 'text') writeOut(deps, renderPlan(plan, options, deps));
  if (plan.steps.length > 0 && !options.autoApprove && !(await approved('Apply this plan?', deps))) {
    writeErr(deps, 'Nothing was changed.\n');
    return EXIT.failed;
  }
  return carryOut(saved?.plan ?? plan, desired.spec, { session, options, deps });
}

type Run = Pick<Holding, 'session' | 'options' | 'deps'>;

function carryOut(plan: Plan, spec: Spec, run: Run): Promise<number> {
  const { session, options, deps } = run;
  return withSignals((signals) =>
    withApplyView(options, deps, async (emit) => {
      const holding: Holding = {
        ...run,
        operation: operationOf(options),
        signals,
        emit,
        kernel: await session.backend.kernel(),
        ledger: new Ledger(session.held.live),
        holder: options.hold ? holderRecord(deps) : null,
      };
      const exitCode = await perform({ ...holding, plan, spec, signal: signals.arm() });
      return exitCode === EXIT.done && options.hold ? holdUntilReleased(holding) : exitCode;
    }),
  );
}
