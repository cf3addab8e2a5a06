import { describe, expect, it } from 'vitest';
import { known } from '../../src/assert.ts';
import { observe } from '../../src/host/observe.ts';
import { MOCK_UNIT, selftestHost } from '../../src/host/selftest-host.ts';
import { parseBdf } from '../../src/model/bdf.ts';
import { EMPTY_SPEC } from '../../src/model/spec.ts';
import { machineTree } from '../support/machine-trees.ts';

const observed = observe(machineTree('rack'), { files: ['/dev/shm/guest0'] });
const device = (name: string, address: string) => ({
  name,
  address: known(parseBdf(address), address),
  expect: { vendor: null, device: 0x0b25 },
  release: 'restore' as const,
  origin: { document: 0, path: [] },
});

describe('the machine of mocks', () => {
  const host = selftestHost({ ...EMPTY_SPEC, devices: [device('b', '6a:02.0'), device('a', '6a:01.0')] }, observed);

  it('has every device of the spec, on vfio-pci, in a group of its own, with 20-bit PASIDs', () => {
    expect(host.functions.map(({ address }) => address)).toEqual(['0000:6a:01.0', '0000:6a:02.0']);
    expect(new Set(host.functions.map(({ group }) => group)).size).toBe(2);
    for (const fn of host.functions) {
      expect(fn).toMatchObject({ driver: 'vfio-pci', unit: MOCK_UNIT, device: 0x0b25, vfioDevice: null });
      expect(fn.capabilities).toMatchObject({ pasid: { widthBits: 20 } });
    }
  });

  it('has one unit that is not VT-d, and nothing left to load', () => {
    expect(host.units).toMatchObject([{ name: MOCK_UNIT, version: null }]);
    expect(host.modules).toContain('vfio_pci');
    expect(host.holders).toEqual([]);
  });

  it('keeps what is real', () => {
    expect(host.kernel).toEqual(observed.kernel);
    expect(host.files).toEqual([{ path: '/dev/shm/guest0', sizeBytes: 8192n, allocatedBytes: null }]);
  });
});
