import { describe, expect, test } from 'vitest';
import {
  allowsUnsafeInterrupts,
  hasIsolatedMsi,
  type InterruptFacts,
  interruptRemapping,
} from '../../src/linux/isolated-msi.ts';
import { parseBdf } from '../../src/model/bdf.ts';
import type { IommuUnit } from '../../src/model/host.ts';
import { UNIT } from '../preflight/world.ts';

const IR = 8n;
const WITH: IommuUnit = { ...UNIT, ecap: UNIT.ecap | IR };
const WITHOUT: IommuUnit = { ...UNIT, name: 'dmar1', ecap: UNIT.ecap & ~IR };

function remapping(changes: Partial<InterruptFacts> & { readonly commandLine?: string }) {
  const { commandLine = '', ...facts } = changes;
  return interruptRemapping({
    interruptChips: null,
    units: [WITH],
    firmware: { tables: ['DMAR'], dmarFlags: 1, hypervisor: null },
    kernel: { commandLine },
    ...facts,
  });
}

describe('interrupt remapping', () => {
  test('is on where a chip says so, whatever was asked for', () => {
    const on = { state: 'on', cause: null };
    expect(remapping({ interruptChips: ['DMAR-MSI', 'IR-PCI-MSIX'] })).toEqual(on);
    expect(remapping({ interruptChips: ['IR-PCI-MSI'], commandLine: 'intremap=off', units: [WITHOUT] })).toEqual(on);
    expect(remapping({ interruptChips: ['ITS-PCI-MSIX'], units: [] })).toEqual(on);
  });

  test('is off where chips are there and none says so', () => {
    expect(remapping({ interruptChips: ['IO-APIC', 'PCI-MSIX'] })).toEqual({ state: 'off', cause: null });
  });

  test.each<[string, Parameters<typeof remapping>[0], unknown]>([
    [
      'the command line',
      { commandLine: 'ro intremap=off,nosid' },
      { kind: 'command-line', word: 'intremap=off,nosid' },
    ],
    ['an old word', { commandLine: 'nointremap' }, { kind: 'command-line', word: 'nointremap' }],
    ['a unit of several without ECAP.IR', { units: [WITH, WITHOUT] }, { kind: 'unit', unit: 'dmar1' }],
    ['the DMAR table', { firmware: { tables: ['DMAR'], dmarFlags: 0, hypervisor: null } }, { kind: 'firmware' }],
  ])('is off because of %s, chips read or not', (_, changes, cause) => {
    expect(remapping(changes)).toEqual({ state: 'off', cause });
    expect(remapping({ ...changes, interruptChips: ['PCI-MSI'] })).toEqual({ state: 'off', cause });
  });

  test('follows the last word of the command line', () => {
    expect(remapping({ commandLine: 'intremap=off intremap=on' }).state).toBe('unknown');
    expect(remapping({ commandLine: 'intremap=off intremap=nosid' }).state).toBe('off');
  });

  test('is unknown where nothing tells', () => {
    expect(remapping({}).state).toBe('unknown');
    expect(remapping({ interruptChips: [] }).state).toBe('unknown');
    expect(remapping({ firmware: null }).state).toBe('unknown');
  });
});

test('children of a VMD controller have no isolated interrupts', () => {
  const on = remapping({ interruptChips: ['IR-PCI-MSI'] });
  expect(hasIsolatedMsi({ vmd: null }, on)).toBe(true);
  expect(hasIsolatedMsi({ vmd: parseBdf('0000:00:0e.0') }, on)).toBe(false);
});

test('only the parameter of iommufd allows interrupts that are not isolated', () => {
  const parameter = (module: string, value: string) => ({
    parameters: [{ module, name: 'allow_unsafe_interrupts', value, source: '', state: 'effective' as const }],
  });
  expect(allowsUnsafeInterrupts(parameter('iommufd', 'Y'))).toBe(true);
  expect(allowsUnsafeInterrupts(parameter('iommufd', 'N'))).toBe(false);
  expect(allowsUnsafeInterrupts(parameter('vfio_iommu_type1', 'Y'))).toBe(false);
  expect(allowsUnsafeInterrupts({ parameters: [] })).toBe(false);
});
