/** A session with the lock of its state folder. */

import { underLock } from '../state/lock.ts';
import { makeStateDir, sweepStateDir } from '../state/state-dir.ts';
import { StateError } from '../state/state-file.ts';
import { machineSyscalls } from './backend.ts';
import type { Actor, MachineRequest } from './machine-request.ts';
import { checkPlaces } from './places.ts';
import { openSession, type Session } from './session.ts';
import { refuseOtherMachine } from './this-machine.ts';

export interface LockRequest {
  readonly actor: Actor;
  /** How long to wait for another run to end. */
  readonly timeoutMs: number;
}

/** @throws StateError when the folder is locked or cannot be used; Refusal when the machine is not this one, or its file is bad */
export async function withLockedSession<T>(
  request: MachineRequest,
  { actor, timeoutMs }: LockRequest,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  refuseOtherMachine(request);
  const { stateDir } = request;
  checkPlaces(request);
  makeStateDir(stateDir);
  const lock = { stateDir, actor, timeoutMs, syscalls: await machineSyscalls() };
  return underLock(lock, async (taken) => {
    const session = await openSession(request, taken);
    refuseBesideHolder(session);
    sweepStateDir(stateDir, [session.backend.ledger.fileName]);
    return work(session);
  });
}

/** A living holder has the lock, unless someone removed the lock file; a second writer would take from it what it holds. */
function refuseBesideHolder({ stateDir, held: { holder } }: Session): void {
  if (holder === null) return;
  throw new StateError(
    'STATE_LOCKED',
    `${stateDir} is in use by its holder, process ${holder.pid}, whose lock file is gone`,
  );
}
