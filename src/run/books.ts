/** Writes the state folder during a run: the journal before each change that outlives the process, the ledger after it. */

import { leniently, type StepJournal } from '../apply/context.ts';
import { StepError } from '../apply/step-error.ts';
import type { Live } from '../model/live.ts';
import { beginJournal, endJournal, type Journal } from '../state/journal.ts';
import { StateError } from '../state/state-file.ts';
import { outlivesProcess } from '../steps/step-kinds.ts';
import type { PlanRun, RunParts } from './plan-run.ts';
import { saveHeld } from './session.ts';

/** @throws StateError when the journal cannot be begun; a release runs without one then */
export function openBooks(run: PlanRun): StepJournal {
  const { session, actor, isRelease = false } = run;
  const { stateDir, bootId } = session;
  const begin = { bootId, operation: actor.operation, since: actor.now().toISOString() };
  const demand = (): void => session.lock?.demand();
  const open = (): Journal => {
    demand();
    return beginJournal(stateDir, begin);
  };
  const write = (change: () => void): void =>
    asStepError(() => {
      demand();
      change();
    });
  const journal = isRelease ? unlessRefused(open) : open();
  const before = run.ledger.toLive();
  const books: StepJournal = {
    intent: (step) => {
      if (outlivesProcess(step)) write(() => journal?.intent(step));
    },
    done: (step) => {
      if (outlivesProcess(step)) write(() => save(run, withReturned(run.ledger.toLive(), before)));
    },
    settle: () => write(() => save(run, run.ledger.toLive())),
    end: () => write(() => endJournal(stateDir)),
  };
  return isRelease ? leniently(books) : books;
}

/** Write the whole ledger. @throws StateError */
export function writeLedger(parts: RunParts): void {
  parts.session.lock?.demand();
  save(parts, parts.ledger.toLive());
}

/** The ledger names the holder, also of devices alone: `destroy` asks it, and other runs keep away while it lives. */
function save({ session, holder }: RunParts, live: Live): void {
  saveHeld(session, { live, holder });
}

/**
 * What a run gives back stays in the ledger on disk until the run is settled: a rollback takes it again, and the disk may be
 * full by then. Giving it back twice does no harm.
 */
function withReturned(now: Live, before: Live): Live {
  const held = new Set(now.handovers.map(({ address }) => address));
  const made = new Set(now.madeVfs.map(({ address }) => address));
  return {
    ...now,
    handovers: [...now.handovers, ...before.handovers.filter(({ address }) => !held.has(address))],
    createdFiles: [...new Set([...now.createdFiles, ...before.createdFiles])],
    madeVfs: [...now.madeVfs, ...before.madeVfs.filter(({ address }) => !made.has(address))],
    loadedModules: [...new Set([...before.loadedModules, ...now.loadedModules])],
  };
}

/** A failed write stops the run like a failed step, and the run is rolled back. */
function asStepError(write: () => void): void {
  try {
    write();
  } catch (error) {
    if (!(error instanceof StateError)) throw error;
    throw new StepError(error.message, { code: error.code });
  }
}

function unlessRefused<T>(make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof StateError)) throw error;
    return null;
  }
}
