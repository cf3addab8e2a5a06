/** Memory of the machine: /proc/meminfo, and the pools of huge pages in /sys/kernel/mm/hugepages. */

import type { HugePages, MachineMemory } from '../model/host.ts';
import type { SysTree } from './sys-tree.ts';
import { parseCount } from './text.ts';

const POOLS = '/sys/kernel/mm/hugepages';
const KIB = 1024n;

/** `null` when neither /proc/meminfo nor a pool can be read. MemAvailable came with Linux 3.14. */
export function readMemory(tree: SysTree): MachineMemory | null {
  const text = tree.readText('/proc/meminfo') ?? '';
  const totalBytes = bytesIn(text, 'MemTotal');
  const availableBytes = bytesIn(text, 'MemAvailable');
  const hugePages = readPools(tree);
  if (totalBytes === null && availableBytes === null && hugePages.length === 0) return null;
  return { totalBytes, availableBytes, hugePages };
}

/** `MemTotal:       24683620 kB`. Source: fs/proc/meminfo.c (7.3). */
function bytesIn(text: string, name: string): bigint | null {
  const digits = new RegExp(`^${name}: *(\\d{1,15}) kB$`, 'm').exec(text)?.[1];
  return digits === undefined ? null : BigInt(digits) * KIB;
}

/** hugepages-<n>kB/{nr,free,resv,surplus}_hugepages, nr_overcommit_hugepages. Source: mm/hugetlb_sysfs.c (7.3). */
function readPools(tree: SysTree): readonly HugePages[] {
  return (tree.list(POOLS) ?? [])
    .flatMap((name): HugePages[] => {
      const digits = /^hugepages-(\d{1,12})kB$/.exec(name)?.[1];
      if (digits === undefined) return [];
      const pages = (attribute: string): number | null =>
        parseCount(tree.readText(`${POOLS}/${name}/${attribute}_hugepages`));
      const [total, free] = [pages('nr'), pages('free')];
      // Taken for 0 they would say that the pool is empty.
      if (total === null || free === null) return [];
      return [
        {
          ...{ pageBytes: BigInt(digits) * KIB, total },
          free: Math.max(0, free - (pages('resv') ?? 0)),
          growth: Math.max(0, (pages('nr_overcommit') ?? 0) - (pages('surplus') ?? 0)),
        },
      ];
    })
    .sort((a, b) => (a.pageBytes < b.pageBytes ? -1 : 1));
}
