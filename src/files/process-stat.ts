/** A process as /proc/PID/stat shows it. Source: proc_pid_stat(5). */

import { readFileSync } from 'node:fs';

export interface ProcessStat {
  /** `R`, `S`, `Z` … `Z` and `X` have ended, and their files are closed. */
  readonly state: string;
  /** PF_* of include/linux/sched.h. */
  readonly flags: number;
  /** In clock ticks since boot. Pid and start together name one process. */
  readonly startTicks: string;
}

/** `null` when there is no such process. */
export function processStat(pid: number | string): ProcessStat | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The command name in parentheses may hold spaces and parentheses itself.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // Fields 3, 9 and 22 of the manual.
    const [state, flags, startTicks] = [fields[0], fields[6], fields[19]];
    return state === undefined || startTicks === undefined ? null : { state, flags: Number(flags), startTicks };
  } catch {
    return null;
  }
}
