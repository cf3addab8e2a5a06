import { expect, test } from 'vitest';
import { qemuArgs, scalableModeOption } from './qemu-args.ts';

const MACHINE = {
  kernel: '/k',
  initramfs: '/i',
  memoryMiB: 512,
  workFolder: '/tmp/a,b',
  checkout: '/src',
  disk: null,
  scalableMode: 'x-scalable-mode',
};

test('without a disk there is no VT-d unit', () => {
  expect(qemuArgs(MACHINE).join(' ')).not.toMatch(/intel-iommu|nvme/);
});

test('only the work folder is writable', () => {
  const shares = qemuArgs(MACHINE).filter((argument) => argument.startsWith('local,'));
  expect(shares.map((share) => share.endsWith('readonly=on'))).toEqual([true, true, false]);
});

test('a comma in a path is doubled, as QEMU asks', () => {
  expect(qemuArgs(MACHINE)).toContainEqual(expect.stringContaining('path=/tmp/a,,b,mount_tag=work'));
});

test('scalable mode is called what this QEMU calls it', () => {
  expect(scalableModeOption('  x-pasid-mode=<bool>\n  x-scalable-mode=<bool> - (default: false)\n')).toBe(
    'x-scalable-mode',
  );
  expect(scalableModeOption('  scalable-mode=<bool>  -  (default: false)\n')).toBe('scalable-mode');
});
