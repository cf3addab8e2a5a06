/** Pinned memory cannot be moved or swapped out: the machine must have it, and the kernel must let this user pin it. */

import type { Evidence } from '../diagnostics/finding.ts';
import { mostShmem, pinLimit } from '../linux/map-file.ts';
import type { LiveMemory } from '../model/live.ts';
import { wholePages } from '../model/page.ts';
import { formatBytes } from '../text/amounts.ts';
import { type Problem, problem } from './check.ts';
import type { Context } from './context.ts';
import { type MemoryRegion, type PinnedFile, pinnedFiles, pinnedRegions, sizePlace, sumOf } from './memory-files.ts';

const MEMINFO = '/proc/meminfo';

/** False on a machine where we do not run, when its memory was not recorded. */
export function memoryMatters({ host }: Context): boolean {
  return host.memory !== null || host.process !== null;
}

/** What is on hugetlbfs was taken from the rest before, and its pages are counted by memoryWithoutRoom. */
export function* memoryTooMuch(context: Context): Iterable<Problem> {
  const { memory } = context.host;
  const files = pinnedFiles(context).filter(({ mount }) => mount?.type !== 'hugetlbfs');
  const [first] = files;
  if (first === undefined) return;
  const pinned = sumOf(files, ({ pinnedBytes }) => pinnedBytes);
  const fresh = sumOf(files, ({ holes }) => holes.possible);
  const most = memory && mostShmem(memory);
  const at = sizePlace(first);
  const confirm = `grep -E 'MemTotal|MemAvailable|Hugetlb' ${MEMINFO}`;
  if (memory === null || most === null) yield memoryUnread(context, first);
  else if (pinned > most) {
    yield problem(context, {
      code: 'HOST_MEMORY_TOO_MUCH',
      message: `Guest memory of ${formatBytes(pinned)} is to be pinned, and the machine has ${formatBytes(most)} besides its huge pages.`,
      ...{ at, confirm },
      evidence: [{ source: MEMINFO, value: `MemTotal ${formatBytes(memory.totalBytes ?? most)}` }],
    });
  } else if (memory.availableBytes === null) yield memoryUnread(context, first);
  else if (fresh > memory.availableBytes) {
    yield problem(context, {
      code: 'HOST_MEMORY_SCARCE',
      message: `Guest memory takes ${formatBytes(fresh)} more, and ${formatBytes(memory.availableBytes)} are available.`,
      ...{ at, confirm },
      evidence: [{ source: MEMINFO, value: `MemAvailable ${formatBytes(memory.availableBytes)}` }],
    });
  }
}

function memoryUnread(context: Context, first: PinnedFile): Problem {
  return problem(context, {
    code: 'HOST_MEMORY_UNKNOWN',
    message: `How much memory the machine has is not known: ${MEMINFO} could not be read.`,
    at: sizePlace(first),
    evidence: [{ source: MEMINFO, value: 'not read' }],
    unknown: true,
    confirm: `grep -E 'MemTotal|MemAvailable' ${MEMINFO}`,
  });
}

/** The limits of a machine where we do not run are not those of whoever applies the spec there. */
export function limitsMatter({ host }: Context): boolean {
  return host.process !== null;
}

/** Each mapping counts, also a second one of the same bytes. Source: iommufd/pages.c incr_user_locked_vm (7.3). */
export function* memlockTooLow(context: Context): Iterable<Problem> {
  const { process } = context.host;
  const limit = process === null ? null : pinLimit(process);
  const regions = pinnedRegions(context);
  const first = regions.find((region) => !isMapped(context, region));
  if (process === null || limit === null || first === undefined) return;
  const pinned = regions.reduce((sum, { memory }) => sum + wholePages(memory.sizeBytes), 0n);
  if (pinned <= limit) return;
  yield problem(context, {
    code: 'HOST_MEMLOCK',
    message: `Guest memory of ${formatBytes(pinned)} is to be pinned, and user ${process.uid} may lock ${formatBytes(limit)} (RLIMIT_MEMLOCK).`,
    at: { origin: first.memory.origin, key: 'size' },
    evidence: memlockEvidence(context),
    fix: `sudo prlimit --pid $$ --memlock=${pinned}:${pinned}`,
    confirm: 'ulimit -l',
  });
}

/** A holder has mapped it already, under its own limits. */
function isMapped({ live }: Context, { viommu, memory }: MemoryRegion): boolean {
  const held = live.viommus.find(({ name }) => name === viommu.name)?.memory ?? [];
  const isSame = (one: LiveMemory): boolean =>
    one.file === memory.file &&
    one.offsetBytes === memory.offsetBytes &&
    one.sizeBytes === memory.sizeBytes &&
    one.guestAddress === memory.guestAddress;
  return held.some(isSame);
}

export function memlockEvidence({ host: { process } }: Context): readonly Evidence[] {
  if (process === null) return [];
  const { memlockBytes, mayLock, inFirstNamespace } = process;
  const limit = memlockBytes === null ? 'unlimited' : formatBytes(memlockBytes);
  return [
    { source: '/proc/self/limits', value: `Max locked memory ${limit}` },
    inFirstNamespace
      ? { source: '/proc/self/status', value: `CapEff ${mayLock ? 'has' : 'lacks'} CAP_IPC_LOCK` }
      : { source: '/proc/self/ns/user', value: 'not the first user namespace: CAP_IPC_LOCK of it does not count' },
  ];
}
