import { describe, expect, test } from 'vitest';
import { known } from '../../src/assert.ts';
import type { Finding } from '../../src/diagnostics/finding.ts';
import type { Host, ModuleParameter } from '../../src/model/host.ts';
import { EMPTY_LIVE } from '../../src/model/live.ts';
import { examine } from '../../src/preflight/examine.ts';
import { bdf, type Case, HOST, hostOf, pciFunction, SOURCES, specOf, viommuSpec } from './world.ts';

const FILE = '/sys/module/vfio_pci/parameters/disable_denylist';
const ASKED = { vfioPci: { disableDenylist: true, origin: { document: 0, path: ['vfioPci'] } } };

function withParameter(change: Partial<ModuleParameter>, more: Partial<Host> = {}): Partial<Host> {
  return {
    parameters: HOST.parameters.map((one) => (one.module === 'vfio_pci' ? { ...one, ...change } : one)),
    ...more,
  };
}

const LOADED = withParameter({ value: 'N', source: FILE });
const UNLOADED = withParameter({ value: 'N', source: 'default', state: 'configured' }, { modules: ['iommufd'] });

function told(changes: Case): readonly Finding[] {
  const live = { ...EMPTY_LIVE, ...changes.live };
  const backend = changes.backend ?? 'kernel';
  const input = { spec: specOf(changes), host: hostOf(changes), live, sources: SOURCES, backend };
  return examine(input).filter(({ check }) => check === 'denylist');
}

function only(changes: Case): Finding {
  const problems = told(changes).filter(({ state }) => state !== 'fine');
  expect(problems).toHaveLength(1);
  return known(problems[0], 'a finding');
}

function adviceOf(changes: Case): string {
  return only(changes).diagnostic?.advice ?? '';
}

describe('devices of the denylist', () => {
  test('are refused together, by name and id, with what a guest can do', () => {
    const finding = only({ host: LOADED, fn: { device: 0x0cfe } });
    expect(finding).toMatchObject({
      state: 'fatal',
      devices: ['dsa0', 'dsa1'],
      evidence: [{ source: FILE, value: 'N' }],
      fix: 'sudo modprobe -r vfio-pci && sudo modprobe vfio-pci disable_denylist=1',
      confirm: `cat ${FILE}`,
    });
    expect(finding.message).toContain('dsa0 (8086:0cfe) and dsa1 (8086:0b25): vfio-pci refuses them');
    expect(finding.message).toContain(
      'A guest with such a DSA or IAA can hang the host (INTEL-SA-01084, CVE-2024-21823).',
    );
  });

  test('have the risk of their own kind', () => {
    const functions = ['0000:6a:01.0', '0000:6a:02.0'].map((address) => pciFunction(address, { device: 0x37c9 }));
    const { message } = only({ host: { ...LOADED, functions } });
    expect(message).toContain('QuickAssist');
    expect(message).not.toContain('INTEL-SA-01084');
  });

  test.each<[string, Case]>([
    ['in a vIOMMU of QEMU', { viommu: { holder: 'qemu' } }],
    ['that are only taken', { spec: { viommus: [], bindings: [] } }],
    ['on a variant driver', { fn: { driver: 'qat_vfio_pci' } }],
    ['without driver', { fn: { driver: null } }],
  ])('are refused %s', (_, changes) => {
    expect(only({ ...changes, host: LOADED }).devices).toContain('dsa0');
  });

  test.each<[string, Case]>([
    ['the module is loaded with the parameter', {}],
    [
      'modprobe would load it so',
      { host: withParameter({ value: '1', state: 'configured' }, { modules: ['iommufd'] }) },
    ],
    ['the spec asks for it and the module is not loaded', { spec: ASKED, host: UNLOADED }],
    [
      'the spec asks for it and nothing is known of a module that is not loaded',
      {
        spec: ASKED,
        host: { parameters: [], modules: ['iommufd'] },
      },
    ],
  ])('are fine when %s', (_, changes) => {
    expect(told(changes).map(({ state }) => state)).toEqual(['fine']);
  });

  test('pass when they are on vfio-pci already, and nothing is said of other devices', () => {
    const functions = [
      pciFunction('0000:6a:01.0', { driver: 'vfio-pci' }),
      pciFunction('0000:6a:02.0', { device: 0x11fb }),
    ];
    expect(told({ host: { ...LOADED, functions } })).toEqual([]);
  });

  test('do not matter to mock devices', () => {
    expect(told({ host: LOADED, backend: 'selftest' })).toEqual([]);
  });
});

describe('the remedy', () => {
  test('is the spec, while the module is not loaded', () => {
    const finding = only({ host: UNLOADED });
    expect(finding.message).toContain('would be loaded with `disable_denylist=N` (its default');
    expect(finding.diagnostic?.location?.file).toBe('devices.0.address');
    expect(finding.fix).toBe('sudo modprobe vfio-pci disable_denylist=1');
    expect(adviceOf({ host: UNLOADED })).toContain('`vfioPci: { disableDenylist: true }`');
  });

  test('names the file that decides', () => {
    const host = withParameter({ value: '0', source: '/etc/modprobe.d/a.conf', state: 'configured' }, { modules: [] });
    expect(only({ host }).message).toContain('`disable_denylist=0` (/etc/modprobe.d/a.conf)');
  });

  test('is to load it anew, and names who loses it for that', () => {
    const others = [pciFunction('0000:7a:00.0', { driver: 'vfio-pci', group: 7 })];
    expect(adviceOf({ host: LOADED })).not.toContain('takes it from');
    const advice = adviceOf({ host: { ...LOADED, functions: [...HOST.functions, ...others] } });
    expect(advice).toContain('takes it from 1 device (0000:7a:00.0)');
  });

  test('begins with what pasidctl holds itself', () => {
    const handover = {
      ...{
        device: 'x',
        address: bdf('0000:7a:00.0'),
        formerDriver: null,
        formerOverride: null,
        release: 'keep' as const,
      },
    };
    expect(adviceOf({ host: LOADED, live: { handovers: [handover] } })).toContain('`pasidctl destroy`');
  });

  test('stands at the wish of the spec that comes too late', () => {
    const { diagnostic } = only({ host: LOADED, spec: ASKED });
    expect(diagnostic?.location?.file).toBe('vfioPci.disableDenylist');
  });

  test('is the command line where vfio-pci is built in', () => {
    const config = { ...HOST.kernel.config, CONFIG_VFIO_PCI: 'y' };
    const finding = only({ host: { ...LOADED, kernel: { ...HOST.kernel, config } } });
    expect(finding.diagnostic?.advice).toContain('`vfio_pci.disable_denylist=1` to the kernel command line');
    expect(finding.diagnostic?.advice).not.toContain('modprobe');
    expect(finding.fix).toBeNull();
  });
});

test('where the parameter is unknown, that is said once for all devices', () => {
  const finding = only({ host: { parameters: [] }, viommu: viommuSpec({ svm: false, deviceIotlb: false }) });
  expect(finding).toMatchObject({ state: 'unknown', devices: ['dsa0', 'dsa1'] });
  expect(finding.diagnostic).toMatchObject({ code: 'HOST_DENYLIST_UNKNOWN', severity: 'warning' });
});
