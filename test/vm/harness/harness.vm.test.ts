import { expect, test } from 'vitest';
import { describeVm } from './describe-vm.ts';
import { NVME_ADDRESS } from './qemu-args.ts';

const PROGRAMS = {
  'mock-holder': new URL('../guest/mock-holder.ts', import.meta.url),
  witness: new URL('../guest/witness.ts', import.meta.url),
};

const HOLD_AND_ASK = `
start hold mock-holder
await hold holding
set -- $(sed 's/[^0-9]\\+/ /g' hold.out)
pid=$1 iommufd=$2 stdev=$3 parent=$4 nested=$5
record held witness "$pid" "$iommufd" "$stdev:1:$nested" "$stdev:1:$parent" "$stdev:0:$parent" "$stdev:2:0" "$stdev:1:99"
stop hold
record gone witness "$pid" "$iommufd" "$stdev:1:0"
`;

describeVm('the VM harness', (boot) => {
  test('a witness beside the holder sees what a PASID is attached to on the mock', async () => {
    const run = await boot({ script: HOLD_AND_ASK, programs: PROGRAMS });
    const held = run.recorded('held');
    expect(held.stderr).toBe('');
    expect(
      JSON.parse(held.stdout).map(({ attached, errno }: { attached: boolean; errno: string }) => errno ?? attached),
    ).toEqual([
      true, // the nested HWPT
      'EINVAL', // not its parent
      true, // the RID's HWPT
      true, // PASID 2 to nothing
      'ENOENT', // no such HWPT
    ]);
    expect(run.recorded('hold')).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run.recorded('gone').exitCode).not.toBe(0);
  });

  test('a vtd-nvme VM has a scalable-mode unit, an NVMe disk bound to its driver, and VFIO', async () => {
    const script = `
      cat /sys/class/iommu/dmar0/intel-iommu/ecap >ecap
      driver_of ${NVME_ADDRESS} >driver
      hand_over ${NVME_ADDRESS} vfio-pci
      ls /dev/vfio/devices >vfio
      ls /sys/kernel/debug/iommu/intel >debugfs
    `;
    const run = await boot({ script, devices: 'vtd-nvme' });
    // ECAP bit 43: scalable mode translation.
    expect((BigInt(`0x${run.text('ecap').trim()}`) >> 43n) & 1n).toBe(1n);
    expect(run.text('driver').trim()).toBe('nvme');
    expect(run.text('vfio').trim()).toBe('vfio0');
    expect(run.text('debugfs')).toContain('dmar_translation_struct');
  });

  test('files given to the guest are there, and what it writes comes back', async () => {
    const script = 'cat given >taken; test -r "$CHECKOUT/package.json"; record no false; uname -r >release';
    const run = await boot({ script, files: { given: 'häßlich\n' } });
    expect(run.text('taken')).toBe('häßlich\n');
    expect(run.recorded('no').exitCode).toBe(1);
    expect(run.kernelRelease).toBe(run.text('release').trim());
  });

  test('a script that fails, fails the run', async () => {
    await expect(boot({ script: 'exit 3' })).rejects.toThrow('exited with 3');
  });

  test('a kernel warning fails the run although the script was content', async () => {
    // The holder dies without detaching: the mock warns.
    const script = 'start hold mock-holder; await hold holding; stop hold KILL; sleep 1';
    await expect(boot({ script, programs: PROGRAMS })).rejects.toThrow(/kernel complained.*WARNING/s);
  });

  test('a script that hangs is killed, and the console is shown', async () => {
    await expect(boot({ script: 'echo so far; sleep 600', timeoutMs: 10_000 })).rejects.toThrow(/in time.*so far/s);
  });
});
