/** Which process writes a file, from /proc. Descriptors of other users' processes are visible to privileged ones only. */

import { readdirSync, readFileSync, readlinkSync, type Stats, statSync } from 'node:fs';
import { processStat } from '../files/process-stat.ts';
import { quietly } from '../files/quietly.ts';

type FileId = Pick<Stats, 'dev' | 'ino'>;

/** The path of the descriptor below /proc; `null` when none is visible. */
export function findWriter(file: FileId): string | null {
  for (const pid of list('/proc').filter((name) => /^\d+$/.test(name))) {
    for (const fd of list(`/proc/${pid}/fd`)) {
      const place = `/proc/${pid}/fd/${fd}`;
      if (isWriting(place, file)) return place;
    }
  }
  return null;
}

/** Of a task in /proc/PID/stat: it is ending, and has closed its files or is about to. Source: include/linux/sched.h. */
const PF_EXITING = 0x4;

/** Whether the process of a descriptor is gone or ending; one that nobody has waited for still has its folder in /proc. */
export function hasEnded(place: string): boolean {
  const stat = processStat(place.split('/')[2] ?? '');
  return stat === null || (stat.flags & PF_EXITING) !== 0;
}

/** Whether the descriptor is still open for writing this file. */
export function isWriting(place: string, { dev, ino }: FileId): boolean {
  try {
    // Without a slash it is a pipe or a socket and not a file.
    if (!readlinkSync(place).startsWith('/')) return false;
    const found = statSync(place);
    return found.dev === dev && found.ino === ino && isOpenForWriting(place);
  } catch {
    return false;
  }
}

/** The line `flags:` of fdinfo is octal; its lowest two bits are the access mode. */
function isOpenForWriting(place: string): boolean {
  const flags = /^flags:\s+([0-7]+)$/m.exec(readFileSync(place.replace('/fd/', '/fdinfo/'), 'utf8'));
  return flags !== null && (Number.parseInt(flags[1] ?? '0', 8) & 3) !== 0;
}

function list(folder: string): readonly string[] {
  return quietly(() => readdirSync(folder)) ?? [];
}
