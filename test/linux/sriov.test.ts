import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerToNumvfs, vfAddress, vfPlaceOf } from '../../src/linux/sriov.ts';
import type { ModuleParameter, PciFunction } from '../../src/model/host.ts';
import { bdf, pciFunction } from '../preflight/world.ts';

const PF = pciFunction('0000:6b:00.0', {
  driver: '4xxx',
  totalVfs: 16,
  vfPlaces: { offset: 1, stride: 1, device: 0x4941 },
});

function placedAt(offset: number, stride: number, changes: Partial<PciFunction> = {}): PciFunction {
  return { ...PF, vfPlaces: { offset, stride, device: null }, ...changes };
}

describe('where VFs are', () => {
  test.each<[string, PciFunction, number, string | null]>([
    ['the next function', PF, 0, '0000:6b:00.1'],
    ['the next device, after eight functions', PF, 7, '0000:6b:01.0'],
    ['the next bus, by a large offset', placedAt(256, 1), 3, '0000:6c:00.3'],
    ['every second one', placedAt(8, 2), 2, '0000:6b:01.4'],
    ['nowhere that is known, when the PF does not tell', { ...PF, vfPlaces: null }, 0, null],
    ['nowhere that is known, when the offset shows only with VFs', placedAt(0, 0), 0, null],
    ['nowhere after the last bus', placedAt(0xffff, 1), 0, null],
    ['in the segment of a PF with five digits', { ...PF, address: bdf('10000:01:00.0') }, 0, '10000:01:00.1'],
  ])('%s', (_, pf, index, address) => {
    expect(vfAddress(pf, index)).toBe(address);
  });

  test('an address is the VF whose address it is, for any offset and stride', () => {
    const places = fc.record({ offset: fc.integer({ min: 1, max: 400 }), stride: fc.integer({ min: 1, max: 300 }) });
    fc.assert(
      fc.property(places, fc.nat(15), ({ offset, stride }, index) => {
        const pf = placedAt(offset, stride);
        const address = vfAddress(pf, index);
        fc.pre(address !== null);
        expect(address === null ? null : vfPlaceOf(address, [pf])).toEqual({ pf, index, known: true });
      }),
    );
  });

  test('the PF that tells wins; a guess is the nearest PF before the address, within its VFs and its segment', () => {
    const silent = { ...PF, vfPlaces: null };
    const nearer = { ...silent, address: bdf('0000:6b:01.0') };
    expect(vfPlaceOf(bdf('0000:6b:00.2'), [silent])).toEqual({ pf: silent, index: 1, known: false });
    expect(vfPlaceOf(bdf('0000:6b:01.1'), [silent, nearer])).toEqual({ pf: nearer, index: 0, known: false });
    expect(vfPlaceOf(bdf('0000:6b:01.1'), [nearer, PF])).toEqual({ pf: PF, index: 8, known: true });
    for (const none of ['0000:6b:02.1', '0000:6a:1f.7', '0001:6b:00.1', '10000:6b:00.1']) {
      expect(vfPlaceOf(bdf(none), [silent]), none).toBeNull();
    }
    expect(vfPlaceOf(bdf('0000:6b:00.1'), [pciFunction('0000:6b:00.0')])).toBeNull();
    expect(vfPlaceOf(bdf('0000:6b:00.2'), [placedAt(1, 2)])).toBeNull();
  });
});

describe('what a write of sriov_numvfs is answered', () => {
  const enabled: ModuleParameter = {
    ...{ module: 'vfio_pci', name: 'enable_sriov', value: 'Y', source: '/sys/module/vfio_pci', state: 'effective' },
  };
  const two = [bdf('0000:6b:00.1'), bdf('0000:6b:00.2')];
  test.each<[string, Partial<PciFunction>, number, readonly ModuleParameter[], string]>([
    ['made', {}, 16, [], 'OK'],
    ['nothing to do', { virtualFunctions: two }, 2, [], 'OK'],
    ['nothing to do, whatever the driver can', { virtualFunctions: two, driver: 'idxd' }, 2, [], 'OK'],
    ['more than there can be', {}, 17, [], 'ERANGE'],
    ['more than there can be, whatever the driver can', { driver: null }, 17, [], 'ERANGE'],
    ['no driver', { driver: null }, 1, [], 'ENOENT'],
    ['a driver without VFs', { driver: 'idxd' }, 1, [], 'ENOENT'],
    ['a root port', { driver: 'pcieport' }, 1, [], 'ENOENT'],
    ['vfio-pci', { driver: 'vfio-pci' }, 1, [], 'ENOENT'],
    ['vfio-pci that may', { driver: 'vfio-pci' }, 1, [enabled], 'OK'],
    ['vfio-pci that may not', { driver: 'vfio-pci' }, 1, [{ ...enabled, value: 'N' }], 'ENOENT'],
    ['another number', { virtualFunctions: two }, 3, [], 'EBUSY'],
    ['removed', { virtualFunctions: two }, 0, [], 'OK'],
    ['removed by a driver without VFs', { virtualFunctions: two, driver: null }, 0, [], 'ENOENT'],
  ])('%s', (_, changes, count, parameters, answer) => {
    expect(answerToNumvfs({ ...PF, ...changes }, count, parameters)).toBe(answer);
  });
});
