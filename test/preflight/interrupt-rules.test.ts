import { describe, expect, test } from 'vitest';
import type { Host } from '../../src/model/host.ts';
import { EMPTY_LIVE } from '../../src/model/live.ts';
import { examine } from '../../src/preflight/examine.ts';
import { bdf, type Case, complaints, HOST, hostOf, pciFunction, SOURCES, specOf, UNIT } from './world.ts';

const IR = 8n;
/** Interrupt chips of a machine without remapping, whose unit could do it. */
const OFF: Partial<Host> = { interruptChips: ['IO-APIC', 'PCI-MSI'], units: [{ ...UNIT, ecap: UNIT.ecap | IR }] };
const ALLOWED = HOST.parameters.map((one) => (one.module === 'iommufd' ? { ...one, value: 'Y' } : one));

function finding(changes: Case) {
  const input = { spec: specOf(changes), host: hostOf(changes), live: EMPTY_LIVE };
  const found = examine({ ...input, sources: SOURCES, backend: 'kernel' });
  return found.find(({ check }) => check === 'interrupts-isolated');
}

describe('no interrupt remapping', () => {
  const complaint = 'HOST_NO_INTERRUPT_REMAPPING viommus.0.devices';

  test('is told once for all devices, whoever holds the vIOMMU', () => {
    expect(complaints({ host: OFF })).toEqual([complaint]);
    expect(complaints({ host: OFF, viommu: { holder: 'qemu' } })).toContain(complaint);
    expect(finding({ host: OFF })).toMatchObject({ state: 'fatal', devices: ['dsa0', 'dsa1'] });
  });

  test.each<[string, Partial<Host>, string | undefined, string]>([
    ['the command line', OFF, 'intel_iommu=on,sm_on intremap=off', 'command line has `intremap=off`'],
    ['a unit', { ...OFF, units: [UNIT] }, undefined, 'dmar0 cannot do it (ECAP.IR)'],
    [
      'the firmware',
      { ...OFF, firmware: { tables: ['DMAR'], dmarFlags: 0, hypervisor: null } },
      undefined,
      'INTR_REMAP',
    ],
    ['nothing that can be read', OFF, undefined, 'nothing that can be read forbids it'],
  ])('has %s as its cause', (_, host, commandLine, words) => {
    const found = finding({
      host: commandLine === undefined ? host : { ...host, kernel: { ...HOST.kernel, commandLine } },
    });
    expect(found).toMatchObject({ state: 'fatal', message: expect.stringContaining(words) });
  });

  test('comes with a command that takes the word away, unless a shell would read the word otherwise', () => {
    const booted = (commandLine: string) => finding({ host: { ...OFF, kernel: { ...HOST.kernel, commandLine } } });
    expect(booted('ro intremap=off')?.fix).toContain('intremap=off');
    expect(booted("ro intremap=off,';reboot")).toMatchObject({ state: 'fatal', fix: null });
  });

  test('sends a guest to its hypervisor, and everybody else to the kernel log when no cause is seen', () => {
    const guest = { ...OFF, firmware: { tables: ['DMAR'], dmarFlags: 1, hypervisor: 'QEMU' } };
    expect(finding({ host: guest })?.diagnostic?.advice).toContain('vIOMMU');
    const caching = UNIT.cap | 0x80n;
    const bare = { ...OFF, units: [{ ...UNIT, cap: caching & ~0x80n, ecap: UNIT.ecap | IR }] };
    expect(finding({ host: bare })?.diagnostic?.advice).toContain('dmesg');
  });

  test('is quiet when iommufd allows it, and shows what allows it', () => {
    const host = { ...OFF, parameters: ALLOWED };
    expect(complaints({ host })).toEqual([]);
    expect(finding({ host })).toMatchObject({
      state: 'fine',
      evidence: expect.arrayContaining([{ source: '/sys/module/iommufd', value: 'Y' }]),
    });
  });

  test('does not matter without a vIOMMU', () => {
    expect(complaints({ host: OFF, spec: { viommus: [], bindings: [] } })).toEqual([]);
  });
});

test('a child of VMD in the group has interrupts that are not isolated, whatever the chips say', () => {
  const child = pciFunction('10000:e1:00.0', { group: 1, driver: null, vmd: bdf('0000:e0:05.5') });
  const changes = { others: [child] };
  expect(complaints(changes)).toEqual(['HOST_NO_INTERRUPT_REMAPPING viommus.0.devices']);
  expect(finding(changes)).toMatchObject({ devices: ['dsa0'], message: expect.stringContaining('VMD') });
});

test('where no chip could be read, that is said once and refuses nothing', () => {
  const host = { ...OFF, interruptChips: null };
  expect(complaints({ host })).toEqual(['HOST_INTERRUPTS_UNKNOWN viommus.0.devices']);
  expect(finding({ host })).toMatchObject({ state: 'unknown', blocks: [] });
  expect(complaints({ host: { ...host, parameters: ALLOWED } })).toEqual([]);
});

test('a child that vanishes with the controller that the spec takes does not count', () => {
  const address = HOST.functions[0]?.address ?? null;
  const child = pciFunction('10000:e1:00.0', { group: 1, driver: 'nvme', vmd: address });
  expect(complaints({ others: [child] }).filter((complaint) => !complaint.includes('VANISH'))).toEqual([]);
});
