import { expect, test } from 'vitest';
import { describeVm } from './harness/describe-vm.ts';
import { NVME_ADDRESS } from './harness/qemu-args.ts';
import type { VmRun } from './harness/vm-run.ts';

/** The disk for one guest, with a binding: all that the chain of checks asks about. */
const SPEC = `
apiVersion: pasidctl/v1
kind: Host
devices:
  - { name: disk, address: "${NVME_ADDRESS}" }
viommus:
  - name: guest0
    pasidBits: 8
    firstStage: true
    firstStage1GPages: false
    memory:
      - { file: /dev/shm/guest0, size: 16MiB, guestAddress: 0x1000000, create: true }
    devices: [disk]
bindings:
  - { device: disk, pasid: 5, passThrough: true }
`;

/** The kernel's own words beside ours: registers and tables by debugfs, and the files that a check names. */
const LOOK = `
export PASIDCTL_STATE_DIR=/tmp/state
group=$(basename "$(readlink /sys/bus/pci/devices/${NVME_ADDRESS}/iommu_group)")
cat /sys/kernel/debug/iommu/intel/iommu_regset >regset
cat /proc/interrupts >interrupts
cat "/sys/kernel/iommu_groups/$group/reserved_regions" >regions
cat /sys/bus/pci/devices/${NVME_ADDRESS}/reset_method >reset-method
cat /sys/class/iommu/dmar0/intel-iommu/ecap >ecap
record inventory pasidctl inventory -o json
record doctor pasidctl doctor -f spec.yaml -o json
record text pasidctl doctor -f spec.yaml
record bare pasidctl doctor
`;

interface Found {
  readonly check: string;
  readonly state: string;
  readonly message: string;
  readonly evidence: readonly { readonly source: string; readonly value: string }[];
}

interface Doctor {
  readonly exitCode: number;
  readonly findings: readonly Found[];
  /** The finding of a check; the worst one when it has several. */
  find(check: string): Found;
}

const WORST_FIRST = ['fatal', 'unknown', 'warning', 'skipped', 'fine'];

function doctorOf(run: VmRun, name = 'doctor'): Doctor {
  const { exitCode, stdout } = run.recorded(name);
  const findings: readonly Found[] = JSON.parse(stdout).findings;
  return {
    exitCode,
    findings,
    find(check) {
      const own = findings.filter((finding) => finding.check === check);
      const [worst] = own.sort((a, b) => WORST_FIRST.indexOf(a.state) - WORST_FIRST.indexOf(b.state));
      if (worst === undefined) throw new Error(`doctor said nothing of ${check}`);
      return worst;
    },
  };
}

/** A register of the first unit, as debugfs prints it. */
function register(run: VmRun, name: string): bigint {
  const value = new RegExp(`^${name}\\s+0x[0-9a-f]+\\s+0x([0-9a-f]+)`, 'm').exec(run.text('regset'))?.[1];
  if (value === undefined) throw new Error(`no ${name} in iommu_regset`);
  return BigInt(`0x${value}`);
}

/** RTADDR bits 11:10 are 01 in scalable mode, and GSTS bit 25 is set while interrupts are remapped. VT-d r5 §11.4.4, §11.4.5. */
function truthOf(run: VmRun): { readonly scalable: boolean; readonly remapping: boolean } {
  return {
    scalable: ((register(run, 'RTADDR') >> 10n) & 3n) === 1n,
    remapping: ((register(run, 'GSTS') >> 25n) & 1n) === 1n,
  };
}

