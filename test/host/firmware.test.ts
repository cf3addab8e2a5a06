import { expect, test } from 'vitest';
import { readFirmware } from '../../src/host/firmware.ts';
import { textTree } from '../support/text-tree.ts';

const CPU = '/proc/cpuinfo = processor\\t: 0\\nvendor_id\\t: GenuineIntel\\nflags\\t\\t: fpu vme sse2 lahf_lm\\n';
const GUEST = CPU.replace('lahf_lm', 'hypervisor lahf_lm');
const TABLES = '/sys/firmware/acpi/tables/APIC =\n/sys/firmware/acpi/tables/DMAR # 48 0=444d4152 24=2d 25=05';

test('the tables about IOMMUs are listed, and the flags of DMAR read', () => {
  expect(readFirmware(textTree(`${CPU}\n${TABLES}`))).toEqual({ tables: ['DMAR'], dmarFlags: 5, hypervisor: null });
  expect(readFirmware(textTree(`${CPU}\n/sys/firmware/acpi/tables/IVRS =\n/sys/firmware/acpi/tables/IORT =`))).toEqual({
    tables: ['IORT', 'IVRS'],
    dmarFlags: null,
    hypervisor: null,
  });
});

test('a table that is too short, or is none, has no flags', () => {
  for (const bytes of ['36 0=444d4152', '48 0=41504943 25=05', '0']) {
    const tree = textTree(`${CPU}\n/sys/firmware/acpi/tables/DMAR # ${bytes}`);
    expect(readFirmware(tree)).toEqual({ tables: ['DMAR'], dmarFlags: null, hypervisor: null });
  }
});

test.each<[string, string, string | null]>([
  ['bare metal', `${CPU}\n/sys/class/dmi/id/sys_vendor = QEMU`, null],
  ['a flag whose name only starts so', CPU.replace('lahf_lm', 'hypervisor_x'), null],
  [
    'a guest with names',
    `${GUEST}\n/sys/class/dmi/id/sys_vendor = QEMU\n/sys/class/dmi/id/product_name = Q35`,
    'QEMU Q35',
  ],
  ['a guest without names', GUEST, 'unknown hypervisor'],
  ['Xen', `${CPU}\n/sys/hypervisor/type = xen\\n\n/sys/class/dmi/id/sys_vendor = Dell`, 'xen'],
  ['an Arm guest', '/proc/cpuinfo = processor\\t: 0\\nFeatures\\t: fp\\n\n/sys/class/dmi/id/sys_vendor = QEMU', 'QEMU'],
])('%s', (_, text, hypervisor) => {
  expect(readFirmware(textTree(text))?.hypervisor).toBe(hypervisor);
});

test('tables that cannot be listed are unread, and so is all of a tree without the files', () => {
  expect(readFirmware(textTree(CPU))).toEqual({ tables: null, dmarFlags: null, hypervisor: null });
  expect(readFirmware(textTree(''))).toBeNull();
});
