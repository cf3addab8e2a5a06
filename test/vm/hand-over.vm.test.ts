import { expect, test } from 'vitest';
import type { KillReport } from './guest/crash-hand-over.ts';
import { describeVm } from './harness/describe-vm.ts';
import { NVME_ADDRESS, SIBLING_ADDRESS } from './harness/qemu-args.ts';
import type { VmRun } from './harness/vm-run.ts';

const DRIVERS = `
apiVersion: pasidctl/v1
kind: Host
devices:
  - { name: disk, address: "${NVME_ADDRESS}" }
`;
const MEMORY = `${DRIVERS}
viommus:
  - name: guest0
    addressWidth: 39
    memory:
      - { file: /dev/shm/guest0, size: 16MiB, guestAddress: 0x1000000, create: true }
    devices: [disk]
`;
const FILES = { 'drivers.yaml': DRIVERS, 'memory.yaml': MEMORY };

/** `place NAME`: keeps driver and override. */
const VERBS = `
export PASIDCTL_STATE_DIR=/tmp/state
place() { echo "$(driver_of ${NVME_ADDRESS}) $(cat /sys/bus/pci/devices/${NVME_ADDRESS}/driver_override)" >"$1.place"; }
override() { echo "$1" >/sys/bus/pci/devices/${NVME_ADDRESS}/driver_override; }
take() { record "$1" pasidctl apply -f drivers.yaml --auto-approve -o json; place "$1"; }
give() { record "$1" pasidctl destroy --auto-approve -o json; place "$1"; }
hold() { start "$1" pasidctl apply -f memory.yaml --auto-approve --hold -o json; await "$1" '"event":"holding"'; }
`;

interface Told {
  readonly exitCode: number;
  readonly place: string;
  /** Messages of all diagnostics and failures, with their codes. */
  readonly words: string;
}

function told(run: VmRun, name: string): Told {
  const { exitCode, stdout, stderr } = run.recorded(name);
  return { exitCode, place: run.text(`${name}.place`).trim(), words: `${stdout}${stderr}` };
}

const ON_NVME = 'nvme (null)';
const ON_VFIO = 'vfio-pci vfio-pci';

