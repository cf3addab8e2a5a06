/** Memory of the machine, and what the simulated process may do, as files of /proc and /sys. Absent where the facts were not read. */

import type { MachineMemory, ProcessFacts } from '../../model/host.ts';
import { hexDigits } from '../../text/hex.ts';
import { poolNow } from '../state/memory-room.ts';
import type { World } from '../state/world.ts';
import { type Node, putNode, textFile } from './tree-node.ts';

const CAP_IPC_LOCK = 14n;
const CAP_SYS_ADMIN = 21n;

export function putMemory(root: Node, world: World): void {
  const { memory, process } = world.machine;
  if (memory !== null) putPools(root, world, memory);
  if (process !== null) putProcess(root, process);
}

function putPools(root: Node, world: World, { totalBytes, availableBytes, hugePages }: MachineMemory): void {
  const line = (name: string, bytes: bigint): string =>
    `${`${name}:`.padEnd(16)}${String(bytes >> 10n).padStart(8)} kB`;
  const lines = [
    ...(totalBytes === null ? [] : [line('MemTotal', totalBytes)]),
    ...(availableBytes === null ? [] : [line('MemAvailable', availableBytes)]),
  ];
  if (lines.length > 0) {
    putNode(
      root,
      '/proc/meminfo',
      textFile(() => lines.join('\n')),
    );
  }
  for (const pool of hugePages) {
    const attribute = (name: string, value: () => number): void =>
      putNode(
        root,
        `/sys/kernel/mm/hugepages/hugepages-${pool.pageBytes >> 10n}kB/${name}_hugepages`,
        textFile(() => String(value())),
      );
    attribute('nr', () => poolNow(world, pool).total);
    attribute('free', () => poolNow(world, pool).free);
    attribute('resv', () => 0);
    attribute('nr_overcommit', () => pool.growth);
    attribute('surplus', () => pool.growth - poolNow(world, pool).growth);
  }
}

function putProcess(root: Node, { uid, mayLock, mayReadConfig, memlockBytes }: ProcessFacts): void {
  const capabilities = (mayLock ? 1n << CAP_IPC_LOCK : 0n) | (mayReadConfig ? 1n << CAP_SYS_ADMIN : 0n);
  const limit = String(memlockBytes ?? 'unlimited').padEnd(21);
  putNode(
    root,
    '/proc/self/status',
    textFile(() => `Uid:\t${uid}\t${uid}\t${uid}\t${uid}\nCapEff:\t${hexDigits(capabilities).padStart(16, '0')}`),
  );
  putNode(
    root,
    '/proc/self/limits',
    textFile(() => `${'Max locked memory'.padEnd(26)}${limit}${limit}bytes`),
  );
}
