import { describe, expect, test } from 'vitest';
import { observe } from '../../../src/host/observe.ts';
import type { Host, MountedFileSystem } from '../../../src/model/host.ts';
import { SAMPLE_MACHINE } from '../../../src/sim/sample-machine.ts';
import { restoreWorld } from '../../../src/sim/sim-world.ts';
import { DISK, machineWithVfio, type SimBench, simBench } from '../../support/sim-bench.ts';

const PAGE = 4096n;
const HUGE_PAGE = 1n << 21n;
const on = (mountPoint: string, type: string, freeBytes: bigint | null = null): MountedFileSystem => ({
  ...{
    mountPoint,
    type,
    readOnly: false,
    pageBytes: type === 'hugetlbfs' ? HUGE_PAGE : null,
    limitBytes: null,
    freeBytes,
  },
});

function benchOn(changes: Partial<Host>) {
  const bench: SimBench = simBench({ ...machineWithVfio(DISK), ...changes });
  const { world, bench: b } = bench;
  const { dev } = bench.bind(0);
  const ioas = b.ioasAlloc();
  const mapped = (path: string, length: bigint, iova = 0n): void => {
    const fd = b.expectOk(world.syscalls.open(path, 'read-write'));
    b.expectOk(b.tryMapFile({ ioas, fd, length, iova }));
  };
  return { world, b, dev, ioas, mapped };
}

describe('what a map only records, a table pins', () => {
  test('a file on a disk is EINVAL', () => {
    const { world, b, dev, ioas, mapped } = benchOn({ mounts: [on('/', 'ext4'), on('/tmp', 'tmpfs')] });
    expect(world.tree.createFile('/dev/shm/guest', PAGE)).toBe(0);
    mapped('/dev/shm/guest', PAGE);
    b.hwptAllocFails('EINVAL', { dev, pt: ioas });
  });

  test('a full tmpfs is ENOSPC, and what fits is taken until the file is gone', () => {
    const { world, b, dev, ioas, mapped } = benchOn({ mounts: [on('/dev/shm', 'tmpfs', 8n * PAGE)] });
    expect(world.tree.createFile('/dev/shm/a', 6n * PAGE)).toBe(0);
    expect(world.tree.createFile('/dev/shm/b', 6n * PAGE)).toBe(0);
    mapped('/dev/shm/a', 6n * PAGE);
    const table = b.hwptAlloc({ dev, pt: ioas });
    expect([world.tree.freeBytes('/dev/shm'), world.tree.allocatedBytes('/dev/shm/a')]).toEqual([2n * PAGE, 6n * PAGE]);
    const fd = b.expectOk(world.syscalls.open('/dev/shm/b', 'read-write'));
    b.expectErrno('ENOSPC', b.tryMapFile({ ioas, fd, length: 3n * PAGE, iova: 1n << 30n }));
    b.expectOk(b.tryMapFile({ ioas, fd, length: 2n * PAGE, iova: 1n << 30n }));
    expect(world.tree.freeBytes('/dev/shm')).toBe(0n);
    b.destroy(table);
    b.unmap(ioas, 1n << 30n, 2n * PAGE);
    b.expectOk(world.syscalls.close(fd));
    expect(world.tree.removeFile('/dev/shm/b')).toBe(0);
    expect(world.tree.freeBytes('/dev/shm')).toBe(2n * PAGE);
  });

  test('huge pages come from the pool, then on demand, then not: ENOMEM', () => {
    const memory = {
      totalBytes: 1n << 32n,
      availableBytes: 1n << 31n,
      hugePages: [{ pageBytes: HUGE_PAGE, total: 4, free: 2, growth: 1 }],
    };
    const { world, b, dev, ioas, mapped } = benchOn({ mounts: [on('/dev/hugepages', 'hugetlbfs')], memory });
    const pools = () => observe(world.tree, { files: [] }).memory?.hugePages;
    expect(world.tree.createFile('/dev/hugepages/odd', PAGE)).toBe(-22);
    expect(world.tree.createFile('/dev/hugepages/guest', 4n * HUGE_PAGE)).toBe(0);
    expect(pools()).toEqual(memory.hugePages);
    mapped('/dev/hugepages/guest', 3n * HUGE_PAGE);
    const table = b.hwptAlloc({ dev, pt: ioas });
    expect(pools()).toEqual([{ pageBytes: HUGE_PAGE, total: 5, free: 0, growth: 0 }]);
    b.destroy(table);
    b.unmap(ioas, 0n, 3n * HUGE_PAGE);
    mapped('/dev/hugepages/guest', 4n * HUGE_PAGE);
    b.hwptAllocFails('ENOMEM', { dev, pt: ioas });
  });

  test('more than the user may lock is ENOMEM, over all contexts, until it is unpinned', () => {
    const process = {
      uid: 1000,
      inFirstNamespace: true,
      mayLock: false,
      mayReadConfig: true,
      memlockBytes: 8n * PAGE,
      mayOpenIommufd: true,
    };
    const { world, b, dev, ioas, mapped } = benchOn({ process });
    expect(world.tree.createFile('/dev/shm/guest', 6n * PAGE)).toBe(0);
    mapped('/dev/shm/guest', 6n * PAGE);
    const other = b.ioasAlloc();
    const fd = b.expectOk(world.syscalls.open('/dev/shm/guest', 'read-write'));
    b.expectOk(b.tryMapFile({ ioas: other, fd, length: 6n * PAGE, iova: 0n }));
    const table = b.hwptAlloc({ dev, pt: ioas });
    b.hwptAllocFails('ENOMEM', { dev, pt: other });
    b.mapFails('ENOMEM', { ioas, address: b.memory(Number(3n * PAGE)), length: 3n * PAGE, iova: 1n << 30n });
    b.destroy(table);
    b.hwptAlloc({ dev, pt: other });
  });
});

describe('a world of an old file', () => {
  test('has the mounts that distributions make, and no limits', () => {
    const { world } = simBench({
      ...SAMPLE_MACHINE,
      files: [{ path: '/dev/shm/guest', sizeBytes: PAGE, allocatedBytes: null }],
    });
    const {
      machine: _,
      room: __,
      inodes,
      ...old
    } = world.toJson() as Record<string, never> & { inodes: { value: never[][] } };
    const inodesBefore = { ...inodes, value: inodes.value.map(([key, inode]) => [key, without(inode, 'populated')]) };
    const again = restoreWorld({ ...old, inodes: inodesBefore } as never);
    const host = observe(again.tree, { files: ['/dev/shm/guest'] });
    expect(host.mounts.map(({ mountPoint, type }) => `${mountPoint} ${type}`)).toEqual(
      expect.arrayContaining(['/ ext4', '/dev/shm tmpfs']),
    );
    expect(host.files).toEqual([{ path: '/dev/shm/guest', sizeBytes: PAGE, allocatedBytes: PAGE }]);
  });
});

function without(value: object | undefined, key: string): object {
  return Object.fromEntries(Object.entries(value ?? {}).filter(([name]) => name !== key));
}
