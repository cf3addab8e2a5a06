/** A process of this machine as /proc/PID/stat shows it. */

import { readFileSync } from 'node:fs';
import { type ProcessStat, parseProcessStat } from '../text/process-stat.ts';

/** `null` when there is no such process. */
export function processStat(pid: number | string): ProcessStat | null {
  try {
    return parseProcessStat(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return null;
  }
}
