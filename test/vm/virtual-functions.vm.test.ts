import { expect, test } from 'vitest';
import { describeVm } from './harness/describe-vm.ts';
import { NVME_ADDRESS } from './harness/qemu-args.ts';

const VF0 = '0000:00:04.1';
const NUMVFS = `/sys/bus/pci/devices/${NVME_ADDRESS}/sriov_numvfs`;

/** Two VFs, one of them for a guest whose memory is behind a real second stage. */
const specFor = (count: number): string => `
apiVersion: pasidctl/v1
kind: Host
devices:
  - { name: pf, address: "${NVME_ADDRESS}", virtualFunctions: ${count} }
  - { name: vf0, address: "${VF0}" }
viommus:
  - name: guest0
    addressWidth: 39
    memory:
      - { file: /dev/shm/guest0, size: 16MiB, guestAddress: 0x1000000, create: true }
    devices: [vf0]
`;

const SCRIPT = `
export PASIDCTL_STATE_DIR=/tmp/state
hold() { start "$1" pasidctl apply -f two.yaml --auto-approve --hold -o json; await "$1" '"event":"holding"'; }
record total cat /sys/bus/pci/devices/${NVME_ADDRESS}/sriov_totalvfs
record many pasidctl plan -f three.yaml
record range sh -c 'printf 3 | dd of=${NUMVFS}'
record plan pasidctl plan -f two.yaml
record doctor pasidctl doctor -f two.yaml
hold first
cat ${NUMVFS} >made
driver_of ${VF0} >driver
cat /sys/kernel/debug/iommu/intel/${VF0}/domain_translation_struct >translation
record again pasidctl plan -f two.yaml --detailed-exitcode
record busy sh -c 'printf 1 | dd of=${NUMVFS}'
kill -KILL "$(cat first.pid)"
wait "$(cat first.pid)" || true
hold second
cat ${NUMVFS} >taken-up
record destroy pasidctl destroy --auto-approve
stop second
cat ${NUMVFS} >removed
driver_of ${NVME_ADDRESS} >pf-driver
ls /dev/shm >shm
echo 1 >${NUMVFS}
record others pasidctl plan -f two.yaml
echo 0 >${NUMVFS}
echo 2 >${NUMVFS}
hold third
record last pasidctl destroy --auto-approve
stop third
cat ${NUMVFS} >kept
`;

describeVm('VFs of a real PF', (boot) => {
  test('are made, given to a guest, taken up after a kill, and removed; those of others stay', async () => {
    const run = await boot({
      script: SCRIPT,
      devices: 'vtd-nvme-vfs',
      files: { 'two.yaml': specFor(2), 'three.yaml': specFor(3) },
    });
    const line = (name: string): string => run.text(name).trim();

    expect(run.recorded('total').stdout.trim()).toBe('2');
    expect(run.recorded('many').exitCode).toBe(4);
    expect(run.recorded('many').stderr).toContain('HOST_TOO_MANY_VFS');
    expect(run.recorded('range').stderr).toContain('out of range');

    expect(run.recorded('plan')).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run.recorded('doctor')).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run.recorded('first').stderr).toBe('');
    expect(line('made')).toBe('2');
    expect(line('driver')).toBe('vfio-pci');
    // 16 MiB at 0x1000000, in pages of 4 KiB: the first and the last IOVA page frame number.
    expect(run.text('translation')).toMatch(/^0x0000000001000 \|.*^0x0000000001fff \|/ms);
    expect(run.recorded('again').exitCode).toBe(0);
    expect(run.recorded('busy').stderr).toContain('busy');

    expect(line('taken-up')).toBe('2');
    expect(run.recorded('destroy').exitCode).toBe(0);
    expect(line('removed')).toBe('0');
    expect(line('pf-driver')).toBe('nvme');
    expect(line('shm')).toBe('');

    expect(run.recorded('others').exitCode).toBe(4);
    expect(run.recorded('others').stderr).toContain('HOST_OTHER_VFS');
    expect(run.recorded('last').exitCode).toBe(0);
    expect(line('kept')).toBe('2');
  });
});
