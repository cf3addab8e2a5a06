import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/diagnostics/finding.ts';
import type { MemoryFile, MountedFileSystem } from '../../src/model/host.ts';
import { EMPTY_LIVE } from '../../src/model/live.ts';
import type { MemorySpec } from '../../src/model/spec.ts';
import { examine } from '../../src/preflight/examine.ts';
import { type Case, hostOf, MEMORY, SOURCES, specOf, viommuSpec } from './world.ts';

const MIB = 1n << 20n;
const SHM: MountedFileSystem = {
  mountPoint: '/dev/shm',
  type: 'tmpfs',
  readOnly: false,
  pageBytes: null,
  limitBytes: null,
  freeBytes: 1024n * MIB,
};
const HUGE: MountedFileSystem = {
  mountPoint: '/huge',
  type: 'hugetlbfs',
  readOnly: false,
  pageBytes: 2n * MIB,
  limitBytes: null,
  freeBytes: null,
};
const on = (mountPoint: string, type: string): MountedFileSystem => ({
  mountPoint,
  type,
  readOnly: false,
  pageBytes: null,
  limitBytes: null,
  freeBytes: null,
});
const region = (file: string, changes: Partial<MemorySpec> = {}): MemorySpec => ({ ...MEMORY, file, ...changes });
const made = (file: string, changes: Partial<MemorySpec> = {}): MemorySpec =>
  region(file, { create: true, ...changes });
const there = (path: string, sizeBytes = 32n * MIB, allocatedBytes: bigint | null = sizeBytes): MemoryFile => ({
  ...{ path, sizeBytes, allocatedBytes },
});
const pool = (free: number, growth = 0) => ({
  ...{ totalBytes: 1n << 32n, availableBytes: 1n << 31n },
  hugePages: [{ pageBytes: 2n * MIB, total: 64, free, growth }],
});
/** Another user than root, on this machine, who may lock so many MiB. */
const user = (mib: bigint) => ({
  uid: 1000,
  inFirstNamespace: true,
  mayLock: false,
  mayReadConfig: false,
  memlockBytes: mib * MIB,
  mayOpenIommufd: true,
});

function findings(changes: Case): readonly Finding[] {
  const live = { ...EMPTY_LIVE, ...changes.live };
  const input = { spec: specOf(changes), host: hostOf(changes), live, sources: SOURCES };
  return examine({ ...input, backend: changes.backend ?? 'kernel' });
}

/** Codes of what memory checks tell. */
function told(changes: Case): (string | undefined)[] {
  return findings(changes)
    .filter(({ link, diagnostic }) => link === 'memory' && diagnostic !== null)
    .map(({ diagnostic }) => diagnostic?.code);
}

function toldBy(changes: Case): Finding | undefined {
  return findings(changes).find(({ link, diagnostic }) => link === 'memory' && diagnostic !== null);
}

