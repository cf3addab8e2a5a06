/** Is a recorded process still the same one? Source: proc_pid_stat(5), field 22. */

import { readFileSync } from 'node:fs';
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
