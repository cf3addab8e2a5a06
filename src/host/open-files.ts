/**
 * Device files that processes have open, found in one pass over /proc for all who ask: users of disks and of other device files,
 * and holders of vfio devices.
 *
 * /proc/<pid>/fd/<n> links to the file by the name under which it was opened. That name may differ in another mount namespace, so
 * the device number decides where it can be read. Listing another user's process needs root, or CAP_SYS_PTRACE.
 */

import { escapeControls } from '../text/escape.ts';
import { parseProcessStat } from '../text/process-stat.ts';
import type { FolderLink, SysTree } from './sys-tree.ts';

export interface OpenFile {
  readonly pid: number;
  /** /proc/<pid>/comm, without control characters. */
  readonly command: string;
  /** Number of the descriptor. */
  readonly fd: string;
  /** What the link says: `/dev/dri/card0`, `anon_inode:[vfio-device]`. Where numbers are not known, from its last `/dev/` on. */
  readonly path: string;
  /** `char 226:0`; `null` when only the link's text is there. */
  readonly device: string | null;
}

export interface OpenFiles {
  readonly files: readonly OpenFile[];
  /** Processes whose open files could not be read. */
  readonly unread: number;
}

/** Descriptors of one process, and of all of them; a process with more counts as unread. */
const MAX_FDS = 65_536;
const MAX_ALL_FDS = 1_000_000;

/** @param names  last components of device files that are looked for by number under any path, such as `card0` */
export function readOpenFiles(tree: SysTree, names: ReadonlySet<string>): OpenFiles {
  const files: OpenFile[] = [];
  const numbered = tree.deviceNumber('/dev/null') !== null;
  let unread = 0;
  let left = MAX_ALL_FDS;
  for (const pid of tree.list('/proc') ?? []) {
    if (!/^[1-9]\d{0,6}$/.test(pid)) continue;
    const links = tree.links(`/proc/${pid}/fd`, Math.min(left, MAX_FDS));
    if (links === null) {
      if (isUnread(tree, pid)) unread += 1;
      continue;
    }
    left -= links.length;
    const wanted = links.filter(({ text }) => mayMatter(text, names));
    for (const file of filesOf(tree, { pid, links: wanted, numbered })) files.push(file);
  }
  return { files, unread };
}

interface Process {
  readonly pid: string;
  readonly links: readonly FolderLink[];
  /** The tree knows the numbers of device files. */
  readonly numbered: boolean;
}

function filesOf(tree: SysTree, { pid, links, numbered }: Process): OpenFile[] {
  if (links.length === 0) return [];
  const command = commandOf(tree, pid);
  return links.map(({ name, text }) => ({
    ...{ pid: Number(pid), command, fd: name, path: pathOf(text, numbered) },
    device: text.startsWith('/') ? tree.deviceNumber(`/proc/${pid}/fd/${name}`) : null,
  }));
}

/**
 * /proc/<pid>/comm, on one line: a process may call itself anything, a line feed included (prctl PR_SET_NAME), and phrases with its
 * name are shown and read again. Of a process that has ended meanwhile it is not known any more.
 */
export function commandOf(tree: SysTree, pid: number | string): string {
  return escapeControls((tree.readText(`/proc/${pid}/comm`) ?? '').trim()) || 'a process';
}

/**
 * A captured tree has no numbers, so names must do. Seen from here, the /dev of a container may be `/run/host/dev`, or in the folder
 * of its overlay: what comes after the last `/dev/` counts. On a running machine such a path without a number is no device file.
 */
function pathOf(text: string, numbered: boolean): string {
  const path = text.replace(/ \(deleted\)$/, '');
  return numbered || !path.startsWith('/') ? path : path.slice(Math.max(0, path.lastIndexOf('/dev/')));
}

/** What nearly every process has open. */
const DULL = /^\/dev\/(?:null|zero|full|u?random|tty|ptmx|pts\/|shm\/|console$)/;

/**
 * Only these are asked for their device number: a file elsewhere may be on a network file system whose server does not answer, and
 * stat(2) would wait for it.
 */
function mayMatter(text: string, names: ReadonlySet<string>): boolean {
  if (!text.startsWith('/')) return text.includes('vfio');
  return text.includes('/dev/') ? !DULL.test(text) : names.has(text.slice(text.lastIndexOf('/') + 1));
}

/** False for a process that has ended meanwhile, and for a kernel thread, which has no files. */
function isUnread(tree: SysTree, pid: string): boolean {
  return tree.exists(`/proc/${pid}/fd`) && !isKernelThread(tree.readText(`/proc/${pid}/stat`) ?? '');
}

/** Source: linux/sched.h (7.3). */
const PF_KTHREAD = 0x20_0000;

function isKernelThread(stat: string): boolean {
  return ((parseProcessStat(stat)?.flags ?? 0) & PF_KTHREAD) !== 0;
}