describeVm('doctor beside a real VT-d unit and an NVMe disk', (boot) => {
  const look = (kernelArguments: string, more = ''): Promise<VmRun> =>
    boot({ script: LOOK + more, devices: 'vtd-nvme', files: { 'spec.yaml': SPEC }, kernelArguments });

  test('says what the registers say: scalable mode on, remapping on, no nesting, no PASIDs on the disk', async () => {
    const run = await look('intel_iommu=on,sm_on');
    expect(truthOf(run)).toEqual({ scalable: true, remapping: true });
    const doctor = doctorOf(run);
    expect(doctor.exitCode).toBe(4);
    expect(doctor.find('scalable-mode').state).toBe('fine');
    expect(doctor.find('interrupts-isolated').state).toBe('fine');
    expect(doctor.find('unit-abilities').state).toBe('fatal');
    expect(doctor.find('pasid-capable').state).toBe('fatal');
    expect(doctor.find('pasid-enabled')).toMatchObject({ state: 'skipped' });
    // The unit's registers and the files, as they are.
    const machine = JSON.parse(run.recorded('inventory').stdout);
    expect(BigInt(machine.units[0].ecap)).toBe(BigInt(`0x${run.text('ecap').trim()}`));
    const disk = machine.functions.find(({ address }: { address: string }) => address === NVME_ADDRESS);
    expect(disk).toMatchObject({ answers: true });
    expect(disk.resetMethods.join(' ')).toBe(run.text('reset-method').trim());
    const group = machine.groups.find(({ number }: { number: number }) => number === disk.group);
    expect(
      group.regions.map(({ first, last, type }: Record<string, string>) => [
        BigInt(first ?? ''),
        BigInt(last ?? ''),
        type,
      ]),
    ).toEqual(
      run
        .text('regions')
        .trim()
        .split('\n')
        .map((line) => line.split(' '))
        .map(([first = '', last = '', type]) => [BigInt(first), BigInt(last), type]),
    );
    for (const chip of machine.interruptChips) expect(run.text('interrupts')).toContain(chip);
  });

  test('says that the kernel runs the unit in legacy mode, and what depends on it is not checked', async () => {
    const run = await look('intel_iommu=on,sm_off');
    expect(truthOf(run)).toMatchObject({ scalable: false });
    const doctor = doctorOf(run);
    expect(doctor.find('scalable-mode').state).toBe('fatal');
    expect(run.recorded('text').stdout).toContain('sm_off');
  });

  test('says that interrupts are not remapped, and is quiet when the parameter of iommufd allows it', async () => {
    const run = await look(
      'intel_iommu=on,sm_on intremap=off',
      `
      echo Y >/sys/module/iommufd/parameters/allow_unsafe_interrupts
      record allowed pasidctl doctor -f spec.yaml -o json
      `,
    );
    expect(truthOf(run)).toMatchObject({ remapping: false });
    const found = doctorOf(run).find('interrupts-isolated');
    expect(found.state).toBe('fatal');
    expect(found.message).toContain('intremap=off');
    expect(doctorOf(run, 'allowed').find('interrupts-isolated').state).not.toBe('fatal');
  });

  test('names who has the disk open, and the swap that is on it', async () => {
    const run = await look(
      'intel_iommu=on,sm_on',
      `
      start opener sh -c 'exec sleep 1000 </dev/nvme0n1'
      record busy pasidctl doctor -f spec.yaml -o json
      stop opener
      start admin sh -c 'exec sleep 1000 </dev/nvme0'
      record controller pasidctl doctor -f spec.yaml -o json
      stop admin
      mkswap /dev/nvme0n1
      swapon /dev/nvme0n1
      record swapped pasidctl doctor -f spec.yaml -o json
      swapoff /dev/nvme0n1
      record free pasidctl doctor -f spec.yaml -o json
      `,
    );
    const opener = run.text('opener.pid').trim();
    const admin = run.text('admin.pid').trim();
    expect(doctorOf(run, 'busy').find('device-unused')).toMatchObject({ state: 'fatal' });
    expect(doctorOf(run, 'busy').find('device-unused').message).toContain(`nvme0n1 opened by sleep (pid ${opener})`);
    expect(doctorOf(run, 'controller').find('device-unused').message).toContain(`sleep (pid ${admin})`);
    expect(doctorOf(run, 'swapped').find('device-unused').message).toContain('used as swap');
    expect(doctorOf(run, 'free').find('device-unused').state).toBe('fine');
  });
});
