/**
 * The life of a holder after its first apply: keep everything up, follow the spec when told to, release everything when told
 * to. Whatever else goes wrong meanwhile, the holder stays: every binding would end with it.
 */

import { known } from '../assert.ts';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import { type Problems, Refusal } from '../diagnostics/refusal.ts';
import type { Outcome } from '../model/outcome.ts';
import { EMPTY_SPEC } from '../model/spec.ts';
import { endJournal } from '../state/journal.ts';
import type { HolderRecord } from '../state/ledger-file.ts';
import { startTicks } from '../state/process.ts';
import { StateError } from '../state/state-file.ts';
import { assess, planRelease } from './assess.ts';
import { writeLedger } from './books.ts';
import type { Actor } from './machine-request.ts';
import { perform } from './perform.ts';
import type { RunParts } from './plan-run.ts';
import type { Desired } from './read-desired.ts';

/** What a holder is told to do. */
export type Order =
  | { readonly kind: 'follow' }
  /** `because`: the signal or request that asked for it, for people. */
  | { readonly kind: 'release'; readonly because: string };

export interface Orders {
  /** Aborted by the first order to release since the call. */
  arm(): AbortSignal;
  /** The next order, one that stopped a run included; at once if one came in the meantime; `null` when the time is up. */
  next(timeoutMs: number | null): Promise<Order | null>;
}

export interface Holding extends RunParts {
  readonly orders: Orders;
  /** The spec as it is now; `null` where there is none to read again, as after a saved plan. */
  readonly readDesired: ((signal: AbortSignal) => Promise<Desired>) | null;
  /** Why an order was not followed, or what to know about it. */
  tell(problems: Problems): void;
  /** An exception that is our own mistake; the holder goes on with what it holds. */
  tellBug(error: unknown): void;
}

/** How often a ledger that could not be written is tried again. */
const WRITE_AGAIN_MS = 10_000;

export function holderRecord({ pid, now }: Actor): HolderRecord {
  return { pid, startTicks: known(startTicks(pid), 'our own start time'), since: now().toISOString() };
}

/** @param first  how the first apply ended. Returns how the release ended. */
export async function holdUntilReleased(holding: Holding, first: Outcome): Promise<Outcome> {
  const { orders, emit, actor } = holding;
  let writeAt = whenToWrite(first.unwritten === null);
  emit({ event: 'holding', pid: actor.pid });
  for (;;) {
    const order = await orders.next(writeAt === null ? null : Math.max(0, writeAt - performance.now()));
    if (isDue(writeAt, order)) writeAt = whenToWrite(writeAgain(holding));
    if (order === null) continue;
    const outcome = await (order.kind === 'release' ? released(holding, order.because) : follow(holding));
    if (order.kind === 'release' && outcome !== null && outcome !== 'behind') return outcome;
    if (outcome !== null) writeAt = isWhole(outcome) ? null : (writeAt ?? whenToWrite(false));
    emit({ event: 'holding', pid: actor.pid });
  }
}

function isDue(writeAt: number | null, order: Order | null): boolean {
  return order === null || (writeAt !== null && performance.now() >= writeAt);
}

function isWhole(outcome: Outcome | 'behind'): boolean {
  return outcome !== 'behind' && outcome.unwritten === null;
}

/** On the clock of `performance.now`; `null`: all is written. Orders that come meanwhile do not put it off. */
function whenToWrite(isWritten: boolean): number | null {
  return isWritten ? null : performance.now() + WRITE_AGAIN_MS;
}

/** `behind`: a mistake of ours stopped it, and what is on disk may be behind. */
async function released(holding: Holding, because: string): Promise<Outcome | 'behind'> {
  try {
    return await release(holding, because);
  } catch (error) {
    holding.tellBug(error);
    return 'behind';
  }
}

/** Apply the difference to the spec as it is now; `null` when everything was left as it was, `behind` when the disk may be behind. */
async function follow(holding: Holding): Promise<Outcome | 'behind' | null> {
  const { session, ledger, orders, readDesired, tell } = holding;
  if (readDesired === null) {
    const message = 'this holder was started with a saved plan, so there is no spec to read again';
    tell({ diagnostics: [diagnostic('USAGE_NOTHING_TO_FOLLOW', message)], sources: null });
    return null;
  }
  try {
    const signal = orders.arm();
    // A FIFO may never be written to: the order to release ends the wait.
    const desired = await readDesired(signal);
    const { spec, sources } = desired;
    const { plan, warnings } = assess(session, desired, ledger.toLive());
    tell({ diagnostics: [...desired.warnings, ...warnings], sources });
    return await perform({ ...holding, plan, spec, signal });
  } catch (error) {
    if (!(error instanceof Refusal)) {
      holding.tellBug(error);
      return 'behind';
    }
    tell(error);
    // The folder itself may be gone, and with it what the next run needs to know.
    return error instanceof StateError ? 'behind' : null;
  }
}

/** A disk that was full may have room again. */
function writeAgain(holding: Holding): boolean {
  try {
    writeLedger(holding);
    endJournal(holding.session.stateDir);
  } catch (error) {
    if (!(error instanceof StateError)) holding.tellBug(error);
    return false;
  }
  holding.emit({ event: 'written' });
  return true;
}

/** Nothing stops a release: its order has been given already. */
async function release(holding: Holding, because: string): Promise<Outcome> {
  const { session, ledger, emit } = holding;
  emit({ event: 'releasing', signal: because });
  const plan = planRelease(session, ledger.toLive());
  const { signal } = new AbortController();
  return perform({ ...holding, plan, spec: EMPTY_SPEC, signal, isRelease: true });
}
