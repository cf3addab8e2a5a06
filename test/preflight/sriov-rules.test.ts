import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/diagnostics/finding.ts';
import type { PciFunction } from '../../src/model/host.ts';
import { EMPTY_LIVE } from '../../src/model/live.ts';
import { NO_SOURCES } from '../../src/model/source.ts';
import { EMPTY_SPEC, type PhysicalFunctionSpec } from '../../src/model/spec.ts';
import { examine } from '../../src/preflight/examine.ts';
import { bdf, deviceSpec, HOST, hostOf, pciFunction, SOURCES, SPEC, specOf } from './world.ts';

const NUMVFS = '/sys/bus/pci/devices/0000:6b:00.0/sriov_numvfs';
const PF = pciFunction('0000:6b:00.0', {
  ...{ device: 0x4940, driver: '4xxx', totalVfs: 16, vfPlaces: { offset: 1, stride: 1, device: 0x4941 } },
});

/** What is said of dsa0 at that address. */
function presence(address: string, pf: Partial<PciFunction> = {}, others: readonly PciFunction[] = []): Finding[] {
  const devices = [deviceSpec(0, { address: bdf(address) }), deviceSpec(1)];
  return examine({
    spec: specOf({ spec: { devices } }),
    host: hostOf({ others: [{ ...PF, ...pf }, ...others] }),
    live: EMPTY_LIVE,
    sources: SOURCES,
    backend: 'kernel',
  }).filter(({ devices: names, state }) => names.includes('dsa0') && state !== 'skipped' && state !== 'fine');
}

describe('a device that is not there', () => {
  test('is a VF that was not made: the PF by name, its count, and what to write', () => {
    const [finding, ...others] = presence('0000:6b:00.3');
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      ...{ check: 'device-present', state: 'fatal', diagnostic: { code: 'HOST_VF_NOT_MADE' } },
      evidence: [{ source: NUMVFS, value: '0' }, { value: '16' }],
      fix: `sudo sh -c 'echo 3 > ${NUMVFS}'`,
      confirm: 'ls -d /sys/bus/pci/devices/0000:6b:00.3',
    });
    expect(finding?.message).toContain('VF 2 of the PF 0000:6b:00.0 (8086:4940, driver 4xxx)');
  });

  test('may be a VF of a PF that does not tell where its VFs are, unless the card is found elsewhere', () => {
    const device = { device: 0x4941, vfPlaces: null };
    expect(presence('0000:6b:00.1', { vfPlaces: null, totalVfs: 4 })[0]?.diagnostic?.code).toBe('HOST_DEVICE_MISSING');
    const devices = [deviceSpec(0, { address: bdf('0000:6b:00.1'), expect: { vendor: null, device: null } })];
    const found = examine({
      ...{
        spec: { ...SPEC, devices, viommus: [], bindings: [] },
        host: { ...HOST, functions: [{ ...PF, ...device }] },
      },
      ...{ live: EMPTY_LIVE, sources: SOURCES, backend: 'kernel' },
    });
    expect(found.find(({ state }) => state === 'fatal')).toMatchObject({
      ...{ diagnostic: { code: 'HOST_VF_NOT_MADE' }, fix: `sudo sh -c 'echo 1 > ${NUMVFS}'` },
    });
  });

  test('is told by way of 0 when the PF has other VFs', () => {
    const virtualFunctions = [bdf('0000:6b:00.1')];
    const [finding] = presence('0000:6b:00.2', { virtualFunctions }, [pciFunction('0000:6b:00.1')]);
    expect(finding?.fix).toBe(`sudo sh -c 'echo 0 > ${NUMVFS} && echo 2 > ${NUMVFS}'`);
    expect(finding?.evidence[0]).toEqual({ source: NUMVFS, value: '1' });
  });

  test.each([null, 'idxd', 'vfio-pci'])('is not mended by a write when the driver of the PF is %s', (driver) => {
    const [finding] = presence('0000:6b:00.1', { driver });
    expect(finding).toMatchObject({ diagnostic: { code: 'HOST_VF_NOT_MADE' }, fix: null });
    expect(finding?.message).toContain('ENOENT');
  });

  test('is simply missing where no PF can have a VF', () => {
    expect(presence('0000:6b:02.1')[0]?.diagnostic?.code).toBe('HOST_DEVICE_MISSING');
    expect(presence('0000:6b:00.1', { totalVfs: 0, vfPlaces: null })[0]?.diagnostic?.code).toBe('HOST_DEVICE_MISSING');
  });
});

describe('a place of a declared VF that is taken', () => {
  const maker = (address: string, index: number): PhysicalFunctionSpec => ({
    ...{ name: `pf${index}`, address: bdf(address), expect: { vendor: null, device: null }, virtualFunctions: 2 },
    origin: { document: 0, path: ['devices', index] },
  });
  const far = { ...PF, vfPlaces: { offset: 0x100, stride: 1, device: 0x4941 } };
  const refusals = (makers: readonly PhysicalFunctionSpec[], functions: readonly PciFunction[]): Finding[] =>
    examine({
      ...{ spec: { ...EMPTY_SPEC, physicalFunctions: makers }, live: EMPTY_LIVE, sources: NO_SOURCES, backend: 'sim' },
      host: { ...HOST, functions },
    }).filter(({ state }) => state === 'fatal');

  test('by another card names both functions, and how many VFs there can be', () => {
    const nvme = pciFunction('0000:6c:00.1', { vendor: 0x144d, device: 0xa824, driver: 'nvme', group: 70 });
    expect(refusals([maker('0000:6b:00.0', 0)], [far, nvme])).toMatchObject([
      {
        check: 'vfs-can-be-made',
        diagnostic: {
          code: 'HOST_VF_PLACE_TAKEN',
          message:
            'pf0: VF 1 of 0000:6b:00.0 would be 0000:6c:00.1, where there is another function already (144d:a824, driver nvme).',
          advice: 'Lower `virtualFunctions` to 1 or less, or move one of the two cards.',
        },
      },
    ]);
  });

  test('by a VF of another PF of the spec', () => {
    const near = {
      ...PF,
      address: bdf('0000:6b:00.4'),
      group: 71,
      vfPlaces: { offset: 0xfd, stride: 1, device: 0x4941 },
    };
    const [found, ...more] = refusals([maker('0000:6b:00.0', 0), maker('0000:6b:00.4', 1)], [far, near]);
    expect(more).toEqual([]);
    expect(found?.message).toBe(
      'pf1: VF 0 of 0000:6b:00.4 would be 0000:6c:00.1, where there is another function already (8086:4941, driver none, a VF of 0000:6b:00.0).',
    );
  });
});
