/**
 * What preflight says of memory is what the kernel does: when it is silent an apply on the simulated machine succeeds, and when it
 * refuses an apply without it fails.
 */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { observe } from '../../src/host/observe.ts';
import type { Host, MemoryFile, MountedFileSystem } from '../../src/model/host.ts';
import { EMPTY_LIVE } from '../../src/model/live.ts';
import { EMPTY_SPEC, type MemorySpec, type Spec } from '../../src/model/spec.ts';
import { CHECKS } from '../../src/preflight/checks.ts';
import { examine } from '../../src/preflight/examine.ts';
import { createWorld } from '../../src/sim/sim-world.ts';
import { DISK, machineWithVfio, QAT_VF } from '../support/sim-bench.ts';
import { simRun } from '../support/sim-run.ts';
import { deviceSpec, SOURCES, viommuSpec } from './world.ts';

const PAGE = 4096n;
const HUGE_PAGE = 1n << 21n;
const MEMORY_CHECKS = CHECKS.filter(({ link }) => link === 'memory');
/** The functions that matter, so that a run takes less time. */
const MACHINE: Host = machineWithVfio(DISK, QAT_VF);
/** How a refused apply fails. */
const FAILURES: Readonly<Record<string, readonly (string | null)[]>> = {
  HOST_MEMORY_MISSING: ['ENOENT'],
  HOST_MEMORY_NO_FOLDER: ['ENOENT'],
  HOST_MEMORY_TOO_SMALL: ['EINVAL'],
  HOST_MEMORY_READ_ONLY: ['EROFS'],
  HOST_MEMORY_FILE_SYSTEM: ['EINVAL'],
  HOST_MEMORY_NO_ROOM: ['ENOSPC', 'ENOMEM'],
  HOST_MEMORY_HUGE_PAGE: ['EINVAL'],
  HOST_MEMORY_TOO_MUCH: ['ENOMEM'],
  HOST_MEMLOCK: ['ENOMEM'],
};

/** Few pages, so that limits are near. */
const pages = (most: number) => fc.nat(most).map(BigInt);
const small = pages(24).map((count) => count * PAGE);

const mounts = fc.record({
  shm: fc.option(small, { nil: null }),
  readOnly: fc.boolean(),
  other: fc.constantFrom('tmpfs', 'ext4', 'xfs', 'overlay', 'ramfs', 'devtmpfs'),
  otherRoom: fc.option(small, { nil: null }),
  hugeRoom: fc.option(
    pages(3).map((count) => count * HUGE_PAGE),
    { nil: null },
  ),
});

const FILES = ['/dev/shm/a', '/dev/shm/b', '/run/c', '/dev/hugepages/d', '/dev/hugepages/e'] as const;
const isHuge = (path: string): boolean => path.startsWith('/dev/hugepages/');

const file = fc
  .record({ path: fc.constantFrom(...FILES), sizePages: fc.integer({ min: 1, max: 16 }), allocatedPages: fc.nat(16) })
  .map(({ path, sizePages, allocatedPages }): MemoryFile => {
    const unit = isHuge(path) ? HUGE_PAGE : PAGE;
    return {
      path,
      sizeBytes: BigInt(sizePages) * unit,
      allocatedBytes: BigInt(Math.min(sizePages, allocatedPages)) * unit,
    };
  });

const region = fc.record({
  file: fc.constantFrom(...FILES),
  offset: fc.nat(6),
  size: fc.integer({ min: 1, max: 10 }),
  wholePages: fc.boolean(),
  create: fc.boolean(),
});

interface Asked {
  readonly file: string;
  readonly offset: number;
  readonly size: number;
  readonly wholePages: boolean;
  readonly create: boolean;
}

function memorySpec({ file: path, offset, size, wholePages, create }: Asked, index: number): MemorySpec {
  const unit = isHuge(path) && wholePages ? HUGE_PAGE : PAGE;
  return {
    ...{ file: path, offsetBytes: BigInt(offset) * unit, sizeBytes: BigInt(size) * unit, create },
    guestAddress: BigInt(index) << 28n,
    origin: { document: 0, path: ['viommus', 0, 'memory', index] },
  };
}

const machine = fc.record({
  mounts,
  files: fc.uniqueArray(file, { maxLength: 3, selector: ({ path }) => path }),
  freeHuge: fc.nat(12),
  growth: fc.nat(2),
  sparePages: pages(30),
  process: fc.option(
    fc.record({
      mayLock: fc.boolean(),
      memlock: fc.option(
        pages(40).map((count) => count * PAGE),
        { nil: null },
      ),
    }),
    { nil: null },
  ),
});

function hostOf({ mounts: room, files, freeHuge, growth, sparePages, process }: Facts): Host {
  const plain = (mountPoint: string, type: string, freeBytes: bigint | null): MountedFileSystem => ({
    ...{ mountPoint, type, readOnly: false, pageBytes: null, limitBytes: null, freeBytes },
  });
  const hugePages = [{ pageBytes: HUGE_PAGE, total: 16, free: freeHuge, growth }];
  const spare = sparePages * PAGE;
  const taken = files
    .filter(({ path }) => !isHuge(path))
    .reduce((sum, { allocatedBytes }) => sum + (allocatedBytes ?? 0n), 0n);
  return {
    ...MACHINE,
    files,
    mounts: [
      plain('/', 'ext4', null),
      plain('/dev/shm', 'tmpfs', room.shm),
      { ...plain('/run', room.other, room.otherRoom), readOnly: room.readOnly },
      {
        mountPoint: '/dev/hugepages',
        type: 'hugetlbfs',
        readOnly: false,
        pageBytes: HUGE_PAGE,
        limitBytes: null,
        freeBytes: room.hugeRoom,
      },
    ],
    memory: { totalBytes: 16n * HUGE_PAGE + taken + spare, availableBytes: spare, hugePages },
    process: process && {
      uid: 1000,
      inFirstNamespace: true,
      mayLock: process.mayLock,
      mayReadConfig: true,
      memlockBytes: process.memlock,
      mayOpenIommufd: true,
    },
  };
}

