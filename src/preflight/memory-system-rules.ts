/** Guest memory must be on a file system whose files iommufd can pin. */

import type { Evidence } from '../diagnostics/finding.ts';
import { pinsFiles } from '../linux/map-file.ts';
import type { Host } from '../model/host.ts';
import { shellWord } from '../text/shell-word.ts';
import { type Problem, problem } from './check.ts';
import { type Context, listed } from './context.ts';
import { type PinnedFile, pinnedFiles } from './memory-files.ts';

const MOUNTS = '/proc/self/mountinfo';

/** The kernel would refuse such a file late: EINVAL at HWPT_ALLOC, after the devices are taken. */
export function* memoryNotPinnable(context: Context): Iterable<Problem> {
  const files = pinnedFiles(context);
  for (const file of files) {
    const { mount, path, memory, devices, viommus } = file;
    if (mount === null || pinsFiles(mount.type) !== 'no') continue;
    const better = betterPath(context.host, path);
    yield problem(context, {
      devices,
      code: 'HOST_MEMORY_FILE_SYSTEM',
      message: `${listed(viommus)}: ${path} is on ${mount.type} (mounted at ${mount.mountPoint}), whose files cannot be mapped for devices.`,
      at: { origin: memory.origin, key: 'file' },
      advice: `Put the file on tmpfs or hugetlbfs, such as ${better}, and write that path into \`file\`.`,
      evidence: [{ source: MOUNTS, value: `${mount.mountPoint} ${mount.type}` }],
      ...(file.newBytes === null ? { fix: `sudo cp --sparse=always -- ${shellWord(path)} ${shellWord(better)}` } : {}),
      confirm: `findmnt -n -o FSTYPE -T ${shellWord(better)}`,
    });
  }
  yield* unknownSystems(context, files);
}

/** Once for all files. */
function* unknownSystems(context: Context, all: readonly PinnedFile[]): Iterable<Problem> {
  const files = all.filter(({ mount }) => mount === null || pinsFiles(mount.type) === 'unsure');
  const [first] = files;
  if (first === undefined) return;
  const paths = listed(files.map(({ path }) => path));
  const why =
    first.mount === null
      ? `${MOUNTS} was not read, or does not have its mount`
      : `${first.mount.type} may be tmpfs or ramfs, and the files of ramfs cannot be mapped`;
  yield problem(context, {
    devices: [...new Set(files.flatMap(({ devices }) => devices))],
    code: 'HOST_MEMORY_FILE_SYSTEM_UNKNOWN',
    message: `It is not known whether the file system of ${paths} has files that can be mapped for devices: ${why}.`,
    at: { origin: first.memory.origin, key: 'file' },
    evidence: [
      { source: MOUNTS, value: first.mount === null ? 'not read' : `${first.mount.mountPoint} ${first.mount.type}` },
    ],
    unknown: true,
    confirm: `findmnt -n -o FSTYPE -T ${shellWord(first.path)}`,
  });
}

/** Mounts of the files: what a fine answer rests on. */
export function mountEvidence(context: Context): readonly Evidence[] {
  const values = pinnedFiles(context).flatMap(({ mount }) =>
    mount === null ? [] : `${mount.mountPoint} ${mount.type}`,
  );
  return [...new Set(values)].map((value) => ({ source: MOUNTS, value }));
}

function betterPath({ mounts }: Host, path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const memory = mounts.filter(({ type }) => type === 'tmpfs');
  const { mountPoint } = memory.find((mount) => mount.mountPoint === '/dev/shm') ??
    memory[0] ?? { mountPoint: '/dev/shm' };
  return `${mountPoint}/${name}`;
}
