/** Is a recorded process still the same one, and how is it asked to end? Source: proc_pid_stat(5), field 22. */

import { readFileSync } from 'node:fs';
import { errnoNameOf } from '../files/file-fault.ts';
import type { HolderRecord } from './ledger-file.ts';

/** Start time of a process in clock ticks since boot; null when there is none. */
export function startTicks(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command name in parentheses may hold spaces and parentheses itself.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
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
