/** Commands to copy: one line each, for any user who may use sudo. */

import { shellWord } from '../text/shell-word.ts';

/** A redirection is the shell's, so a shell that is root must do it. */
export function asRoot(script: string): string {
  return `sudo sh -c ${shellWord(script)}`;
}

/** Write values into attributes of /sys, one after the other. Neither values nor paths have characters that a shell reads otherwise. */
export function writeCommand(...writes: readonly (readonly [value: string | number | bigint, file: string])[]): string {
  return asRoot(writes.map(([value, file]) => `echo ${value} > ${file}`).join(' && '));
}
