/** Giving back what is held, or the part that a spec names: by the living holder, else by this process. */

import { Ledger } from '../apply/ledger.ts';
import type { Live } from '../model/live.ts';
import type { Outcome } from '../model/outcome.ts';
import { EMPTY_SPEC, type Spec } from '../model/spec.ts';
import type { HolderRecord } from '../state/ledger-file.ts';
import { askHolderToRelease } from './ask-holder.ts';
import { planRelease, planReturn } from './assess.ts';
import type { Client } from './client.ts';
import { withLockedSession } from './locked-session.ts';
import type { Actor, MachineRequest } from './machine-request.ts';
import { partNamed, refusePart } from './part.ts';
import { perform } from './perform.ts';
import { openSession, sessionWarnings } from './session.ts';
import { refuseOtherMachine } from './this-machine.ts';

export interface DestroyRequest {
  readonly machine: MachineRequest;
  readonly actor: Actor;
  /** How long to wait for the lock. */
  readonly timeoutMs: number;
  /** What is to be given back; `null` for everything. */
  readonly named: Spec | null;
}

export interface DestroyClient extends Client {
  /** The holder is asked to release what it holds, and is waited for. */
  asking(holder: HolderRecord): void;
  /** It has released everything, and nothing is left to give back. */
  released(holder: HolderRecord): void;
}

/**
 * Kernel objects belong to the process that made them, so a living holder releases them itself; drivers and files that are left are
 * given back by this process.
 *
 * @returns `declined` by the client; `released` when the holder has left nothing
 * @throws Refusal before any change; StateError when the state folder is locked or cannot be used
 */
export async function destroy(
  request: DestroyRequest,
  client: DestroyClient,
): Promise<Outcome | 'declined' | 'released'> {
  const { machine, named } = request;
  refuseOtherMachine(machine);
  const opened = await openSession(machine);
  const { holder, live } = opened.held;
  if (named !== null) refusePart(named, opened);
  // A holder has the devices open itself.
  const planOf = holder === null ? planReturn : planRelease;
  if (!(await client.confirm(planOf(opened, partOf(named)(live))))) return 'declined';
  if (holder !== null) {
    client.asking(holder);
    await askHolderToRelease(holder);
  }
  return giveBackRest(request, { holder, client });
}

function partOf(named: Spec | null): (live: Live) => Live {
  return named === null ? (live) => live : (live) => partNamed(live, named);
}

interface Asked {
  readonly holder: HolderRecord | null;
  readonly client: DestroyClient;
}

/** Under the lock, with the ledger as the holder has left it. */
function giveBackRest(
  { machine, actor, timeoutMs, named }: DestroyRequest,
  { holder, client }: Asked,
): Promise<Outcome | 'released'> {
  return withLockedSession(machine, { actor, timeoutMs }, async (session) => {
    client.tell({ diagnostics: sessionWarnings(session), sources: null });
    if (named !== null) refusePart(named, session);
    const part = partOf(named);
    const plan = planReturn(session, part(session.held.live));
    if (holder === null || plan.steps.length > 0) {
      return client.conduct(async (orders, emit) =>
        perform({
          ...{ actor, session, plan, part, emit },
          spec: EMPTY_SPEC,
          kernel: await session.backend.kernel(),
          ledger: new Ledger(session.held.live),
          holder: null,
          signal: orders.arm(),
          isRelease: true,
        }),
      );
    }
    client.released(holder);
    return 'released';
  });
}
