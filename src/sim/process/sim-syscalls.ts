/** The system calls of a simulated machine: {@link Syscalls} on a {@link World}. No call blocks. */

import { POLLIN, POLLNVAL, POLLOUT, type Syscalls } from '../../kernel/syscalls.ts';
import { pollEvents, readEvents } from '../iommufd/event-file.ts';
import { pollFaults, readFaults, writeResponses } from '../iommufd/fault-file.ts';
import { faultQueueOf } from '../iommufd/faults.ts';
import { iommufdIoctl } from '../iommufd/iommufd-ioctl.ts';
import { FAIL } from '../state/fail.ts';
import { dropFd, duplicateFd, fileAt, installFile } from '../state/files.ts';
import { newInode, readInode, writeInode } from '../state/inodes.ts';
import type { Memory } from '../state/ioas-tables.ts';
import { userMemory } from '../state/user-memory.ts';
import { eventQueueOf } from '../state/viommu.ts';
import type { Context, OpenFile, World } from '../state/world.ts';
import { vfioIoctl } from '../vfio/vfio-ioctl.ts';
import { releaseFile } from './lifetime.ts';
import { mapMemory, unmapMemory } from './mmap.ts';
import { openPath } from './open.ts';

type FileCalls = Pick<Syscalls, 'read' | 'pread' | 'write' | 'poll' | 'flock'>;

export function simSyscalls(world: World): Syscalls {
  const memory: Memory = { world, user: userMemory(world) };
  return {
    open: (path, access) => openPath(world, path, access),
    close(fd) {
      const last = dropFd(world, fd);
      if (last === undefined) return FAIL.EBADF;
      if (last !== null) releaseFile(world, last);
      return 0;
    },
    dup: (fd) => duplicateFd(world, fd) ?? FAIL.EBADF,
    ioctl(fd, request, argument) {
      const file = fileAt(world, fd);
      return file === null ? FAIL.EBADF : ioctlOn(memory, file, { request: request >>> 0, argument });
    },
    ...fileCalls(world),
    addressOf: memory.user.addressOf,
    mmap: (options) => mapMemory(world, options),
    munmap: (address, lengthBytes) => unmapMemory(world, address, lengthBytes),
    memfd: (name, sizeBytes) => openMemfd(world, name, sizeBytes),
  };
}

function ioctlOn(memory: Memory, file: OpenFile, call: Parameters<typeof vfioIoctl>[2]): number {
  if (file.kind === 'vfio') return vfioIoctl(memory, file, call);
  if (file.kind !== 'iommufd') return FAIL.ENOTTY;
  const context = memory.world.contexts.get(file.context);
  return context === undefined ? FAIL.EBADF : iommufdIoctl(memory, context, call);
}

function fileCalls(world: World): FileCalls {
  return {
    read(fd, into) {
      const file = fileAt(world, fd);
      if (file?.kind !== 'memory') return withQueue(world, file, (queue) => queue.read(into));
      const done = readAt(world, file, { offset: file.position, into });
      if (done > 0) file.position += BigInt(done);
      return done;
    },
    pread(fd, into, offset) {
      const file = fileAt(world, fd);
      if (file?.kind !== 'memory') return withQueue(world, file, () => FAIL.ESPIPE);
      return offset < 0n ? FAIL.EINVAL : readAt(world, file, { offset, into });
    },
    write(fd, from) {
      const file = fileAt(world, fd);
      if (file?.kind !== 'memory') return withQueue(world, file, (queue) => queue.write(from));
      const inode = world.inodes.get(file.inode);
      if (!file.writable || inode === undefined) return FAIL.EBADF;
      const done = writeInode(inode, file.position, from);
      file.position += BigInt(done);
      return done === 0 && from.length > 0 ? FAIL.ENOSPC : done;
    },
    poll(fd, events) {
      const file = fileAt(world, fd);
      // poll(2) ignores negative fds.
      if (file === null) return fd < 0 ? 0 : POLLNVAL;
      if (file.kind !== 'fault' && file.kind !== 'events') return events & (POLLIN | POLLOUT);
      return withQueue(world, file, (queue) => queue.poll(events));
    },
    flock(fd) {
      const file = fileAt(world, fd);
      const inode = file?.kind === 'memory' ? world.inodes.get(file.inode) : undefined;
      const number = world.fds.get(fd);
      if (inode === undefined || number === undefined) return file === null ? FAIL.EBADF : FAIL.EINVAL;
      if (inode.lockedBy !== 0 && inode.lockedBy !== number) return FAIL.EAGAIN;
      inode.lockedBy = number;
      return 0;
    },
  };
}

type MemoryFile = Extract<OpenFile, { kind: 'memory' }>;

function readAt(world: World, file: MemoryFile, { offset, into }: { offset: bigint; into: Uint8Array }): number {
  const inode = world.inodes.get(file.inode);
  return inode === undefined ? FAIL.EBADF : readInode(inode, offset, into);
}

/** Files other than queues cannot be read or written: EINVAL, as an iommufd and an unbound vfio device answer. */
function withQueue(world: World, file: OpenFile | null, use: (queue: QueueCalls) => number): number {
  if (file === null) return FAIL.EBADF;
  if (file.kind !== 'fault' && file.kind !== 'events') return FAIL.EINVAL;
  const context = world.contexts.get(file.context);
  const queue = context === undefined ? null : queueCalls(context, file.id);
  return queue === null ? FAIL.EBADF : use(queue);
}

interface QueueCalls {
  read(into: Uint8Array): number;
  write(from: Uint8Array): number;
  poll(events: number): number;
}

function queueCalls(context: Context, id: number): QueueCalls | null {
  const faults = faultQueueOf(context, id);
  if (faults !== null) {
    return {
      read: (into) => readFaults(faults, into),
      write: (from) => writeResponses(faults, from),
      poll: (events) => pollFaults(faults, events),
    };
  }
  const queue = eventQueueOf(context, id);
  if (queue === null) return null;
  return {
    read: (into) => readEvents(queue, into),
    write: () => FAIL.EINVAL,
    poll: (events) => pollEvents(queue, events),
  };
}

function openMemfd(world: World, name: string, sizeBytes: number): number {
  if (sizeBytes < 0 || !Number.isSafeInteger(sizeBytes)) return FAIL.EINVAL;
  const inode = newInode(world, `memfd:${name}`, { sizeBytes: BigInt(sizeBytes) });
  return installFile(world, { kind: 'memory', references: 0, inode, writable: true, position: 0n });
}
