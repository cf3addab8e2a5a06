/** Whether a recorded process is still the same one, and the request that it ends. */

import { errnoNameOf } from '../files/file-fault.ts';
import { processStat } from '../files/process-stat.ts';
import type { HolderRecord } from './ledger-file.ts';

/**
 * Start time of a process in clock ticks since boot; null when there is none. A process that has ended is none, although its parent
 * may not have waited for it: its files are closed.
 */
export function startTicks(pid: number): string | null {
  const stat = processStat(pid);
  return stat === null || stat.state === 'Z' || stat.state === 'X' ? null : stat.startTicks;
}

export function isAlive(holder: HolderRecord): boolean {
  return startTicks(holder.pid) === holder.startTicks;
}

/** Ask the process to release what it holds and to end. False when it belongs to another user. */
export function askToEnd(holder: HolderRecord): boolean {
  // It may have ended while a person was asked, and its pid may be another's by now.
  if (!isAlive(holder)) return true;
  try {
    process.kill(holder.pid, 'SIGTERM');
    return true;
  } catch (error) {
    // It has ended meanwhile.
    return errnoNameOf(error) === 'ESRCH';
  }
}
