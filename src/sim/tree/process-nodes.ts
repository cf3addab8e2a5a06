/** Other processes and their open files: /proc/<pid>/{comm,fd,fdinfo}. The simulator's own belong to the calling process. */

import { type Node, newFolder, putNode, textFile } from './tree-node.ts';

export interface Processes {
  /** @param target  what the link of the descriptor says; `fdinfo` has further lines */
  open(process: { readonly pid: number; readonly command: string }, target: string, fdinfo?: string): void;
}

/** Descriptors are numbered from 10 on. */
export function processesOf(root: Node): Processes {
  const counts = new Map<number, number>();
  return {
    open({ pid, command }, target, fdinfo) {
      const fd = 10 + (counts.get(pid) ?? 0);
      counts.set(pid, fd - 9);
      const text = ['pos:\t0', 'flags:\t02', ...(fdinfo === undefined ? [] : [fdinfo])].join('\n');
      putNode(
        root,
        `/proc/${pid}/comm`,
        textFile(() => command),
      );
      putNode(root, `/proc/${pid}/fd/${fd}`, { kind: 'link', target });
      putNode(
        root,
        `/proc/${pid}/fdinfo/${fd}`,
        textFile(() => text),
      );
    },
  };
}

const FIRST_UNREAD_PID = 3_000_000;
const MAX_UNREAD = 10_000;

/** Processes of others, whose open files this user may not list. */
export function putUnreadProcesses(root: Node, howMany: number): void {
  for (let index = 0; index < Math.min(howMany, MAX_UNREAD); index += 1) {
    putNode(root, `/proc/${FIRST_UNREAD_PID + index}/fd`, { ...newFolder(), denied: true });
  }
}
