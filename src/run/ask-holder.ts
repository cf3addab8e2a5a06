/** Have another process, the holder, release what it holds: kernel objects belong to the process that made them. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { HolderRecord } from '../state/ledger-file.ts';
import { askToEnd, isAlive } from '../state/process.ts';
import { StateError } from '../state/state-file.ts';

/** A holder detaches, destroys and hands back one call at a time; unpinning a large guest takes long. */
const RELEASE_TIMEOUT_MS = 120_000;

/** Returns when the holder has ended, or the time is up. @throws StateError when it belongs to another user */
export async function askHolderToRelease(holder: HolderRecord): Promise<void> {
  if (!askToEnd(holder)) {
    const message = `process ${holder.pid} holds the kernel objects and belongs to another user`;
    throw new StateError('STATE_HOLDER_NOT_OURS', message);
  }
  for (let waitedMs = 0; isAlive(holder) && waitedMs < RELEASE_TIMEOUT_MS; waitedMs += 100) await sleep(100);
}
