import { describe, expect, test } from 'vitest';
import type { PciFunction } from '../../src/model/host.ts';
import { EMPTY_LIVE } from '../../src/model/live.ts';
import type { Spec } from '../../src/model/spec.ts';
import { examine } from '../../src/preflight/examine.ts';
import { uses } from '../support/uses.ts';
import { bdf, type Case, complaints, deviceSpec, hostOf, pciFunction, SOURCES, SPEC, specOf } from './world.ts';

const VMD = '0000:d7:05.5';
const CONTROLLER: Partial<PciFunction> = { device: 0x201d, classCode: 0x01_0400, driver: 'vmd' };

function disk(changes: Partial<PciFunction> = {}): PciFunction {
  const identity = { vendor: 0x144d, device: 0xa808, classCode: 0x01_0802, driver: 'nvme', group: 1 };
  return pciFunction('10000:01:00.0', { ...identity, vmd: bdf(VMD), ...changes });
}

/** The spec takes what is at that address, without vIOMMUs. */
function taking(address: string): Partial<Spec> {
  return {
    devices: [deviceSpec(0, { address: bdf(address), expect: { vendor: null, device: null } })],
    viommus: [],
    bindings: [],
  };
}

describe('a function below a VMD controller', () => {
  const devices = [deviceSpec(0, { address: bdf('10000:01:00.0'), expect: { vendor: null, device: null } })];

  test.each([
    ['alone', taking('10000:01:00.0')],
    ['with a binding', { ...SPEC, devices: [...devices, deviceSpec(1)] }],
  ])('is refused by the name of its controller, %s', (_, spec) => {
    const changes: Case = { spec, others: [pciFunction(VMD, CONTROLLER), disk()] };
    expect(complaints(changes)).toEqual(['HOST_VMD_CHILD devices.0.address']);
    const findings = examine({
      ...{ spec: specOf(changes), host: hostOf(changes), live: EMPTY_LIVE, sources: SOURCES, backend: 'kernel' },
    });
    const fatal = findings.filter(({ state }) => state === 'fatal');
    expect(fatal).toHaveLength(1);
    expect(fatal[0]?.message).toContain(VMD);
    expect(findings).toContainEqual(
      expect.objectContaining({ check: 'group-viable', state: 'skipped', because: 'vmd-child' }),
    );
  });

  test('is refused by its segment where the controller cannot be seen', () => {
    expect(complaints({ spec: taking('10000:01:00.0'), others: [disk({ vmd: null })] })).toEqual([
      'HOST_VMD_CHILD devices.0.address',
    ]);
  });
});

describe('taking a VMD controller', () => {
  const spec = taking(VMD);
  const controller = pciFunction(VMD, CONTROLLER);

  test.each<[string, readonly PciFunction[], readonly string[]]>([
    ['below which the host uses a disk', [disk({ uses: uses('disk nvme1n1 mounted at /srv') })], ['HOST_VMD_IN_USE']],
    ['below which nothing is used', [disk()], ['HOST_VMD_CHILDREN_VANISH']],
    ['below which nothing is', [], []],
    ['that is no controller of these functions', [disk({ vmd: bdf('0000:d7:05.6') })], []],
  ])('%s', (_, children, codes) => {
    expect(complaints({ spec, others: [controller, ...children] })).toEqual(
      codes.map((code) => `${code} devices.0.address`),
    );
  });

  test('names what vanishes, and is silent once it is on vfio-pci', () => {
    const phrases = ['disk nvme1n1 mounted at /srv', 'disk nvme1n1p2 used as swap'];
    const changes: Case = { spec, others: [controller, disk({ uses: uses(...phrases) })] };
    const findings = examine({
      ...{ spec: specOf(changes), host: hostOf(changes), live: EMPTY_LIVE, sources: SOURCES, backend: 'kernel' },
    });
    const message = findings.find(({ check }) => check === 'vmd-children')?.message ?? '';
    for (const word of ['10000:01:00.0', ...phrases]) expect(message).toContain(word);
    expect(complaints({ spec, others: [{ ...controller, driver: 'vfio-pci' }] })).toEqual([]);
  });
});
