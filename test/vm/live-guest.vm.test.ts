/** A guest kernel under observation: its VT-d tables read from outside while it runs, and its trace replayed live. */

import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { known } from '../../src/assert.ts';
import type { BindingText, ReplayLine } from '../../src/cli/replay/replay-line.ts';
import { describeVm } from './harness/describe-vm.ts';
import { NVME_ADDRESS } from './harness/qemu-args.ts';
import type { WatchedVm } from './harness/watch-vm.ts';
import { CHECKOUT } from './harness/work-folder.ts';

/** As the guest's tables name it. */
const DISK = NVME_ADDRESS.slice('0000:'.length);

/** A disk with memory of its own: its RID then has a second stage. */
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

const SCRIPT = `
export PASIDCTL_STATE_DIR=/tmp/state
tables() { cat /sys/kernel/debug/iommu/intel/dmar_translation_struct >"$1.dmar"; show "$1"; }
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

/** Pass-through entries of a dump, as bindings: the only type that this guest is offered and that can be bound. */
function passThroughIn(dump: string): readonly Partial<BindingText>[] {
  return dump.split('\n').flatMap((line) => {
    const [bdf = '', , , pasid = '', entry = ''] = line.split('\t');
    const [, domain = 0n, low = 0n] = /^0x/.test(entry) ? entry.split(':').map(BigInt) : [];
    if (((low >> 6n) & 7n) !== 4n) return [];
    return [{ bdf, pasid: Number(pasid), domain: Number(domain & 0xffffn), target: 'pass-through', state: 'attached' }];
  });
}

interface Watched {
  readonly stages: Map<string, readonly string[]>;
  /** The dump of a RAM file of which nothing was told. */
  searched: string;
  /** A replay that was interrupted while the guest stood still at the last stage. */
  interrupted: readonly ReplayLine[];
  /** One that ended with QEMU. */
  whole: readonly ReplayLine[];
}

type Follower = ReturnType<typeof pasidctl>;

/** Replays start while the guest stands still for the first time, and are up long before the disk gets its second stage. */
async function watch(vm: WatchedVm, watched: Watched): Promise<void> {
  const trace = ['replay', '--qemu-trace', vm.trace, '--ram', vm.ram, '--follow', '-o', 'json'];
  const followers: Follower[] = [];
  for (const stage of STAGES) {
    await vm.at(stage, async () => {
      watched.stages.set(stage, await views(vm));
      if (stage === 'booted') followers.push(pasidctl(...trace, '--qmp', vm.monitor), pasidctl(...trace));
      if (stage !== 'back') return;
      watched.searched = (await pasidctl('guest', '--ram', vm.ram, '-o', 'dmar')).stdout;
      followers[0]?.kill('SIGINT');
      watched.interrupted = await linesOf(followers[0]);
    });
  }
  watched.whole = await linesOf(followers[1]);
}

async function linesOf(follower: Follower | undefined): Promise<readonly ReplayLine[]> {
  const { exitCode, stdout, stderr } = await known(follower, 'a replay');
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  return stdout
    .trimEnd()
    .split('\n')
    .map((line): ReplayLine => JSON.parse(line));
}

describeVm('a running guest seen from outside', (boot) => {
  test('its tables are what its own kernel shows, and its trace, replayed live, ends with what they hold', async () => {
    const watched: Watched = { stages: new Map(), searched: '', interrupted: [], whole: [] };
    const run = await boot({
      script: SCRIPT,
      devices: 'vtd-nvme',
      memoryMiB: 512,
      kernelArguments: 'iommu=pt',
      files: { 'held.yaml': HELD },
      watch: (vm) => watch(vm, watched),
    });
    for (const stage of STAGES) {
      const shown = run.text(`${stage}.dmar`);
      expect(watched.stages.get(stage)).toEqual([shown, shown, shown]);
    }
    expect(watched.searched).toBe(run.text('back.dmar'));

    // The disk's RID left the others while it had a second stage, which cannot be bound.
    const all = passThroughIn(run.text('back.dmar'));
    expect(all.map(({ bdf }) => bdf)).toContain(DISK);
    expect(passThroughIn(run.text('held.dmar'))).toEqual(all.filter(({ bdf }) => bdf !== DISK));
    const [detached, told, attached, end, ...rest] = watched.interrupted;
    expect([detached, attached]).toMatchObject([
      { host: 'detach', device: DISK, pasid: 0, errno: null },
      { host: 'attach', device: DISK, pasid: 0, errno: null },
    ]);
    expect(told).toHaveProperty('diagnostic.code', 'VIOMMU_NOT_OFFERED');
    expect(end).toMatchObject({ stage: 'end', bindings: all, hwpts: 0 });
    expect(rest).toEqual([]);

    // A kernel that shuts down switches translation off.
    expect(watched.whole.at(-1)).toEqual({ stage: 'end', bindings: [], hwpts: 0 });
  });
});
