/** One side of a comparison: carries operations out on a kernel, real or simulated, and says what came of them. */

import { valueOrThrow } from '../../../src/kernel/kernel-error.ts';
import type { MmapOptions, Result, Syscalls } from '../../../src/kernel/syscalls.ts';
import type { IoctlOperation, MmapOperation, Observation, Operation, Place, Slot } from './operation.ts';

export interface Subject {
  run(operation: Operation): Observation;
  /** Gives memory and fds back; attachments must be gone. */
  end(): void;
}

const MIB = 2 ** 20;
const DATA_BYTES = MIB;
const RAM_BYTES = 8 * MIB;
/** Mapped behind the end of each file: whoever goes there gets EFAULT, on every kernel. */
const BEHIND_BYTES = 65_536;
/** Where IOVAs are chosen to fit the memory, memory must lie alike: at a multiple of this. */
const RAM_ALIGNMENT = BigInt(2 * MIB);
const NOWHERE = 0x8000n;
const KERNEL = 0xffff_8000_0000_0000n;
const NOT_OPEN = -1;

interface Memory {
  readonly regions: Readonly<Record<Place['region'], bigint>>;
  /** Where `data` begins when read only. */
  readonly dataReadOnly: bigint;
  readonly dataFd: number;
  readonly fileFd: number;
  unmap(): void;
}

export function openSubject(syscalls: Syscalls): Subject {
  const memory = openMemory(syscalls);
  const fds: number[] = [memory.fileFd, valueOrThrow(syscalls.open('/dev/iommu', 'read-write'), 'open', '/dev/iommu')];
  const fdAt = (slot: Slot): number => fds[slot] ?? NOT_OPEN;
  const newSlot = (result: Result): Result => (result < 0 ? result : fds.push(result) - 1);
  let dataEnd = 0;

  /** Put bytes behind what is there; gives their offset. */
  function store(bytes: Uint8Array): number {
    const at = dataEnd;
    const padded = new Uint8Array(Math.ceil(bytes.length / 16) * 16);
    padded.set(bytes);
    if (padded.length > 0) valueOrThrow(syscalls.write(memory.dataFd, padded), 'write', 'data');
    dataEnd += padded.length;
    return at;
  }

  function load(at: number, lengthBytes: number): Uint8Array {
    const bytes = new Uint8Array(lengthBytes);
    if (lengthBytes > 0) valueOrThrow(syscalls.pread(memory.dataFd, bytes, BigInt(at)), 'pread', 'data');
    return bytes;
  }

  function ioctl(operation: IoctlOperation): Observation {
    const dataAt = store(operation.data);
    const bytes = operation.bytes.slice();
    const addresses = operation.pointers.map(({ at, to }) => ({ at, address: addressOf(memory, to, dataAt) }));
    const view = new DataView(bytes.buffer);
    for (const { at, address } of addresses) view.setBigUint64(at, address, true);
    for (const { at, slot } of operation.fds) view.setInt32(at, fdAt(slot), true);
    const { result, out } = call(operation, bytes);
    const after = new DataView(out.buffer);
    for (const { at, address } of addresses) {
      if (after.getBigUint64(at, true) === address) after.setBigUint64(at, 0n, true);
    }
    for (const { at } of operation.fds) after.setInt32(at, 0, true);
    const { newFdAt } = operation;
    if (newFdAt !== null && result >= 0) after.setInt32(newFdAt, newSlot(after.getInt32(newFdAt, true)), true);
    return { result, out: hex(out), data: hex(load(dataAt, operation.data.length)) };
  }

  function call({ fd, request, lies }: IoctlOperation, bytes: Uint8Array): { result: Result; out: Uint8Array } {
    if (lies === 'array') return { result: syscalls.ioctl(fdAt(fd), request, bytes), out: bytes };
    if (lies === 'nowhere') return { result: syscalls.ioctl(fdAt(fd), request, NOWHERE), out: bytes };
    const at = store(bytes);
    const base = lies === 'mapped' ? memory.regions.data : memory.dataReadOnly;
    const result = syscalls.ioctl(fdAt(fd), request, base + BigInt(at));
    return { result, out: load(at, bytes.length) };
  }

  function run(operation: Operation): Observation {
    if (operation.kind === 'ioctl') return ioctl(operation);
    if (operation.kind === 'open') return plain(newSlot(syscalls.open('/dev/iommu', 'read-write')));
    const fd = fdAt(operation.fd);
    switch (operation.kind) {
      case 'dup':
        return plain(newSlot(syscalls.dup(fd)));
      case 'close':
        if (fds[operation.fd] !== undefined) fds[operation.fd] = NOT_OPEN;
        return plain(syscalls.close(fd));
      case 'poll':
        return plain(syscalls.poll(fd, operation.events, 0));
      case 'write':
        return plain(syscalls.write(fd, operation.bytes));
      case 'mmap':
        return plain(mapAndUnmap(syscalls, fd, operation));
      default: {
        const into = new Uint8Array(operation.lengthBytes);
        const result = operation.kind === 'read' ? syscalls.read(fd, into) : syscalls.pread(fd, into, 0n);
        return { result, out: hex(into), data: '' };
      }
    }
  }

  return {
    run,
    end() {
      for (const fd of fds.slice(1)) if (fd !== NOT_OPEN) valueOrThrow(syscalls.close(fd), 'close', String(fd));
      memory.unmap();
    },
  };
}