describeVm('a disk that is handed over', (boot) => {
  test('is refused while it is in use, held or blocked, and the holder is named', async () => {
    const script = `${VERBS}
      mkswap /dev/nvme0n1
      swapon /dev/nvme0n1
      take swapped
      swapoff /dev/nvme0n1
      start opener sh -c 'exec sleep 1000 </dev/nvme0n1'
      take opened
      stop opener

      override vfio-pci
      take foreign
      give foreign-back
      override ''

      take taken
      start keeper sh -c 'exec sleep 1000 <>/dev/vfio/devices/vfio0'
      record held pasidctl apply -f memory.yaml --auto-approve --hold -o json
      place held
      give kept
      stop keeper
      start hidden hidden-holder vfio0
      await hidden hidden
      give blocked
      record status pasidctl status -o json
      stop hidden
      sleep 2
      give freed
    `;
    const programs = { 'hidden-holder': new URL('./guest/hidden-holder.ts', import.meta.url) };
    const run = await boot({ script, programs, files: FILES, devices: 'vtd-nvme' });

    expect(told(run, 'swapped')).toMatchObject({ exitCode: 4, place: ON_NVME });
    expect(told(run, 'swapped').words).toContain('disk nvme0n1 used as swap');
    expect(told(run, 'opened')).toMatchObject({ exitCode: 4, place: ON_NVME });
    expect(told(run, 'opened').words).toMatch(/disk nvme0n1 opened by sleep \(pid \d+\)/);

    expect(told(run, 'foreign')).toMatchObject({ exitCode: 0, place: ON_VFIO });
    expect(told(run, 'foreign-back')).toMatchObject({ exitCode: 0, place: 'nvme vfio-pci' });

    expect(told(run, 'taken')).toMatchObject({ exitCode: 0, place: ON_VFIO });
    for (const name of ['held', 'kept']) {
      expect(told(run, name)).toMatchObject({ exitCode: 4, place: ON_VFIO });
      expect(told(run, name).words).toMatch(/0000:00:04\.0 .*open in sleep \(pid \d+\)/);
    }

    expect(told(run, 'blocked').exitCode).toBe(7);
    expect(told(run, 'blocked').words).toContain(`driver and driver_override of ${NVME_ADDRESS} (disk)`);
    expect(run.recorded('status').stdout).toContain('"formerDriver": "nvme"');
    expect(told(run, 'freed')).toMatchObject({ exitCode: 0, place: ON_NVME });
  });

  test('comes back after its holder was killed, and may be unplugged under it', async () => {
    const script = `${VERBS}
      hold first
      stop first KILL
      place first
      record orphaned pasidctl status -o json
      hold second
      stop second KILL
      give given
      ls /dev/shm >shm

      hold third
      (echo 1 >/sys/bus/pci/devices/${NVME_ADDRESS}/remove) &
      remover=$!
      sleep 1
      stop third
      wait $remover
      [ ! -e /sys/bus/pci/devices/${NVME_ADDRESS} ]
      record missing pasidctl apply -f drivers.yaml --auto-approve -o json
      echo 1 >/sys/bus/pci/rescan
      sleep 1
      place plugged
      hold fourth
      stop fourth
      place fourth
    `;
    const run = await boot({ script, files: FILES, devices: 'vtd-nvme' });
    expect(run.text('first.place').trim()).toBe(ON_VFIO);
    expect(JSON.parse(run.recorded('orphaned').stdout)).toMatchObject({
      holder: null,
      viommus: [],
      handovers: [{ address: NVME_ADDRESS, formerDriver: 'nvme' }],
    });
    expect(told(run, 'given')).toMatchObject({ exitCode: 0, place: ON_NVME });
    expect(run.text('shm')).toBe('');

    expect(run.recorded('third')).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run.recorded('missing').exitCode).toBe(4);
    expect(run.recorded('missing').stdout).toContain('HOST_DEVICE_MISSING');
    expect(run.text('plugged.place').trim()).toBe(ON_NVME);
    expect(run.recorded('fourth').exitCode).toBe(0);
    expect(run.text('fourth.place').trim()).toBe(ON_NVME);
  });

  test('comes back after runs that were killed before and after every write to /sys', async () => {
    const run = await boot({
      script: 'record crash crash-hand-over drivers.yaml',
      programs: { 'crash-hand-over': new URL('./guest/crash-hand-over.ts', import.meta.url) },
      files: FILES,
      devices: 'vtd-nvme',
    });
    const { exitCode, stdout, stderr } = run.recorded('crash');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const kills = stdout
      .trimEnd()
      .split('\n')
      .map((line): KillReport => JSON.parse(line));
    // Override, unbind and probe; override, unbind and bind.
    expect(kills.map(({ killedIn }) => killedIn)).toEqual([...Array(6).fill('apply'), ...Array(6).fill('destroy')]);
    expect(new Set(kills.map(({ left }) => left)).size).toBeGreaterThan(4);
    for (const { exitCodes, end } of kills) {
      expect({ failed: exitCodes.filter((code) => code !== 0), end }).toEqual({ failed: [], end: ON_NVME });
    }
  });

  test('a group with a second function is refused until that one is handed over too, and is then held whole', async () => {
    const both = MEMORY.replace('viommus:', `  - { name: sibling, address: "${SIBLING_ADDRESS}" }\nviommus:`).replace(
      'devices: [disk]',
      'devices: [disk, sibling]',
    );
    const run = await boot({
      devices: 'vtd-nvme-pair',
      files: { ...FILES, 'both.yaml': both },
      script: `${VERBS}
        record alone pasidctl apply -f memory.yaml --hold --auto-approve -o json; place alone
        start together pasidctl apply -f both.yaml --hold --auto-approve -o json
        await together '"event":"holding"'
        driver_of ${SIBLING_ADDRESS} >sibling-held
        stop together; place together
        driver_of ${SIBLING_ADDRESS} >sibling-back
      `,
    });
    const alone = told(run, 'alone');
    expect(alone.exitCode).toBe(4);
    expect(alone.words).toContain('HOST_GROUP_NOT_VIABLE');
    expect(alone.words).toContain(`${SIBLING_ADDRESS}`);
    expect(alone.words).toContain('nvme');
    expect(alone.place).toContain('nvme');
    expect(run.text('sibling-held').trim()).toBe('vfio-pci');
    expect(run.recorded('together').exitCode).toBe(0);
    expect(run.text('together.place')).toContain('nvme');
    expect(run.text('sibling-back').trim()).toBe('nvme');
  });
});
