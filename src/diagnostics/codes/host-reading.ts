/** HOST_*, about the reading itself: what did not come back, and what there was no time for. */

import type { CatalogueEntry } from '../catalogue-entry.ts';

export const HOST_READING_CODES = {
  HOST_READ_HANGS: {
    severity: 'error',
    summary: 'A read of the machine does not come back.',
    advice:
      'Find out what the path belongs to: a device that does not wake up, or a file system whose server is gone. Mend it, or restart the machine, and ask again.',
    explanation:
      'A read of /sys, /proc or a file system waits in the kernel, and no signal ends it. doctor reads in a process of its own, leaves the path out and reads everything else. What the path decides is unknown, so no check that may rest on it is fine. plan and apply read without such a process, and would wait for it.',
  },
  HOST_TIME_UP: {
    severity: 'warning',
    summary: 'The time was up before the open files of every process were read.',
    advice: 'Ask again when the machine is less busy. `pasidctl plan` has no time limit, and reads every process.',
    explanation:
      'doctor answers within a few seconds, and a machine may have any number of processes with any number of open files. A process that was not looked at may use a device or have it open. HOST_OPEN_FILES_UNREAD tells how many there are.',
  },
} as const satisfies Record<string, CatalogueEntry>;