describe('the file system of a memory file', () => {
  it.each(['ext4', 'xfs', 'btrfs', 'overlay', 'ramfs', 'nfs4', '9p', 'fuse.sshfs', 'zfs'])('may not be %s', (type) => {
    const changes = {
      host: { mounts: [SHM, on('/dev/shm/vm', type)], files: [there('/dev/shm/vm/ram')] },
      viommu: { memory: [region('/dev/shm/vm/ram')] },
    };
    expect(toldBy(changes)).toMatchObject({
      check: 'memory-file-system',
      state: 'fatal',
      devices: ['dsa0', 'dsa1'],
      message: `guest0: /dev/shm/vm/ram is on ${type} (mounted at /dev/shm/vm), whose files cannot be mapped for devices.`,
      evidence: [{ source: '/proc/self/mountinfo', value: `/dev/shm/vm ${type}` }],
      fix: 'sudo cp --sparse=always -- /dev/shm/vm/ram /dev/shm/ram',
      confirm: 'findmnt -n -o FSTYPE -T /dev/shm/ram',
    });
  });

  it.each(['tmpfs', 'hugetlbfs', 'devtmpfs'])('may be %s', (type) => {
    expect(told({ host: { mounts: [on('/', type)] } })).toEqual([]);
  });

  it('is that of the real path, when the folder is a link', () => {
    const path = '/var/run/vm/ram';
    const changes = (realPath: string): Case => ({
      host: { mounts: [on('/', 'ext4'), on('/run', 'tmpfs')], files: [there(path)], realPaths: [{ path, realPath }] },
      viommu: { memory: [region(path)] },
    });
    expect(told(changes('/run/vm/ram'))).toEqual([]);
    expect(told(changes('/srv/vm/ram'))).toEqual(['HOST_MEMORY_FILE_SYSTEM']);
  });

  it('of a path with blanks is told in commands that can be copied', () => {
    const changes = {
      host: { mounts: [on('/', 'ext4')], files: [there('/my vm/it’s')] },
      viommu: { memory: [region('/my vm/it’s')] },
    };
    expect(toldBy(changes)?.fix).toBe("sudo cp --sparse=always -- '/my vm/it’s' '/dev/shm/it’s'");
  });

  it('is not asked for memory that QEMU maps, and for memory that no device sees', () => {
    const mounts = [on('/', 'ext4')];
    expect(told({ host: { mounts }, viommu: { holder: 'qemu' } })).toEqual([]);
    const bare = viommuSpec({
      name: 'bare',
      devices: [],
      memory: [region('/bare')],
      origin: { document: 0, path: ['viommus', 1] },
    });
    const files = [there(MEMORY.file), there('/bare')];
    expect(told({ host: { mounts: [...mounts, SHM], files }, spec: { viommus: [viommuSpec(), bare] } })).toEqual([]);
  });

  it('is unknown once for all files, when no mounts were read', () => {
    const memory = [MEMORY, made('/dev/shm/a'), made('/mnt/b')];
    expect(told({ host: { mounts: [] }, viommu: { memory } })).toEqual(['HOST_MEMORY_FILE_SYSTEM_UNKNOWN']);
  });

  it('is asked on the mock devices of the selftest too', () => {
    expect(told({ backend: 'selftest', host: { mounts: [on('/', 'ext4')] } })).toEqual(['HOST_MEMORY_FILE_SYSTEM']);
  });
});

