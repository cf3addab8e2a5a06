import { expect, test } from 'vitest';
import { qemuArgs } from './qemu-args.ts';

const MACHINE = {
  kernel: '/k',
  initramfs: '/i',
  memoryMiB: 512,
  workFolder: '/tmp/a,b',
  checkout: '/src',
  disk: null,
  sibling: null,
  virtualFunctions: 0,
  interruptRemapping: true,
  unit: 'x-scalable-mode=on',
  kernelArguments: '',
  window: null,
};

test('without a disk there is no VT-d unit', () => {
  expect(qemuArgs(MACHINE).join(' ')).not.toMatch(/intel-iommu|nvme/);
});

test('the two disks of a pair are functions of one device', () => {
  const args = qemuArgs({ ...MACHINE, disk: '/a', sibling: '/b' }).join(' ');
  expect(args).toMatch(/nvme,drive=disk,[^ ]*addr=04\.0,multifunction=on .*nvme,drive=sibling,[^ ]*addr=04\.1/);
});

test('interrupt remapping is off where that was asked for', () => {
  const unit = (interruptRemapping: boolean): string | undefined =>
    qemuArgs({ ...MACHINE, disk: '/a', interruptRemapping }).find((argument) => argument.startsWith('intel-iommu'));
  expect(unit(true)).toContain('intremap=on');
  expect(unit(false)).toContain('intremap=off');
});

test('only the work folder is writable', () => {
  const shares = qemuArgs(MACHINE).filter((argument) => argument.startsWith('local,'));
  expect(shares.map((share) => share.endsWith('readonly=on'))).toEqual([true, true, false]);
});

test('a comma in a path is doubled, as QEMU asks', () => {
  expect(qemuArgs(MACHINE)).toContainEqual(expect.stringContaining('path=/tmp/a,,b,mount_tag=work'));
});

test('a window makes memory a shared file and opens the monitor; without one there is neither', () => {
  const window = { ram: '/r', monitor: '/m', trace: '/t' };
  const words = qemuArgs({ ...MACHINE, window });
  expect(words).toContain('q35,kernel-irqchip=split,memory-backend=ram');
  expect(words).toContain('memory-backend-file,id=ram,size=512M,mem-path=/r,share=on');
  expect(words).toContain('unix:/m,server=on,wait=off');
  expect(qemuArgs(MACHINE).join(' ')).not.toMatch(/memory-backend|-qmp|-trace/);
});

test('a unit that is looked at tells of every change', () => {
  const window = { ram: '/r', monitor: '/m', trace: '/t' };
  const unit = (words: readonly string[]) => words.find((word) => word.startsWith('intel-iommu'));
  expect(unit(qemuArgs({ ...MACHINE, disk: '/d', window }))).toContain('caching-mode=on');
  expect(unit(qemuArgs({ ...MACHINE, disk: '/d' }))).not.toContain('caching-mode');
});

test('a PF has a subsystem, two queues and an interrupt for each VF, and its disk as a namespace', () => {
  const args = qemuArgs({ ...MACHINE, disk: '/a', virtualFunctions: 3 }).join(' ');
  expect(args).toContain('nvme-subsys,id=subsystem');
  expect(args).toMatch(/nvme,id=pf,[^ ]*sriov_max_vfs=3,sriov_vq_flexible=6,sriov_vi_flexible=3,addr=04\.0/);
  expect(args).toContain('nvme-ns,drive=disk,bus=pf');
});
