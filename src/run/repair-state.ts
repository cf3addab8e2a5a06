/** Repair of a state folder: find damaged files, ask, set them aside, and leave a folder that the next run can use. */

import { join } from 'node:path';
import { observe } from '../host/observe.ts';
import { type DamagedFile, damageOf, entriesIn, findDamage } from '../state/damage.ts';
import type { BeginRecord } from '../state/journal.ts';
import { decodeLedger } from '../state/ledger-file.ts';
import { underLock } from '../state/lock.ts';
import { setAside } from '../state/set-aside.ts';
import { readStateFile } from '../state/state-file.ts';
import { machineSyscalls, openBackend } from './backend.ts';
import type { LockRequest } from './locked-session.ts';
import type { Actor, MachineRequest } from './machine-request.ts';
import { checkStateDir, isThere } from './places.ts';

export interface Repaired extends DamagedFile {
  /** The name under which the old file is kept; `null` when nothing was changed. */
  readonly keptAs: string | null;
}

/**
 * @param approve  asked once, with everything that is damaged
 * @returns `null` when the answer is no; empty when nothing is damaged
 * @throws StateError when the folder is locked, cannot be used, or has a file of a newer version
 */
export async function repairState(
  { backend, stateDir }: Pick<MachineRequest, 'backend' | 'stateDir'>,
  { actor, timeoutMs }: LockRequest,
  approve: (damaged: readonly DamagedFile[]) => Promise<boolean>,
): Promise<readonly Repaired[] | null> {
  checkStateDir(stateDir);
  if (!isThere(stateDir)) return [];
  const lock = { stateDir, actor, timeoutMs, syscalls: await machineSyscalls() };
  return underLock(lock, async () => {
    const world = await damagedWorld(stateDir);
    const begin = world.length > 0 ? null : await beginNow({ backend, stateDir }, actor);
    const damaged = [...(await findDamage(stateDir, begin)), ...world];
    if (damaged.length === 0) return [];
    if (!(await approve(damaged))) return null;
    return damaged.map((file) => ({ ...file, keptAs: setAside(stateDir, file, actor.now()) }));
  });
}

/** The beginning of a run of this boot. */
async function beginNow(
  place: Pick<MachineRequest, 'backend' | 'stateDir'>,
  { operation, now }: Actor,
): Promise<BeginRecord> {
  const { bootId } = await openBackend({ ...place, root: '/', machine: null });
  return { record: 'begin', bootId: bootId(), operation, since: now().toISOString() };
}

/** A stored simulated machine, with the ledger in it. */
async function damagedWorld(stateDir: string): Promise<readonly DamagedFile[]> {
  const { openSimWorld, WORLD_NAME: name } = await import('./sim-backend.ts');
  const text = readStateFile(join(stateDir, name));
  if (text === null) return [];
  const fault = await damageOf(async () => {
    const { world, trust } = openSimWorld({ stateDir, machine: null });
    trust(() => observe(world.tree, { files: [] }))();
    if (world.note !== null) await decodeLedger(world.note, stateDir);
  });
  if (fault === null) return [];
  const lost = ['the simulated machine: the next run begins with a new one', ...entriesIn(text)];
  return [{ name, fault, lost, kept: [], replacement: null }];
}
