import { expect, test } from 'vitest';
import { readInterruptChips } from '../../src/host/interrupt-chips.ts';
import { textTree } from '../support/text-tree.ts';

/** As 7.3 prints it on a server, shortened to two CPUs. */
const TABLE = [
  '            CPU0       CPU1',
  '   0:         22          0  IR-IO-APIC    2-edge      timer',
  '   8:          0          1  IR-IO-APIC    8-edge      rtc0',
  ' 120:          0          0  DMAR-MSI    0-edge      dmar0',
  ' 128:          0          0  IR-PCI-MSI-0000:00:1c.0    0-edge      PCIe PME',
  ' 131:      12093          4  IR-PCI-MSIX-0000:6a:01.0    0-edge      idxd-misc',
  ' 132:         17         92  IR-PCI-MSIX-0000:6f:01.0    0-edge      idxd-misc',
  ' NMI:          3          3   Non-maskable interrupts',
  ' LOC:    4190241    4012345   Local timer interrupts',
  ' ERR:          0',
].join('\\n');

test('chips of /proc/interrupts have one name each, without the device that the kernel appends', () => {
  expect(readInterruptChips(textTree(`/proc/interrupts = ${TABLE}`))).toEqual([
    'DMAR-MSI',
    'IR-IO-APIC',
    'IR-PCI-MSI',
    'IR-PCI-MSIX',
  ]);
});

test('names of older kernels, of children of VMD, and of other machines are kept stable too', () => {
  const names = ['IR-PCI-MSI', 'VMD-MSI', 'PCI-MSIX-10000:e1:00.0', 'ITS-PCI-MSI-0000:01:00.0', 'xen-pirq'];
  const lines = names.map((name, index) => ` ${index}:  1  ${name} 524288-edge  eth${index}`).join('\\n');
  expect(readInterruptChips(textTree(`/proc/interrupts = ${lines}`))).toEqual([
    'IR-PCI-MSI',
    'ITS-PCI-MSI',
    'PCI-MSIX',
    'VMD-MSI',
    'xen-pirq',
  ]);
});

test('where /proc/interrupts may not be read, the folders of the interrupts are', () => {
  const folders = ['0 IR-IO-APIC', '24 IR-PCI-MSIX-0000:6a:01.0', '25 '].map((line) => {
    const [number, ...name] = line.split(' ');
    return `/sys/kernel/irq/${number}/chip_name = ${name.join(' ')}`;
  });
  expect(readInterruptChips(textTree(folders.join('\n')))).toEqual(['IR-IO-APIC', 'IR-PCI-MSIX']);
});

test('unread is not the same as none', () => {
  expect(readInterruptChips(textTree(''))).toBeNull();
  expect(readInterruptChips(textTree('/sys/kernel/irq/24/type = edge'))).toBeNull();
  expect(readInterruptChips(textTree('/proc/interrupts =            CPU0'))).toEqual([]);
  expect(readInterruptChips(textTree('/proc/interrupts = \u0000garbage 1: : 2 :::'))).toEqual([]);
});

test('a flood of names is cut off', () => {
  const lines = Array.from({ length: 5000 }, (_, index) => ` ${index}: 1 chip-${index} 0-edge x`).join('\\n');
  expect(readInterruptChips(textTree(`/proc/interrupts = ${lines}`))?.length).toBeLessThanOrEqual(64);
});
