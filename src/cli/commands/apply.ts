/**
 * `pasidctl apply`: make it so, verify, and roll back what fails. With `--hold` the process then owns the kernel objects:
 * SIGHUP re-reads the spec and applies the difference, SIGINT and SIGTERM release everything in order.
 */

import { Ledger } from '../../apply/ledger.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Plan } from '../../model/plan.ts';
import type { Spec } from '../../model/spec.ts';
import { underLock } from '../../state/lock.ts';
import { makeStateDir } from '../../state/state-file.ts';
import { withApplyView } from '../apply-view.ts';
import { approved } from '../approve.ts';
import { assess } from '../assess.ts';
import { machineSyscalls, stateDirOf } from '../backend.ts';
import { EXIT } from '../exit-codes.ts';
import { guarded } from '../guarded.ts';
import { type Holding, holderRecord, holdUntilReleased } from '../hold.ts';
import type { ApplyOptions } from '../options.ts';
import { perform } from '../perform.ts';
import { type DesiredWithWarnings, readDesired } from '../read-desired.ts';
import { reportAside } from '../report.ts';
import { needsHolder, openSession } from '../session.ts';
import { withSignals } from '../signals.ts';
import { Stop } from '../stop.ts';
import { type Deps, writeErr, writeOut } from '../terminal.ts';
import { renderPlan } from './plan.ts';

export function runApply(options: ApplyOptions, deps: Deps): Promise<number> {
  return guarded(options, deps, async () => {
    const desired = await readDesired(options, deps);
    refuseWhatCannotLast(options, desired.spec);
    const stateDir = stateDirOf(options, deps);
    makeStateDir(stateDir);
    const lock = {
      stateDir,
      operation: operationOf(options),
      timeoutMs: options.lockTimeoutMs,
      syscalls: await machineSyscalls(),
    };
    return underLock(lock, () => applyDesired(desired, options, deps));
  });
}

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

async function applyDesired(desired: DesiredWithWarnings, options: ApplyOptions, deps: Deps): Promise<number> {
  const session = await openSession(options, deps);
  const { plan, warnings } = assess(session, desired, session.held.live);
  reportAside({ diagnostics: [...desired.warnings, ...warnings], sources: desired.sources }, options, deps);
  if (options.output === 'text') writeOut(deps, renderPlan(plan, options, deps));
  if (plan.steps.length > 0 && !options.autoApprove && !(await approved('Apply this plan?', deps))) {
    writeErr(deps, 'Nothing was changed.\n');
    return EXIT.failed;
  }
  return carryOut(plan, desired.spec, { session, options, deps });
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
