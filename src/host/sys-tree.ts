/**
 * The port to /sys, /proc and /dev: files below one root. Two adapters: `disk-tree.ts` and the simulator's tree.
 *
 * Reading never throws: absent and unreadable files give `null`. Paths are absolute, as in `/sys/bus/pci/devices`; the adapter
 * adds its root. The contents are untrusted, so sizes are limited.
 */

import type { PathKind } from '../model/host.ts';
import type { ModuleOption } from '../model/plan.ts';

/** The kernel's limit on links in one lookup, beyond which it answers ELOOP. Source: linux/namei.h MAXSYMLINKS (7.3). */
export const MAX_LINKS = 40;

export interface FolderLink {
  readonly name: string;
  /** `/dev/dri/card0`, `../../devices/…`, `socket:[4711]` */
  readonly text: string;
}

export interface SysTree {
  /** Text without its last newline; `null` when absent or unreadable. At most 1 MiB. */
  readText(path: string): string | null;
  /** At most `limitBytes` from the start; `null` when absent or unreadable. */
  readBytes(path: string, limitBytes: number): Uint8Array | null;
  /** Names in a folder, sorted; `null` when it is not a folder. */
  list(path: string): readonly string[] | null;
  /** Names of the folders in a folder, sorted, without links to folders; `null` when it is not a folder. */
  folders(path: string): readonly string[] | null;
  /**
   * Every link in a folder, with its target as it is written, in no order. `null` when the folder cannot be listed, has more than
   * `limit` entries, or has a link that this process may not read. Links that vanish meanwhile are left out.
   */
  links(path: string, limit: number): readonly FolderLink[] | null;
  /** Last component of a link's target: `vfio-pci` of `…/driver`; `null` when it is not a link. */
  linkName(path: string): string | null;
  /** The link's target resolved to an absolute path below the root; `null` when it is not a link. */
  linkTarget(path: string): string | null;
  exists(path: string): boolean;
  /**
   * The device file that a path leads to, as `char 226:0` or `block 259:0`: st_rdev of stat(2), so that the name does not matter.
   * `null` for other files, and below another root, where no device file is one of that machine.
   */
  deviceNumber(path: string): string | null;
  /** What is at a path, without following a link at its end; `null` when nothing is. */
  kindOf(path: string): PathKind | null;
  /** Size of a regular file in bytes; `null` for anything else. */
  sizeBytes(path: string): bigint | null;
  /** Bytes that are allocated of a regular file: `st_blocks` of stat(2). `null` for anything else, and below another root. */
  allocatedBytes(path: string): bigint | null;
  /** Free bytes of the file system that a path is on: statfs(2). `null` without a limit, and below another root. */
  freeBytes(path: string): bigint | null;
  /** Whether this process may open a file for reading and writing: access(2). `null` when it does not exist, or below another root. */
  mayOpen(path: string): boolean | null;

  /**
   * Write an attribute; 0 or a negative errno. A write can block in the kernel (unbind waits for the holder), so it runs
   * in a child process and gives −ETIMEDOUT after `deadlineMs`.
   */
  write(path: string, text: string, deadlineMs: number): Promise<number>;
  /** Load a kernel module by name; 0 or a negative errno, 0 also when it is loaded already, with whatever parameters. */
  loadModule(name: string, parameters?: readonly ModuleOption[]): Promise<number>;
  unloadModule(name: string): Promise<number>;
  /** Make a regular file of zeros; −EEXIST when the path exists. Undone by: removeFile. */
  createFile(path: string, sizeBytes: bigint): number;
  removeFile(path: string): number;
}
