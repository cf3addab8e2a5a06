import { expect, test } from 'vitest';
import { describeVm } from './harness/describe-vm.ts';
import { NVME_ADDRESS } from './harness/qemu-args.ts';

/** Guest memory behind a real second stage; QEMU's own vIOMMU cannot nest. */
const PLAIN = `
apiVersion: pasidctl/v1
kind: Host
devices:
  - { name: disk, address: "${NVME_ADDRESS}" }
viommus:
  - name: guest0
    addressWidth: 39
    memory:
      - { file: /dev/shm/guest0, size: 16MiB, guestAddress: 0x1000000, create: true }
    devices: [disk]
`;

/** What the disk cannot do: it has no PASID capability, and its unit no nesting. */
const PASIDS = PLAIN.replace(
  'addressWidth: 39',
  'pasidBits: 8\n    firstStage: true\n    firstStage1GPages: false',
).concat(`
bindings:
  - { device: disk, pasid: 5, passThrough: true }
`);

const SCRIPT = `
export PASIDCTL_STATE_DIR=/tmp/state
translation=/sys/kernel/debug/iommu/intel/${NVME_ADDRESS}/domain_translation_struct
override() { cat /sys/bus/pci/devices/${NVME_ADDRESS}/driver_override; }
record inventory pasidctl inventory -o yaml
record pasids pasidctl apply -f pasids.yaml --auto-approve --hold -o json
driver_of ${NVME_ADDRESS} >driver-before
override >override-before
start hold pasidctl apply -f plain.yaml --auto-approve --hold -o json
await hold '"event":"holding"'
driver_of ${NVME_ADDRESS} >driver-held
cat "$translation" >translation-held
record held-inventory pasidctl inventory -o yaml
record destroy pasidctl destroy --auto-approve
stop hold
driver_of ${NVME_ADDRESS} >driver-after
override >override-after
ls /dev/shm >shm
head -c 512 /dev/nvme0n1 | wc -c >sector
record drivers pasidctl apply -f drivers.yaml --auto-approve -o json
driver_of ${NVME_ADDRESS} >driver-taken
record again pasidctl plan -f drivers.yaml --detailed-exitcode
record back pasidctl destroy --auto-approve
driver_of ${NVME_ADDRESS} >driver-back
`;

describeVm('a real VT-d unit and an NVMe disk', (boot) => {
  test('a disk is taken, given memory, witnessed by debugfs and given back; PASIDs that it lacks are refused', async () => {
    const run = await boot({
      script: SCRIPT,
      devices: 'vtd-nvme',
      files: { 'plain.yaml': PLAIN, 'pasids.yaml': PASIDS, 'drivers.yaml': PLAIN.slice(0, PLAIN.indexOf('viommus')) },
    });
    const line = (name: string): string => run.text(name).trim();
    expect(run.recorded('inventory')).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run.recorded('inventory').stdout).toContain(NVME_ADDRESS);

    expect(run.recorded('pasids').exitCode).toBe(4);
    const refusals = JSON.parse(run.recorded('pasids').stdout).diagnostics.map(({ code }: { code: string }) => code);
    expect(refusals).toEqual(expect.arrayContaining(['HOST_NO_NESTING', 'HOST_DEVICE_NO_PASID']));
    expect(line('driver-before')).toBe('nvme');

    expect(line('driver-held')).toBe('vfio-pci');
    // 16 MiB at 0x1000000, in pages of 4 KiB: the first and the last IOVA page frame number.
    expect(run.text('translation-held')).toMatch(/^0x0000000001000 \|.*^0x0000000001fff \|/ms);
    expect(run.text('translation-held')).not.toContain('0x0000000002000 |');
    expect(run.recorded('hold').stderr).toBe('');
    // The unit's own tables, as debugfs shows them, are the witness of the RID.
    expect(run.recorded('hold').stdout).toContain('"verification":{"verified":1,"unverified":[]}');
    expect(run.recorded('hold').exitCode).toBe(0);
    expect(run.recorded('destroy').exitCode).toBe(0);
    expect(line('driver-after')).toBe('nvme');
    expect(run.text('override-after')).toBe(run.text('override-before'));
    expect(line('shm')).toBe('');
    expect(line('sector')).toBe('512');

    expect(run.recorded('drivers').exitCode).toBe(0);
    expect(line('driver-taken')).toBe('vfio-pci');
    expect(run.recorded('again').exitCode).toBe(0);
    expect(run.recorded('back').exitCode).toBe(0);
    expect(line('driver-back')).toBe('nvme');
  });
});