describe('room for memory files', () => {
  it('is that of all files on a mount together', () => {
    const memory = [made('/dev/shm/a'), made('/dev/shm/b'), made('/other/c')];
    const mounts = (mib: bigint) => [
      { ...SHM, freeBytes: mib * MIB },
      { ...SHM, mountPoint: '/other', freeBytes: 32n * MIB },
    ];
    expect(told({ host: { mounts: mounts(64n) }, viommu: { memory } })).toEqual([]);
    expect(toldBy({ host: { mounts: mounts(63n) }, viommu: { memory } })).toMatchObject({
      check: 'memory-room',
      state: 'fatal',
      message: '/dev/shm has 63 MiB free, and guest memory on it takes 64 MiB more (/dev/shm/a and /dev/shm/b).',
      fix: 'sudo mount -o remount,size=$(( $(df -B1 --output=used /dev/shm | tail -n 1) + 67108864 )) /dev/shm',
    });
  });

  it('is needed for the holes of a file that is there, and for no page twice', () => {
    const mounts = [{ ...SHM, freeBytes: 16n * MIB }];
    const files = (allocated: bigint | null) => [there(MEMORY.file, 32n * MIB, allocated)];
    expect(told({ host: { mounts, files: files(16n * MIB) } })).toEqual([]);
    expect(told({ host: { mounts, files: files(15n * MIB) } })).toEqual(['HOST_MEMORY_NO_ROOM']);
    const twice = [
      MEMORY,
      region(MEMORY.file, { offsetBytes: 16n * MIB, sizeBytes: 16n * MIB, guestAddress: 1n << 32n }),
    ];
    expect(told({ host: { mounts, files: files(16n * MIB) }, viommu: { memory: twice } })).toEqual([]);
  });

  it('may be needed, where it is not known which part of a file has the holes', () => {
    const half = [region(MEMORY.file, { sizeBytes: 16n * MIB })];
    const full = [{ ...SHM, freeBytes: 0n }];
    const files = (allocated: bigint | null) => [there(MEMORY.file, 32n * MIB, allocated)];
    expect(told({ host: { mounts: full, files: files(16n * MIB) }, viommu: { memory: half } })).toEqual([
      'HOST_MEMORY_ROOM_UNSURE',
    ]);
    expect(told({ host: { mounts: full, files: files(null) }, viommu: { memory: half } })).toEqual([
      'HOST_MEMORY_ROOM_UNSURE',
    ]);
  });

  it('is not asked for where no limit is known, as on another machine', () => {
    const changes = {
      host: { mounts: [on('/dev/shm', 'tmpfs')], files: [], process: null, memory: null },
      viommu: { memory: [made(MEMORY.file)] },
    };
    expect(told(changes)).toEqual([]);
    const asked = findings(changes).map(({ check }) => check);
    expect(asked).toContain('memory-file-system');
    expect(asked.filter((check) => ['memory-room', 'memory-amount', 'memlock'].includes(check))).toEqual([]);
  });

  it('is that of the pool of huge pages, which all mounts of one page size share', () => {
    const memory = [made('/huge/a'), made('/huge2/b', { guestAddress: 1n << 32n })];
    const mounts = [HUGE, { ...HUGE, mountPoint: '/huge2' }];
    expect(told({ host: { mounts, memory: pool(32) }, viommu: { memory } })).toEqual([]);
    expect(toldBy({ host: { mounts, memory: pool(31) }, viommu: { memory } })).toMatchObject({
      state: 'fatal',
      message: '31 huge pages of 2 MiB are free, and guest memory takes 32 more (/huge/a and /huge2/b).',
      fix: "sudo sh -c 'echo 65 > /sys/kernel/mm/hugepages/hugepages-2048kB/nr_hugepages'",
      confirm: 'cat /sys/kernel/mm/hugepages/hugepages-2048kB/free_hugepages',
    });
  });

  it('in the pool may be reserved for a file that is there, and the pool may grow', () => {
    const files = [there('/huge/a', 32n * MIB, 0n)];
    const memory = [region('/huge/a')];
    expect(told({ host: { mounts: [HUGE], files, memory: pool(0) }, viommu: { memory } })).toEqual([
      'HOST_MEMORY_ROOM_UNSURE',
    ]);
    const create = { memory: [made('/huge/a')] };
    expect(told({ host: { mounts: [HUGE], memory: pool(8, 8) }, viommu: create })).toEqual(['HOST_MEMORY_ROOM_UNSURE']);
    expect(told({ host: { mounts: [HUGE], memory: pool(8, 7) }, viommu: create })).toEqual(['HOST_MEMORY_NO_ROOM']);
  });

  it('on hugetlbfs ends where its option `size` says, and nothing can remount it', () => {
    const changes = {
      host: { mounts: [{ ...HUGE, freeBytes: 30n * MIB }], memory: pool(64) },
      viommu: { memory: [made('/huge/a')] },
    };
    expect(toldBy(changes)).toMatchObject({ diagnostic: { code: 'HOST_MEMORY_NO_ROOM' }, fix: null });
  });

  it('is taken in whole huge pages', () => {
    const memory = [region('/huge/a', { offsetBytes: MIB, sizeBytes: 2n * MIB })];
    const files = [there('/huge/a', 4n * MIB, 0n)];
    expect(told({ host: { mounts: [HUGE], files, memory: pool(2) }, viommu: { memory } })).toEqual([]);
    expect(told({ host: { mounts: [HUGE], files, memory: pool(1) }, viommu: { memory } })).toEqual([
      'HOST_MEMORY_ROOM_UNSURE',
    ]);
  });

  it('is not there for a file of half a huge page', () => {
    const changes = {
      host: { mounts: [HUGE], memory: pool(64) },
      viommu: { memory: [made('/huge/a', { sizeBytes: 3n * MIB })] },
    };
    expect(toldBy(changes)?.message).toBe('/huge/a would have 3 MiB, and files at /huge have whole pages of 2 MiB.');
  });
});

describe('a file that is to be made', () => {
  it('must be long enough for the regions that only use it', () => {
    const memory = [
      made('/dev/shm/a', { sizeBytes: 16n * MIB }),
      region('/dev/shm/a', { offsetBytes: 16n * MIB, guestAddress: 1n << 32n }),
    ];
    expect(told({ viommu: { memory } })).toEqual(['HOST_MEMORY_TOO_SMALL']);
  });
});

