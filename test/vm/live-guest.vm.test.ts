/** A guest kernel under observation: its VT-d tables read from outside while it runs, and its trace replayed live. */

import { readdir, readlink, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { known } from '../../src/assert.ts';
import type { BindingText, FlagText, ReplayLine } from '../../src/replay/replay-line.ts';
import { type Boot, describeVm } from './harness/describe-vm.ts';
import { NVME_ADDRESS } from './harness/qemu-args.ts';
import type { WatchedVm } from './harness/watch-vm.ts';
import { CHECKOUT } from './harness/work-folder.ts';

/** As the guest's tables name it. */
const DISK = NVME_ADDRESS.slice('0000:'.length);

/** A disk with memory of its own: its RID then has a page table of its own. */
const HELD = `
apiVersion: pasidctl/v1
kind: Host
devices:
  - { name: disk, address: "${NVME_ADDRESS}" }
viommus:
  - name: guest0
    addressWidth: 39
    memory:
      - { file: /dev/shm/guest0, size: 2MiB, guestAddress: 0x1000000, create: true }
    devices: [disk]
`;

const STAGES = ['booted', 'moved', 'held', 'left', 'back'] as const;
type Stage = (typeof STAGES)[number];

const SCRIPT = `
export PASIDCTL_STATE_DIR=/tmp/state
tables() { cat /sys/kernel/debug/iommu/intel/dmar_translation_struct >"$1.dmar"; show "$1"; }
show first
tables booted
hand_over ${NVME_ADDRESS} vfio-pci
tables moved
start hold pasidctl apply -f held.yaml --auto-approve --hold -o json
await hold '"event":"holding"'
tables held
stop hold
tables left
hand_over ${NVME_ADDRESS} nvme
tables back
show last
`;

/** The built command, on the host. */
function pasidctl(...words: readonly string[]) {
  return execa(process.execPath, [join(CHECKOUT, 'dist', 'pasidctl.js'), ...words], {
    reject: false,
    stripFinalNewline: false,
  });
}

/** The same tables in every way in which they can be read while a guest runs; each must be what it shows itself. */
async function views({ monitor, ram }: WatchedVm): Promise<readonly string[]> {
  const dmar = async (...words: readonly string[]): Promise<string> => {
    const { exitCode, stdout, stderr } = await pasidctl('guest', ...words, '-o', 'dmar');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    return stdout;
  };
  const throughMonitor = await dmar('--qmp', monitor);
  const root = /Root Table Address: (0x[0-9a-f]+)/.exec(throughMonitor)?.[1] ?? '';
  const fromFile = await dmar('--ram', ram, '--root-table', root);
  return [throughMonitor, await dmar('--qmp', monitor, '--ram', ram), fromFile];
}

type Replay = ReturnType<typeof pasidctl>;

/** Follows the trace while QEMU runs. */
function follow({ trace, ram }: WatchedVm, ...words: readonly string[]): Replay {
  return pasidctl('replay', '--qemu-trace', trace, '--ram', ram, '--follow', ...words, '-o', 'json');
}

/** Until a replay reads the trace: from then on a signal ends it in order. */
async function begun(replay: Replay, { trace }: WatchedVm): Promise<void> {
  const file = await realpath(trace);
  while (replay.exitCode === null && !(await openFiles(replay.pid)).includes(file)) await wait(50);
}

async function openFiles(pid: number | undefined): Promise<readonly string[]> {
  const folder = `/proc/${pid}/fd`;
  const descriptors = await readdir(folder).catch(() => []);
  return Promise.all(descriptors.map((descriptor) => readlink(join(folder, descriptor)).catch(() => '')));
}

/** To be read while the guest stands still. */
function interrupt(replay: Replay): Promise<readonly ReplayLine[]> {
  replay.kill('SIGINT');
  return linesOf(replay);
}

async function linesOf(replay: Replay): Promise<readonly ReplayLine[]> {
  const { exitCode, stdout, stderr } = await replay;
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  return stdout
    .trimEnd()
    .split('\n')
    .map((line): ReplayLine => JSON.parse(line));
}

interface Watched {
  readonly tables: ReadonlyMap<Stage, readonly string[]>;
  /** Lines of replays that were interrupted at a stage. */
  readonly replays: ReadonlyMap<Stage, readonly ReplayLine[]>;
  /** The last stage, as a dump of a RAM file of which nothing was told. */
  readonly searched: string;
  /** Of a replay that was told what the guest's unit offers, interrupted at the last stage. */
  readonly informed: readonly ReplayLine[];
  /** Of a replay that ended with QEMU. */
  readonly whole: readonly ReplayLine[];
}

async function watch(vm: WatchedVm): Promise<Watched> {
  const { informed, whole, interrupted } = await vm.at('first', async () => {
    const started = {
      informed: follow(vm, '--qmp', vm.monitor),
      whole: follow(vm),
      interrupted: STAGES.map(() => follow(vm)),
    };
    for (const replay of [started.informed, started.whole, ...started.interrupted]) await begun(replay, vm);
    return started;
  });
  const tables = new Map<Stage, readonly string[]>();
  const replays = new Map<Stage, readonly ReplayLine[]>();
  for (const [index, stage] of STAGES.entries()) {
    await vm.at(stage, async () => {
      tables.set(stage, await views(vm));
      replays.set(stage, await interrupt(known(interrupted[index], 'a replay')));
    });
  }
  const last = await vm.at('last', async () => ({
    searched: (await pasidctl('guest', '--ram', vm.ram, '-o', 'dmar')).stdout,
    informed: await interrupt(informed),
  }));
  return { tables, replays, ...last, whole: await linesOf(whole) };
}

/** What can be bound of a dump's entries, which end with qwords 2 to 0 of the PASID table's. A second stage cannot. */
function bindingsIn(dump: string): readonly Partial<BindingText>[] {
  return dump.split('\n').flatMap((line) => {
    const [bdf = '', , , pasid = '', entry = ''] = line.split('\t');
    const [first = 0n, domain = 0n, low = 0n] = /^0x/.test(entry) ? entry.split(':').map(BigInt) : [];
    const target = TARGETS[Number((low >> 6n) & 7n)];
    if (target === undefined) return [];
    const stage = target === 'first-stage' ? firstStage(first) : { pageTable: null, addressWidth: null, flags: [] };
    return [{ bdf, pasid: Number(pasid), domain: Number(domain & 0xffffn), target, ...stage, state: 'attached' }];
  });
}

/** By PGTT. */
const TARGETS: Readonly<Record<number, BindingText['target']>> = { 1: 'first-stage', 4: 'pass-through' };

const FLAGS: readonly (readonly [FlagText, bigint])[] = [
  ['SRE', 1n << 0n],
  ['EAFE', 1n << 7n],
  ['WPE', 1n << 4n],
];

function firstStage(qword: bigint): Pick<BindingText, 'pageTable' | 'addressWidth' | 'flags'> {
  return {
    pageTable: `0x${(qword & ~0xfffn).toString(16)}`,
    addressWidth: ((qword >> 2n) & 3n) === 0n ? 48 : 57,
    flags: FLAGS.flatMap(([flag, bit]) => ((qword & bit) === 0n ? [] : [flag])),
  };
}

interface Story {
  /** As its own kernel shows its tables. */
  dump(stage: Stage): string;
  bindings(stage: Stage): readonly Partial<BindingText>[];
  readonly watched: Watched;
}

async function storyOf(boot: Boot, kernelArguments: string): Promise<Story> {
  const seen: Watched[] = [];
  const run = await boot({
    script: SCRIPT,
    devices: 'vtd-nvme',
    memoryMiB: 512,
    kernelArguments,
    files: { 'held.yaml': HELD },
    async watch(vm) {
      seen.push(await watch(vm));
    },
  });
  const dump = (stage: Stage): string => run.text(`${stage}.dmar`);
  return { dump, bindings: (stage) => bindingsIn(dump(stage)), watched: known(seen[0], 'what was seen') };
}

/** At every stage the tables, read in every way, and what the replays ended with are what the guest's own kernel shows. */
function expectSame({ dump, bindings, watched }: Story): void {
  for (const stage of STAGES) expect(watched.tables.get(stage)).toEqual([dump(stage), dump(stage), dump(stage)]);
  expect(watched.searched).toBe(dump('back'));
  for (const [stage, lines] of [...watched.replays, ['back', watched.informed] as const]) {
    const tables = bindings(stage).map(({ pageTable }) => pageTable);
    const hwpts = new Set(tables.filter((table) => table !== null)).size;
    expect(lines.at(-1)).toMatchObject({ stage: 'end', bindings: bindings(stage), hwpts });
  }
  // A kernel that shuts down switches translation off.
  expect(watched.whole.at(-1)).toEqual({ stage: 'end', bindings: [], hwpts: 0 });
}

describeVm('a running guest seen from outside', (boot) => {
  test('its tables are what its own kernel shows, and its trace, replayed live, ends with what they hold', async () => {
    const story = await storyOf(boot, 'iommu=pt');
    expectSame(story);

    // The disk's RID left the others while it had a second stage, which cannot be bound.
    const all = story.bindings('back');
    expect(all.map(({ bdf }) => bdf)).toContain(DISK);
    expect(all.every(({ target }) => target === 'pass-through')).toBe(true);
    expect(story.bindings('held')).toEqual(all.filter(({ bdf }) => bdf !== DISK));
    const [detached, told, attached, ...rest] = story.watched.informed;
    expect([detached, attached]).toMatchObject([
      { host: 'detach', device: DISK, pasid: 0, errno: null },
      { host: 'attach', device: DISK, pasid: 0, errno: null },
    ]);
    expect(told).toHaveProperty('diagnostic.code', 'VIOMMU_NOT_OFFERED');
    expect(rest).toHaveLength(1);
  });
});

describeVm(
  'a running guest with first-stage tables seen from outside',
  (boot) => {
    test('its trace, replayed live, ends with HWPTs on the very page tables that its own kernel shows', async () => {
      const story = await storyOf(boot, '');
      expectSame(story);

      // The disk's RID goes to the table of its holder, and back.
      const disk = (stage: Stage) => story.bindings(stage).find(({ bdf }) => bdf === DISK)?.pageTable;
      expect(disk('held')).not.toBe(disk('moved'));
      expect(disk('back')).toBe(disk('moved'));
      expect(STAGES.flatMap(story.bindings).every(({ target }) => target === 'first-stage')).toBe(true);
      const steps = story.watched.informed.filter((line) => 'device' in line && line.device === DISK);
      expect(steps).toMatchObject(
        ['replace', 'detach', 'attach', 'detach', 'attach'].map((host) => ({ host, pasid: 0, errno: null })),
      );
      expect(story.watched.informed.filter((line) => 'diagnostic' in line)).toEqual([]);
    });
  },
  'first-stage',
);
