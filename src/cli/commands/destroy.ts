/**
 * `pasidctl destroy`: give back everything that this state folder holds. Kernel objects belong to the process that made them,
 * so a living holder is told to release them itself; what is left, drivers and files, is given back here.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import { Ledger } from '../../apply/ledger.ts';
import { EMPTY_SPEC } from '../../model/spec.ts';
import type { HolderRecord } from '../../state/ledger-file.ts';
import { takeLock } from '../../state/lock.ts';
import { isAlive } from '../../state/process.ts';
import { makeStateDir } from '../../state/state-file.ts';
import { openApplyView } from '../apply-view.ts';
import { approved } from '../approve.ts';
import { replan } from '../assess.ts';
import { machineSyscalls } from '../backend.ts';
import { EXIT } from '../exit-codes.ts';
import { guarded } from '../guarded.ts';
import type { DestroyOptions } from '../options.ts';
import { perform } from '../perform.ts';
import { openSession, refresh } from '../session.ts';
import { watchSignals } from '../signals.ts';
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
  process.kill(holder.pid, 'SIGTERM');
  for (let waitedMs = 0; isAlive(holder) && waitedMs < RELEASE_TIMEOUT_MS; waitedMs += 100) await sleep(100);
}

/** Under the lock, with the ledger as the holder has left it. */
async function giveBackRest(options: DestroyOptions, deps: Deps, released: HolderRecord | null): Promise<number> {
  const before = await openSession(options, deps);
  makeStateDir(before.stateDir);
  const syscalls = await machineSyscalls();
  const { stateDir } = before;
  using _lock = await takeLock({ stateDir, operation: 'pasidctl destroy', timeoutMs: options.lockTimeoutMs, syscalls });
  const session = refresh(before);
  const plan = replan(session, EMPTY_SPEC, session.held.live);
  if (released !== null && plan.steps.length === 0) {
    writeErr(deps, `Process ${released.pid} has released everything.\n`);
    return EXIT.done;
  }
  using signals = watchSignals();
  const view = await openApplyView(options, deps);
  try {
    return await perform({
      session,
      plan,
      spec: EMPTY_SPEC,
      kernel: await session.backend.kernel(),
      ledger: new Ledger(session.held.live),
      holder: null,
      emit: view.onEvent,
      signal: signals.arm(),
    });
  } finally {
    await view.close();
  }
}