function specOf(first: readonly Asked[], second: readonly Asked[]): Spec {
  const guest = { pasidBits: 0, firstStage: false, firstStage1GPages: false, svm: false, deviceIotlb: false };
  const origin = (index: number) => ({ document: 0, path: ['viommus', index] });
  return {
    ...EMPTY_SPEC,
    devices: [
      deviceSpec(0, { name: 'disk', address: DISK, expect: { vendor: null, device: null } }),
      deviceSpec(1, { name: 'vf', address: QAT_VF, expect: { vendor: null, device: null } }),
    ],
    viommus: [
      viommuSpec({ ...guest, name: 'guest0', memory: first.map(memorySpec), devices: ['disk'], origin: origin(0) }),
      viommuSpec({ ...guest, name: 'guest1', memory: second.map(memorySpec), devices: ['vf'], origin: origin(1) }),
    ],
    bindings: [],
  };
}

async function attempt(host: Host, spec: Spec): Promise<readonly string[]> {
  const files = spec.viommus.flatMap(({ memory }) => memory.map(({ file: path }) => path));
  const input = { spec, host: observe(createWorld(host).tree, { files }), live: EMPTY_LIVE, sources: SOURCES };
  const findings = examine({ ...input, backend: 'sim' }, MEMORY_CHECKS);
  const fatal = findings.flatMap(({ state, diagnostic }) => (state === 'fatal' ? (diagnostic?.code ?? []) : []));
  const warnings = findings.flatMap(({ state, diagnostic }) => (state === 'warning' ? (diagnostic?.code ?? []) : []));
  const outcome = await simRun(host).apply(spec);
  const isApplied = outcome.kind === 'applied';
  if (fatal.length > 0) {
    expect(isApplied, fatal.join(' ')).toBe(false);
    // What was not checked may fail first.
    const isWhole = findings.every(({ state }) => state !== 'skipped');
    const errnos = fatal.flatMap((code) => FAILURES[code] ?? []);
    if (isWhole) expect(errnos, fatal.join(' ')).toContain(isApplied ? null : outcome.cause.errno);
  } else if (warnings.length === 0) {
    expect(outcome).toMatchObject({ kind: 'applied' });
  }
  return [...fatal, ...warnings];
}

type Facts = typeof machine extends fc.Arbitrary<infer T> ? T : never;
const SOUND: Facts = {
  mounts: { shm: 8n * PAGE, readOnly: false, other: 'tmpfs', otherRoom: null, hugeRoom: null },
  files: [{ path: '/dev/shm/b', sizeBytes: 4n * PAGE, allocatedBytes: PAGE }],
  ...{ freeHuge: 4, growth: 1, sparePages: 30n, process: { mayLock: false, memlock: 40n * PAGE } },
};
const wants = (file: string, size: number, more: Partial<Asked> = {}): Asked => ({
  ...{ file, size, offset: 0, wholePages: true, create: true, ...more },
});

test.each<[string, string[], Partial<Facts>, Asked[]]>([
  ['what fits', [], {}, [wants('/dev/shm/a', 5), wants('/dev/shm/b', 4)]],
  ['a missing file', ['HOST_MEMORY_MISSING'], {}, [wants('/dev/shm/a', 5, { create: false })]],
  ['a short file', ['HOST_MEMORY_TOO_SMALL'], {}, [wants('/dev/shm/b', 5)]],
  ['a disk', ['HOST_MEMORY_FILE_SYSTEM'], { mounts: { ...SOUND.mounts, other: 'xfs' } }, [wants('/run/c', 1)]],
  [
    'a read-only tmpfs',
    ['HOST_MEMORY_READ_ONLY'],
    { mounts: { ...SOUND.mounts, readOnly: true } },
    [wants('/run/c', 1)],
  ],
  ['a full tmpfs', ['HOST_MEMORY_NO_ROOM'], {}, [wants('/dev/shm/a', 6), wants('/dev/shm/b', 4)]],
  ['too few huge pages', ['HOST_MEMORY_NO_ROOM'], { process: null }, [wants('/dev/hugepages/d', 6)]],
  ['huge pages on demand', ['HOST_MEMORY_ROOM_UNSURE'], { process: null }, [wants('/dev/hugepages/d', 5)]],
  ['half a huge page', ['HOST_MEMORY_HUGE_PAGE'], {}, [wants('/dev/hugepages/d', 5, { wholePages: false })]],
  ['a small machine', ['HOST_MEMORY_TOO_MUCH'], { sparePages: 4n }, [wants('/run/c', 10)]],
  ['a low limit', ['HOST_MEMLOCK'], { process: { mayLock: false, memlock: 4n * PAGE } }, [wants('/dev/shm/a', 5)]],
  ['a low limit for others', [], { process: { mayLock: true, memlock: 4n * PAGE } }, [wants('/dev/shm/a', 5)]],
])('%s: preflight says %j, and an apply ends so', async (_, codes, changes, first) => {
  expect(await attempt(hostOf({ ...SOUND, ...changes }), specOf(first, []))).toEqual(codes);
});

test('silence is success, and a refusal is a failure of its kind', async () => {
  const regions = fc.array(region, { maxLength: 3 });
  const property = fc.asyncProperty(machine, regions, regions, async (facts, first, second) => {
    await attempt(hostOf(facts), specOf(first, second));
  });
  await fc.assert(property, { numRuns: 100 });
}, 60_000);