function addressOf({ regions }: Memory, { region, offset }: Place, dataAt: number): bigint {
  if (region === 'null') return 0n;
  return BigInt.asUintN(64, regions[region] + offset + (region === 'data' ? BigInt(dataAt) : 0n));
}

function openMemory(syscalls: Syscalls): Memory {
  const mapped: [bigint, number][] = [];
  const made: number[] = [];
  function map(fd: number, fileBytes: number, protection: MmapOptions['protection']): bigint {
    const lengthBytes = fileBytes + BEHIND_BYTES;
    const address = syscalls.mmap({ lengthBytes, protection, sharing: 'shared', fd });
    valueOrThrow(Number(address), 'mmap', protection);
    mapped.push([address, lengthBytes]);
    return address;
  }
  const make = (name: string, sizeBytes: number): number => {
    const fd = valueOrThrow(syscalls.memfd(name, sizeBytes), 'memfd_create', name);
    made.push(fd);
    return fd;
  };
  const dataFd = make('data', DATA_BYTES);
  const regions = {
    data: map(dataFd, DATA_BYTES, 'read-write'),
    // A file each: which of its pages lie at a multiple of the alignment is not up to us.
    ram: alignRam(map(make('ram', RAM_BYTES), RAM_BYTES, 'read-write')),
    'ram-read-only': alignRam(map(make('ram-read-only', RAM_BYTES), RAM_BYTES, 'read')),
    nowhere: NOWHERE,
    kernel: KERNEL,
    null: 0n,
  };
  const dataReadOnly = map(dataFd, DATA_BYTES, 'read');
  return {
    regions,
    dataReadOnly,
    dataFd,
    fileFd: make('file', RAM_BYTES),
    unmap() {
      for (const [address, lengthBytes] of mapped)
        valueOrThrow(syscalls.munmap(address, lengthBytes), 'munmap', String(address));
      for (const fd of made) valueOrThrow(syscalls.close(fd), 'close', String(fd));
    },
  };
}

function alignRam(address: bigint): bigint {
  return (address + RAM_ALIGNMENT - 1n) & -RAM_ALIGNMENT;
}

function mapAndUnmap(syscalls: Syscalls, fd: number, operation: MmapOperation): Result {
  const { lengthBytes, protection, sharing, offset } = operation;
  const address = syscalls.mmap({ lengthBytes, protection, sharing, fd, offset });
  return address < 0n ? Number(address) : syscalls.munmap(address, lengthBytes);
}

function plain(result: Result): Observation {
  return { result, out: '', data: '' };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}
