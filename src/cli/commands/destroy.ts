/**
 * `pasidctl destroy`: give back everything that this state folder holds. Kernel objects belong to the process that made them,
 * so a living holder is told to release them itself; what is left, drivers and files, is given back here.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import { Ledger } from '../../apply/ledger.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Plan } from '../../model/plan.ts';
import { EMPTY_SPEC } from '../../model/spec.ts';
import { planReturn, replan } from '../../run/assess.ts';
import { machineSyscalls, stateDirOf } from '../../run/backend.ts';
import { perform } from '../../run/perform.ts';
import { openSession, type Session, unfinishedRuns } from '../../run/session.ts';
import type { HolderRecord } from '../../state/ledger-file.ts';
import { underLock } from '../../state/lock.ts';
import { isAlive } from '../../state/process.ts';
import { errnoOf, makeStateDir } from '../../state/state-file.ts';
import { withApplyView } from '../apply-view.ts';
import { approved } from '../approve.ts';
import { EXIT } from '../exit-codes.ts';
import { guarded } from '../guarded.ts';
import type { DestroyOptions } from '../options.ts';
import { reportAside } from '../report.ts';
import { withSignals } from '../signals.ts';
import { Stop } from '../stop.ts';
import { type Deps, writeErr, writeOut } from '../terminal.ts';
import { renderPlan } from './plan.ts';

/** A holder detaches, destroys and hands back one call at a time; large guests take their time to unpin. */
const RELEASE_TIMEOUT_MS = 120_000;

export function runDestroy(options: DestroyOptions, deps: Deps): Promise<number> {
  return guarded(options, deps, async () => {
    const opened = await openSession(options, deps);
    const plan = replan(opened, EMPTY_SPEC, opened.held.live);
    if (options.output === 'text') writeOut(deps, renderPlan(plan, options, deps));
    if (plan.steps.length > 0 && !options.autoApprove && !(await approved('Give all this back?', deps))) {
      writeErr(deps, 'Nothing was changed.\n');
      return EXIT.failed;
    }
    const { holder } = opened.held;
    if (holder !== null) await askToRelease(holder, deps);
    return giveBackRest(options, deps, holder);
  });
}

async function askToRelease(holder: HolderRecord, deps: Deps): Promise<void> {
  writeErr(deps, `Asking the holder, process ${holder.pid}, to release what it holds.\n`);
  if (!signalled(holder)) {
    const message = `process ${holder.pid} holds the kernel objects and belongs to another user`;
    throw new Stop(EXIT.noPermission, [diagnostic('STATE_HOLDER_NOT_OURS', message)]);
  }
  for (let waitedMs = 0; isAlive(holder) && waitedMs < RELEASE_TIMEOUT_MS; waitedMs += 100) await sleep(100);
}

/** False when the process is somebody else's; one that has ended meanwhile needs no signal. */
function signalled({ pid }: HolderRecord): boolean {
  try {
    process.kill(pid, 'SIGTERM');
    return true;
  } catch (error) {
    return errnoOf(error) === 'ESRCH';
  }
}

const OPERATION = 'pasidctl destroy';

/** Under the lock, with the ledger as the holder has left it. */
async function giveBackRest(options: DestroyOptions, deps: Deps, released: HolderRecord | null): Promise<number> {
  const stateDir = stateDirOf(options, deps);
  makeStateDir(stateDir);
  const lock = { stateDir, operation: OPERATION, timeoutMs: options.lockTimeoutMs, syscalls: await machineSyscalls() };
  return underLock(lock, async () => {
    const session = await openSession(options, deps);
    reportAside({ diagnostics: unfinishedRuns(session), sources: null }, options, deps);
    const plan = planReturn(session, session.held.live);
    if (released === null || plan.steps.length > 0) return giveBack(plan, session);
    writeErr(deps, `Process ${released.pid} has released everything.\n`);
    return EXIT.done;
  });
}

function giveBack(plan: Plan, session: Session): Promise<number> {
  const { options, deps, backend, held } = session;
  return withSignals((signals) =>
    withApplyView(options, deps, async (emit) =>
      perform({
        operation: OPERATION,
        session,
        plan,
        emit,
        spec: EMPTY_SPEC,
        kernel: await backend.kernel(),
        ledger: new Ledger(held.live),
        holder: null,
        signal: signals.arm(),
      }),
    ),
  );
}
