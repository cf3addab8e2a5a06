/** The text of /proc/PID/stat. Source: proc_pid_stat(5). */

export interface ProcessStat {
  /** `R`, `S`, `Z` … `Z` and `X` have ended, and their files are closed. */
  readonly state: string;
  /** PF_* of include/linux/sched.h. */
  readonly flags: number;
  /** In clock ticks since boot; `null` where the text ends before. Pid and start together name one process. */
  readonly startTicks: string | null;
}

/** `77 (name) S 2 0 0 0 -1 69238880 …`; `null` for another text. */
export function parseProcessStat(text: string): ProcessStat | null {
  // The command name in parentheses may hold spaces and parentheses itself.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  // Fields 3, 9 and 22 of the manual.
  const [state, flags, startTicks] = [fields[0], fields[6], fields[19]];
  return state === undefined || flags === undefined
    ? null
    : { state, flags: Number(flags), startTicks: startTicks ?? null };
}
