/** What the kernel lets this process do: /proc/self/status, /proc/self/limits, /proc/self/ns/user. */

import type { ProcessFacts } from '../model/host.ts';
import type { SysTree } from './sys-tree.ts';

/** Bits of capability sets. Source: linux/capability.h (7.3). */
const CAP_IPC_LOCK = 14n;
const CAP_SYS_ADMIN = 21n;

/** The first user namespace. Source: linux/proc_ns.h PROC_USER_INIT_INO (7.3). */
const FIRST_NAMESPACE = 'user:[4026531837]';

/** `null` when the files are not there, as in a captured tree, or not as the kernel writes them. */
export function readProcess(tree: SysTree): ProcessFacts | null {
  const status = tree.readText('/proc/self/status') ?? '';
  const uid = /^Uid:\s+\d{1,10}\s+(\d{1,10})\s/m.exec(status)?.[1];
  const capabilities = /^CapEff:\s+([0-9a-f]{1,16})$/m.exec(status)?.[1];
  const memlock = memlockIn(tree.readText('/proc/self/limits') ?? '');
  if (uid === undefined || capabilities === undefined || memlock === undefined) return null;
  const may = (capability: bigint): boolean => ((BigInt(`0x${capabilities}`) >> capability) & 1n) === 1n;
  // Elsewhere the capability counts for that namespace alone, and the kernel asks for it in the first one: capable().
  const isFirst = (tree.linkName('/proc/self/ns/user') ?? FIRST_NAMESPACE) === FIRST_NAMESPACE;
  return {
    uid: Number(uid),
    inFirstNamespace: isFirst,
    mayLock: isFirst && may(CAP_IPC_LOCK),
    mayReadConfig: isFirst && may(CAP_SYS_ADMIN),
    memlockBytes: memlock,
    mayOpenIommufd: tree.mayOpen('/dev/iommu'),
  };
}

/** The soft limit of `Max locked memory  8388608  8388608  bytes`; `undefined` without that line. */
function memlockIn(limits: string): bigint | null | undefined {
  const soft = /^Max locked memory\s+(unlimited|\d{1,20})\s/m.exec(limits)?.[1];
  if (soft === undefined) return undefined;
  return soft === 'unlimited' ? null : BigInt(soft);
}
