import { beforeAll, describe, expect, test } from 'vitest';
import { HARDWARE_ONLY, NEEDS, type Needs } from '../kernel/conformance/case.ts';
import { CASES } from '../kernel/conformance/cases.ts';
import { titleOf } from '../kernel/conformance/run.ts';
import type { CaseReport } from './guest/conformance.ts';
import type { VmRequest } from './harness/boot-vm.ts';
import { describeVm } from './harness/describe-vm.ts';
import { NVME_ADDRESS, SIBLING_ADDRESS } from './harness/qemu-args.ts';
import type { VmRun } from './harness/vm-run.ts';

const VFIO0 = '/dev/vfio/devices/vfio0';
const VFIO1 = '/dev/vfio/devices/vfio1';

interface Machine extends Pick<VmRequest, 'devices' | 'allowTaint' | 'script'> {
  readonly title: string;
  readonly needs: readonly Needs[];
}

/** The machines that a virtual machine can be, and the cases that run on each. */
const MACHINES: readonly Machine[] = [
  {
    title: 'mock devices and a disk on vfio-pci',
    needs: ['iommufd', 'mock', 'vfio'],
    devices: 'vtd-nvme',
    script: `
      hand_over ${NVME_ADDRESS} vfio-pci
      record conformance conformance iommufd,mock,vfio ${VFIO0}
    `,
  },
  {
    title: 'two disks in one IOMMU group',
    needs: ['busy-sibling', 'pair'],
    devices: 'vtd-nvme-pair',
    script: `
      hand_over ${NVME_ADDRESS} vfio-pci
      record conformance conformance busy-sibling ${VFIO0}
      hand_over ${SIBLING_ADDRESS} vfio-pci
      record pair conformance pair ${VFIO0} ${VFIO1}
      cat pair.out >>conformance.out
      cat pair.err >>conformance.err
    `,
  },
  {
    title: 'a disk without interrupt remapping',
    needs: ['no-remapping'],
    devices: 'vtd-nvme-no-remapping',
    script: `
      hand_over ${NVME_ADDRESS} vfio-pci
      record conformance conformance no-remapping ${VFIO0}
    `,
  },
  {
    title: 'mock devices, and a kernel that warns',
    needs: ['warning'],
    devices: 'mock',
    allowTaint: true,
    script: 'record conformance conformance warning',
  },
];

describeVm('the real kernel', (boot) => {
  describe.each(MACHINES)('with $title', ({ needs, title: _, ...request }) => {
    let run: VmRun;
    let reports: ReadonlyMap<string, CaseReport>;

    beforeAll(async () => {
      const programs = { conformance: new URL('./guest/conformance.ts', import.meta.url) };
      run = await boot({ ...request, programs });
      const lines = run
        .recorded('conformance')
        .stdout.split('\n')
        .filter((line) => line !== '');
      reports = new Map(lines.map((line): CaseReport => JSON.parse(line)).map((report) => [report.title, report]));
    });

    test.each(casesThatNeed(needs).map(titleOf))('%s', (title) => {
      expect(reports.get(title)).toEqual({ title, failure: null });
    });

    test('every case was tried, and the kernel warned only where it had to', () => {
      const { exitCode, stderr } = run.recorded('conformance');
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
      expect(run.dmesg.includes('WARNING: ')).toBe(request.allowTaint === true);
    });
  });

  for (const one of casesThatNeed(HARDWARE_ONLY)) {
    test.skipIf(true)(`${titleOf(one)} (needs ${NEEDS[one.needs]})`, () => {});
  }
});

function casesThatNeed(needs: readonly Needs[]) {
  return CASES.filter((one) => needs.includes(one.needs));
}
