/** Request that the holder, another process, releases everything: kernel objects belong to the process that made them. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { HolderRecord } from '../state/ledger-file.ts';
import { askToEnd, isAlive } from '../state/process.ts';
import { StateError } from '../state/state-file.ts';

/** A holder makes one call after the other; unpinning the memory of a large guest takes long. */
const RELEASE_TIMEOUT_MS = 120_000;

/** Returns when the holder has ended. @throws StateError when it belongs to another user, or does not end in time */
export async function askHolderToRelease(holder: HolderRecord, timeoutMs = RELEASE_TIMEOUT_MS): Promise<void> {
  if (!askToEnd(holder)) {
    const message = `process ${holder.pid}, the holder of the kernel objects, belongs to another user`;
    throw new StateError('STATE_HOLDER_NOT_OURS', message);
  }
  for (let waitedMs = 0; isAlive(holder); waitedMs += 100) {
    if (waitedMs >= timeoutMs) {
      const message = `process ${holder.pid} was asked to release what it holds, and still runs after ${timeoutMs / 1000} s`;
      throw new StateError('STATE_HOLDER_STAYS', message);
    }
    await sleep(100);
  }
}
