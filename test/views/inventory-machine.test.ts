import { describe, expect, test } from 'vitest';
import type { Host } from '../../src/model/host.ts';
import { SAMPLE_MACHINE } from '../../src/sim/sample-machine.ts';
import { NO_COLORS as PLAIN } from '../../src/views/colors.ts';
import { machineText, refusedGroups } from '../../src/views/inventory-machine.ts';
import { matters } from '../../src/views/inventory-text.ts';

const text = (changes: Partial<Host> = {}): string => machineText({ ...SAMPLE_MACHINE, ...changes }, PLAIN);
const OFF = { interruptChips: ['PCI-MSI'] };

describe('the machine as a whole', () => {
  test('has firmware tables and remapped interrupts', () => {
    expect(text()).toMatch(/^firmware: {3}DMAR$/m);
    expect(text()).toMatch(/^interrupts: remapped$/m);
  });

  test('is a guest when it is one, and its names cannot move the cursor', () => {
    const firmware = { tables: [], dmarFlags: null, hypervisor: 'QEMU \u001b[2J' };
    expect(text({ firmware })).toContain('firmware:   no table about an IOMMU; a guest of QEMU \\x1b[2J');
    expect(text({ firmware: { ...firmware, tables: null, hypervisor: null } })).toContain('tables not read');
    expect(text({ firmware: null })).not.toContain('firmware');
  });

  test('says why interrupts are not remapped, and what allows that', () => {
    const kernel = { ...SAMPLE_MACHINE.kernel, commandLine: 'intremap=off' };
    expect(text({ ...OFF, kernel })).toContain('not remapped (intremap=off)');
    const units = SAMPLE_MACHINE.units.map((unit) => ({ ...unit, ecap: unit.ecap & ~8n }));
    expect(text({ ...OFF, units })).toContain('not remapped (dmar0 cannot: ECAP.IR)');
    const parameters = SAMPLE_MACHINE.parameters.map((one) => ({ ...one, value: 'Y' }));
    expect(text({ ...OFF, parameters })).toContain('not remapped, which iommufd is told to allow');
    expect(text({ interruptChips: null })).toContain('unknown whether remapped');
    expect(text({ ...OFF, units: [] })).not.toContain('interrupts');
  });
});

test('groups that must stay mapped are told for the functions that are shown, and only for them', () => {
  const regions = [{ first: 0x7000_0000n, last: 0x7fff_ffffn, type: 'direct' }];
  const host = { ...SAMPLE_MACHINE, groups: SAMPLE_MACHINE.groups.map((group) => ({ ...group, regions })) };
  const shown = host.functions.slice(0, 1);
  expect(refusedGroups(shown, host)).toEqual([
    `IOMMU group ${shown[0]?.group} cannot be passed through: the firmware wants 0x70000000–0x7fffffff mapped 1:1.`,
  ]);
  expect(refusedGroups(shown, SAMPLE_MACHINE)).toEqual([]);
});

test.each(['vfio-pci', 'mlx5_vfio_pci'])('a function on %s is shown, whatever it can do', (driver) => {
  const [fn] = SAMPLE_MACHINE.functions;
  if (fn === undefined) throw new Error('the sample machine has functions');
  const capabilities = { pasid: null, ats: null, pri: null };
  const host = { ...SAMPLE_MACHINE, holders: [] };
  expect(matters({ ...fn, capabilities, driver }, host)).toBe(true);
  expect(matters({ ...fn, capabilities, driver: 'nvme' }, host)).toBe(false);
});