describe('the memory of the machine', () => {
  it('is compared with what is pinned on tmpfs, not with huge pages', () => {
    const memory = {
      totalBytes: 128n * MIB,
      availableBytes: 64n * MIB,
      hugePages: [{ pageBytes: 2n * MIB, total: 48, free: 48, growth: 0 }],
    };
    expect(told({ host: { memory } })).toEqual([]);
    const huge = { ...MEMORY, file: '/huge/a', create: true, sizeBytes: 96n * MIB };
    expect(told({ host: { memory, mounts: [HUGE] }, viommu: { memory: [huge] } })).toEqual([]);
    const more = made('/dev/shm/a', { sizeBytes: 4n * MIB, guestAddress: 1n << 32n });
    expect(told({ host: { memory }, viommu: { memory: [MEMORY, more] } })).toEqual(['HOST_MEMORY_TOO_MUCH']);
  });

  it('is scarce when what is not allocated yet is more than what is available', () => {
    const memory = { totalBytes: 1024n * MIB, availableBytes: 16n * MIB, hugePages: [] };
    expect(told({ host: { memory } })).toEqual([]);
    expect(told({ host: { memory, files: [there(MEMORY.file, 32n * MIB, 0n)] } })).toEqual(['HOST_MEMORY_SCARCE']);
  });
});

describe('the limit of locked memory', () => {
  const second = (changes: Partial<MemorySpec> = {}) =>
    viommuSpec({
      name: 'guest1',
      devices: ['dsa1'],
      memory: [region(MEMORY.file, changes)],
      origin: { document: 0, path: ['viommus', 1] },
    });
  const first = viommuSpec({ devices: ['dsa0'] });

  it('is for all vIOMMUs together, and a file that is mapped twice counts twice', () => {
    const spec = { viommus: [first, second()] };
    expect(told({ spec, host: { process: user(64n) } })).toEqual([]);
    expect(toldBy({ spec, host: { process: user(63n) } })).toMatchObject({
      check: 'memlock',
      state: 'fatal',
      message: 'Guest memory of 64 MiB is to be pinned, and user 1000 may lock 63 MiB (RLIMIT_MEMLOCK).',
      fix: 'sudo prlimit --pid $$ --memlock=67108864:67108864',
      confirm: 'ulimit -l',
    });
  });

  it.each([
    ['with CAP_IPC_LOCK', { ...user(1n), mayLock: true }],
    ['without a limit', { ...user(1n), memlockBytes: null }],
  ])('does not hold %s', (_, process) => {
    expect(told({ host: { process } })).toEqual([]);
    expect(findings({ host: { process } }).find(({ check }) => check === 'memlock')?.state).toBe('fine');
  });

  it('is not asked for of a machine where we do not run', () => {
    expect(findings({ host: { process: null } }).filter(({ check }) => check === 'memlock')).toEqual([]);
  });

  it('does not matter to what a holder has mapped already', () => {
    const { file, offsetBytes, sizeBytes, guestAddress } = MEMORY;
    const held = {
      name: 'guest0',
      pasid: true,
      nesting: true,
      iommufd: 3,
      ioas: 1,
      nestParents: [],
      devices: [],
      firstStages: [],
      bindings: [],
    };
    const live = (guest: bigint) => ({
      viommus: [{ ...held, memory: [{ file, offsetBytes, sizeBytes, guestAddress: guest }] }],
    });
    expect(told({ host: { process: user(1n) }, live: live(guestAddress) })).toEqual([]);
    expect(told({ host: { process: user(1n) }, live: live(guestAddress + (1n << 32n)) })).toEqual(['HOST_MEMLOCK']);
  });

  it('counts for mock devices too', () => {
    expect(told({ backend: 'selftest', host: { process: user(1n) } })).toEqual(['HOST_MEMLOCK']);
  });
});

it('broken links hide what rests on them', () => {
  const mounts = [on('/', 'ext4')];
  const host = { mounts, memory: pool(0), process: user(1n) };
  const states = findings({ host })
    .filter(({ link }) => link === 'memory')
    .map(({ check, state, because }) => [check, state, because]);
  const last = states.findIndex(([check]) => check === 'memlock');
  expect(states.slice(last - 3, last + 1)).toEqual([
    ['memory-file-system', 'fatal', null],
    ['memory-room', 'skipped', 'memory-file-system'],
    ['memory-amount', 'skipped', 'memory-file-system'],
    ['memlock', 'fatal', null],
  ]);
});
