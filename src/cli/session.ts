/** What every command about a machine needs: the backend, the state folder, and what is still held there. */

import { EMPTY_LIVE } from '../model/live.ts';
import { EMPTY_SPEC, type Spec } from '../model/spec.ts';
import { type Held, stillHeld } from '../state/held.ts';
import { emptyLedger, type LedgerRecord, readLedger, writeLedger } from '../state/ledger-file.ts';
import { StateError } from '../state/state-file.ts';
import { type Backend, openBackend, stateDirOf } from './backend.ts';
import { readMachineFile } from './machine-file.ts';
import type { CommonOptions } from './options.ts';
import type { Deps } from './terminal.ts';

export interface Session {
  readonly options: CommonOptions;
  readonly deps: Deps;
  readonly backend: Backend;
  readonly stateDir: string;
  readonly bootId: string;
  readonly held: Held;
}

/**
 * @throws StateError when the state folder is another backend's, or damaged
 * @throws Stop when the machine file cannot be used
 */
export async function openSession(options: CommonOptions, deps: Deps): Promise<Session> {
  const stateDir = stateDirOf(options, deps);
  const machine = options.machine === null ? null : readMachineFile(options.machine, deps);
  const backend = await openBackend({ options, stateDir, machine });
  return { options, deps, backend, stateDir, ...heldBy(backend, stateDir) };
}

/** The session as it stands now: another run may have ended since it was opened. */
export function refresh(session: Session): Session {
  return { ...session, ...heldBy(session.backend, session.stateDir) };
}

function heldBy(backend: Backend, stateDir: string): Pick<Session, 'bootId' | 'held'> {
  const { bootId } = backend.observe(EMPTY_SPEC, EMPTY_LIVE).kernel;
  const record = readLedger(stateDir);
  if (record !== null && record.backend !== backend.name) {
    throw new StateError(
      'STATE_OTHER_BACKEND',
      `${stateDir} holds the state of backend ${record.backend}, not ${backend.name}`,
    );
  }
  return { bootId, held: stillHeld(record, bootId) };
}

/** Write what is held now; the simulator's world first, so that the ledger never names what the world has not. */
export function saveHeld(session: Session, held: Pick<LedgerRecord, 'holder' | 'live'>): void {
  session.backend.save();
  writeLedger(session.stateDir, { ...emptyLedger(session.backend.name, session.bootId), ...held });
}

/** Does this spec need kernel objects, which die with the process that made them? */
export function needsHolder(spec: Spec): boolean {
  return spec.viommus.some(({ holder }) => holder === 'agent');
}
