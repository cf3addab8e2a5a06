/** Memory files that pasidctl maps must exist, be regular files, and be large enough. QEMU makes and maps the files of its own vIOMMUs. */

import { pinsFiles } from '../linux/map-file.ts';
import type { NotMemory } from '../model/host.ts';
import type { MemorySpec, Spec, ViommuSpec } from '../model/spec.ts';
import { shellWord } from '../text/shell-word.ts';
import { type Problem, problem } from './check.ts';
import type { Context } from './context.ts';
import { mountOfFile, sizeToMake } from './memory-files.ts';

const KIND_WORDS: Readonly<Record<Exclude<NotMemory['kind'], 'nowhere'>, string>> = {
  folder: 'a folder',
  link: 'a symbolic link',
  device: 'a device node',
  fifo: 'a FIFO',
  socket: 'a socket',
};

/** What pasidctl would find out after it has taken the devices: making or opening the file would fail, wait, or follow a link. */
export function* memoryNotAFile(context: Context): Iterable<Problem> {
  const kinds = kindsOf(context);
  for (const { viommu, memory } of regions(context.spec)) {
    const { file, origin, create } = memory;
    const kind = kinds.get(file);
    if (kind === undefined || (kind === 'nowhere' && !create)) continue;
    const at = { origin, key: 'file' };
    if (kind === 'nowhere') {
      const message = `${viommu.name}: the memory file ${file} cannot be made, since its folder does not exist.`;
      yield problem(context, { code: 'HOST_MEMORY_NO_FOLDER', message, at, devices: viommu.devices });
    } else {
      const message = `${viommu.name}: ${file} is ${KIND_WORDS[kind]}, not a regular file.`;
      yield problem(context, { code: 'HOST_MEMORY_NOT_A_FILE', message, at, devices: viommu.devices });
    }
  }
}

/** Making the file, and opening one that is there for writing, fail with EROFS: fs/namespace.c mnt_want_write (7.3). */
export function* memoryReadOnly(context: Context): Iterable<Problem> {
  const kinds = kindsOf(context);
  for (const { viommu, memory } of regions(context.spec)) {
    const { file, origin, create } = memory;
    const mount = mountOfFile(context, file);
    // What is no file, is not there, or cannot be pinned is reported for that.
    const isOther = kinds.has(file) || (!create && !context.host.files.some(({ path }) => path === file));
    if (mount?.readOnly !== true || isOther) continue;
    if (pinsFiles(mount.type) === 'no' && viommu.devices.length > 0) continue;
    const place = shellWord(mount.mountPoint);
    yield problem(context, {
      devices: viommu.devices,
      code: 'HOST_MEMORY_READ_ONLY',
      message: `${viommu.name}: ${file} cannot be opened for writing, since ${mount.mountPoint} is mounted read-only.`,
      at: { origin, key: 'file' },
      evidence: [{ source: '/proc/self/mountinfo', value: `${mount.mountPoint} ${mount.type} ro` }],
      fix: `sudo mount -o remount,rw ${place}`,
      confirm: `findmnt -n -o OPTIONS ${place}`,
    });
  }
}

function kindsOf({ host }: Context): ReadonlyMap<string, NotMemory['kind']> {
  return new Map((host.notMemory ?? []).map(({ path, kind }) => [path, kind]));
}

export function* memoryMissing(context: Context): Iterable<Problem> {
  const present = new Set(context.host.files.map(({ path }) => path));
  const made = new Set(regions(context.spec).flatMap(({ memory: { file, create } }) => (create ? [file] : [])));
  const kinds = kindsOf(context);
  for (const { viommu, memory } of regions(context.spec)) {
    const { file, origin } = memory;
    // What is there, and is no file, is reported by memoryNotAFile.
    if (present.has(file) || made.has(file) || (kinds.get(file) ?? 'nowhere') !== 'nowhere') continue;
    yield problem(context, {
      devices: viommu.devices,
      code: 'HOST_MEMORY_MISSING',
      message: `${viommu.name}: the memory file ${file} does not exist.`,
      at: { origin, key: 'file' },
    });
  }
}

export function* memoryTooSmall(context: Context): Iterable<Problem> {
  const kinds = kindsOf(context);
  const sizes = new Map(context.host.files.map(({ path, sizeBytes }) => [path, sizeBytes]));
  for (const { viommu, memory } of regions(context.spec)) {
    const { file, offsetBytes, sizeBytes, origin } = memory;
    // A file that is to be made gets the size of the regions that ask for it.
    const size = kinds.has(file) ? undefined : (sizes.get(file) ?? sizeToMake(context, file));
    const end = offsetBytes + sizeBytes;
    if (size === undefined || size === null || end <= size) continue;
    yield problem(context, {
      devices: viommu.devices,
      code: 'HOST_MEMORY_TOO_SMALL',
      message: `${viommu.name}: the memory region ends at byte ${end} of ${file}, which ${sizes.has(file) ? 'has' : 'will have'} ${size} bytes.`,
      at: { origin, key: 'size' },
    });
  }
}

function regions(spec: Spec): readonly { readonly viommu: ViommuSpec; readonly memory: MemorySpec }[] {
  const ours = spec.viommus.filter(({ holder }) => holder === 'agent');
  return ours.flatMap((viommu) => viommu.memory.map((memory) => ({ viommu, memory })));
}
