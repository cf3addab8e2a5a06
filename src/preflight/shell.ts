/** Commands to copy: one line each, for any user who may use sudo. */

import type { Bdf } from '../model/bdf.ts';
import { pciFolder } from '../text/pci-folder.ts';
import { shellWord } from '../text/shell-word.ts';

/** A redirection is the shell's, so a shell that is root must do it. */
export function asRoot(script: string): string {
  return `sudo sh -c ${shellWord(script)}`;
}

/** Write values into attributes of /sys, one after the other. Neither values nor paths have characters that a shell reads otherwise. */
export function writeCommand(...writes: readonly Write[]): string {
  return asRoot(writesOf(writes));
}

type Write = readonly [value: string | number | bigint, file: string];

function writesOf(writes: readonly Write[]): string {
  return writes.map(([value, file]) => `echo ${value} > ${file}`).join(' && ');
}

/** Remove a function and let the kernel find it again, after other commands, if any. */
export function rescanCommand(address: Bdf, before: readonly string[] = []): string {
  const writes = writesOf([
    [1, `${pciFolder(address)}/remove`],
    [1, '/sys/bus/pci/rescan'],
  ]);
  return asRoot([...before, writes].join(' && '));
}
