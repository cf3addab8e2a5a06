import { describe, expect, test } from 'vitest';
import type { FirmwareFacts, Host } from '../../src/model/host.ts';
import { EMPTY_LIVE } from '../../src/model/live.ts';
import { examine } from '../../src/preflight/examine.ts';
import { HOST, hostOf, pciFunction, SOURCES, SPEC } from './world.ts';

const HOST_BRIDGE = { intel: 0x8086, amd: 0x1022 };

interface Machine {
  readonly tables?: readonly string[] | null;
  readonly flags?: number | null;
  readonly hypervisor?: string;
  readonly commandLine?: string;
  readonly release?: string;
  readonly config?: Record<string, string>;
  readonly vendor?: number;
}

function finding({ tables = [], flags = null, hypervisor, vendor, ...kernel }: Machine) {
  const firmware: FirmwareFacts = { tables, dmarFlags: flags, hypervisor: hypervisor ?? null };
  const root = pciFunction('0000:00:00.0', { vendor: vendor ?? HOST_BRIDGE.intel, classCode: 0x06_0000, driver: null });
  const host: Host = {
    ...hostOf({ others: [root] }),
    kernel: { ...HOST.kernel, commandLine: '', config: null, ...kernel },
    units: [],
    firmware,
  };
  const found = examine({ spec: SPEC, host, live: EMPTY_LIVE, sources: SOURCES, backend: 'kernel' });
  const fatal = found.filter(({ state }) => state === 'fatal');
  expect(fatal.map(({ diagnostic }) => diagnostic?.code)).toEqual(['HOST_IOMMU_OFF']);
  return { why: fatal[0]?.message ?? '', advice: fatal[0]?.diagnostic?.advice ?? '', evidence: fatal[0]?.evidence };
}

describe('no IOMMU, and whose settings to change', () => {
  test('an Intel host without DMAR: the firmware', () => {
    const { why, advice, evidence } = finding({ commandLine: 'intel_iommu=on,sm_on' });
    expect(why).toContain('VT-d is off in the firmware: there is no DMAR table');
    expect(advice).toContain('firmware');
    expect(evidence).toContainEqual({ source: '/sys/firmware/acpi/tables', value: 'no DMAR, IVRS or IORT' });
  });

  test('an Intel host without DMAR that is off on the command line too: both', () => {
    expect(finding({ commandLine: 'intel_iommu=on intel_iommu=off' }).why).toContain('`intel_iommu=off` besides');
  });

  test.each<[string, Machine, string, string]>([
    ['nothing said', {}, 'leaves it off without `intel_iommu=on`', 'intel_iommu=on,sm_on'],
    ['intel_iommu=off', { commandLine: 'intel_iommu=on,off' }, '`intel_iommu=on,off`', 'without `intel_iommu=on,off`'],
    ['iommu=off', { commandLine: 'iommu=off intel_iommu=on' }, '`iommu=off`', 'without `iommu=off`'],
    ['iommu=pt,off', { commandLine: 'iommu=pt,off iommu=nopt' }, '`iommu=pt,off`', 'without `iommu=pt,off`'],
    ['iommu=pt, which switches nothing off', { commandLine: 'iommu=pt intel_iommu=on' }, 'did not start', 'dmesg'],
    ['a kernel without VT-d', { config: { CONFIG_INTEL_IOMMU: 'n' } }, 'built without it', 'CONFIG_INTEL_IOMMU'],
    ['a kernel with VT-d on by default', { config: { CONFIG_INTEL_IOMMU_DEFAULT_ON: 'y' } }, 'did not start', 'dmesg'],
    ['a firmware that opts out', { flags: 9, commandLine: 'intel_iommu=on' }, 'REMAP_OPT_OUT', 'firmware'],
    [
      'that flag on a kernel that does not know it',
      { flags: 9, release: '7.2.12' },
      'without `intel_iommu=on`',
      'Boot',
    ],
  ])('a host with DMAR: %s', (_, machine, why, advice) => {
    const found = finding({ tables: ['DMAR'], ...machine });
    expect(found.why).toContain(why);
    expect(found.advice).toContain(advice);
  });

  test('a guest without a table: its hypervisor, first', () => {
    const { why, advice } = finding({ hypervisor: 'QEMU Standard PC', commandLine: 'intel_iommu=off' });
    expect(why).toContain('guest of QEMU Standard PC');
    expect(advice).toMatch(/^Give this guest a vIOMMU/);
  });

  test('a guest with a table: its own kernel', () => {
    expect(finding({ hypervisor: 'QEMU', tables: ['DMAR'] }).advice).toContain('intel_iommu=on,sm_on');
  });

  test.each<[string, Machine]>([
    ['by its table', { tables: ['IVRS'], commandLine: 'amd_iommu=off' }],
    ['by its host bridge', { vendor: HOST_BRIDGE.amd }],
  ])('an AMD host is told so, and never to boot with words of Intel: %s', (_, machine) => {
    const { why, advice } = finding(machine);
    expect(why).toContain('AMD');
    expect(advice).toContain('7.3 still attaches no PASID');
    expect(why + advice).not.toContain('sm_on');
  });

  test('an Arm host too', () => {
    const { why, advice } = finding({ tables: ['IORT'], vendor: 0x1234 });
    expect(why).toContain('Arm');
    expect(why + advice).not.toContain('sm_on');
  });

  test('where the tables could not be listed, the command line alone tells', () => {
    expect(finding({ tables: null, commandLine: 'intel_iommu=off' }).why).toContain('`intel_iommu=off`');
    expect(finding({ tables: null }).why).toContain('VT-d is off in the firmware, or the kernel needs');
  });

  test('a host of an unknown maker', () => {
    expect(finding({ vendor: 0x1234 }).why).toContain('none of the tables DMAR, IVRS and IORT');
  });
});
