/** The life of a holder after its first apply: keep everything up, follow SIGHUP, release on SIGINT or SIGTERM. */

import type { Ledger } from '../apply/ledger.ts';
import { known } from '../assert.ts';
import type { ApplyOptions } from '../cli/options.ts';
import { reportAside } from '../cli/report.ts';
import type { Signals } from '../cli/signals.ts';
import { Stop } from '../cli/stop.ts';
import type { Deps } from '../cli/terminal.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { EmitEvent } from '../model/events.ts';
import { EMPTY_SPEC } from '../model/spec.ts';
import type { HolderRecord } from '../state/ledger-file.ts';
import { startTicks } from '../state/process.ts';
import { assess, replan } from './assess.ts';
import { perform } from './perform.ts';
import { readDesired } from './read-desired.ts';
import type { Session } from './session.ts';

export interface Holding {
  readonly operation: string;
  readonly options: ApplyOptions;
  readonly deps: Deps;
  readonly session: Session;
  readonly signals: Signals;
  readonly kernel: Kernel;
  readonly ledger: Ledger;
  readonly holder: HolderRecord | null;
  readonly emit: EmitEvent;
}

export function holderRecord({ pid, now }: Deps): HolderRecord {
  return { pid, startTicks: known(startTicks(pid), 'our own start time'), since: now().toISOString() };
}

/** Returns the exit code of the release. */
export async function holdUntilReleased(holding: Holding): Promise<number> {
  const { signals, emit, deps } = holding;
  for (;;) {
    emit({ event: 'holding', pid: deps.pid });
    const signal = await signals.next();
    if (signal !== 'SIGHUP') return release(holding, signal);
    await follow(holding);
  }
}

/**
 * Apply the difference to the spec as it is now. A spec with errors, or a refusal, leaves everything as it was; a saved plan
 * has no spec to read again.
 */
async function follow(holding: Holding): Promise<void> {
  const { options, deps, session, ledger, signals } = holding;
  if (options.files.length === 0) return;
  try {
    const desired = await readDesired(options, deps);
    const { plan } = assess(session, desired, ledger.toLive());
    await perform({ ...holding, plan, spec: desired.spec, signal: signals.arm() });
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    reportAside(error, options, deps);
  }
}

/** Nothing stops a release: its signal has been given already. */
async function release(holding: Holding, signal: string): Promise<number> {
  const { session, ledger, emit } = holding;
  emit({ event: 'releasing', signal });
  const plan = replan(session, EMPTY_SPEC, ledger.toLive());
  return perform({ ...holding, plan, spec: EMPTY_SPEC, signal: new AbortController().signal });
}
