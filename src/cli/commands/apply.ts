/**
 * `pasidctl apply`: make it so, verify, and roll back what fails. With `--hold` the process then owns the kernel objects:
 * SIGHUP re-reads the spec and applies the difference, SIGINT and SIGTERM release everything in order.
 */

import { Ledger } from '../../apply/ledger.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Spec } from '../../model/spec.ts';
import { takeLock } from '../../state/lock.ts';
import { makeStateDir } from '../../state/state-file.ts';
import { openApplyView } from '../apply-view.ts';
import { approved } from '../approve.ts';
import { assess } from '../assess.ts';
import { machineSyscalls, stateDirOf } from '../backend.ts';
import { EXIT } from '../exit-codes.ts';
import { guarded } from '../guarded.ts';
import { type Holding, holderRecord, holdUntilReleased } from '../hold.ts';
import type { ApplyOptions } from '../options.ts';
import { perform } from '../perform.ts';
import { readDesired } from '../read-desired.ts';
import { reportAside } from '../report.ts';
import { needsHolder, openSession } from '../session.ts';
import { watchSignals } from '../signals.ts';
import { Stop } from '../stop.ts';
import { type Deps, writeErr, writeOut } from '../terminal.ts';
import { renderPlan } from './plan.ts';

export function runApply(options: ApplyOptions, deps: Deps): Promise<number> {
  return guarded(options, deps, async () => {
    const desired = await readDesired(options, deps);
    refuseWhatCannotLast(options, desired.spec);
    const stateDir = stateDirOf(options, deps);
    makeStateDir(stateDir);
    const operation = options.hold ? 'pasidctl apply --hold' : 'pasidctl apply';
    const syscalls = await machineSyscalls();
    using _lock = await takeLock({ stateDir, operation, timeoutMs: options.lockTimeoutMs, syscalls });
    const session = await openSession(options, deps);
    const { plan, warnings } = assess(session, desired, session.held.live);
    reportAside({ diagnostics: [...desired.warnings, ...warnings], sources: desired.sources }, options, deps);
    if (options.output === 'text') writeOut(deps, renderPlan(plan, options, deps));
    if (plan.steps.length > 0 && !options.autoApprove && !(await approved('Apply this plan?', deps))) {
      writeErr(deps, 'Nothing was changed.\n');
      return EXIT.failed;
    }
    using signals = watchSignals();
    const view = await openApplyView(options, deps);
    try {
      const holding: Holding = {
        options,
        deps,
        session,
        signals,
        kernel: await session.backend.kernel(),
        ledger: new Ledger(session.held.live),
        holder: options.hold ? holderRecord(deps) : null,
        emit: view.onEvent,
      };
      const exitCode = await perform({ ...holding, plan, spec: desired.spec, signal: signals.arm() });
      return exitCode === EXIT.done && options.hold ? await holdUntilReleased(holding) : exitCode;
    } finally {
      await view.close();
    }
  });
}

/** Refused before anything is read from the machine. */
function refuseWhatCannotLast(options: ApplyOptions, spec: Spec): void {
  const { backend, hold, machine, root } = options;
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
