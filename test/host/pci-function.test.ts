import { describe, expect, test } from 'vitest';
import { observe } from '../../src/host/observe.ts';
import type { Host, PciFunction } from '../../src/model/host.ts';
import { textTree } from '../support/text-tree.ts';
import { uses } from '../support/uses.ts';

/** As Linux shows a VMD controller with a disk behind a root port. */
const VMD = `/sys/bus/pci/devices/0000:d7:05.5 -> /sys/devices/pci0000:d7/0000:d7:05.5
/sys/devices/pci0000:d7/0000:d7:05.5/vendor = 0x8086
/sys/bus/pci/devices/10000:00:02.0 -> /sys/devices/pci0000:d7/0000:d7:05.5/pci10000:00/10000:00:02.0
/sys/devices/pci0000:d7/0000:d7:05.5/pci10000:00/10000:00:02.0/class = 0x060400
/sys/devices/pci0000:d7/0000:d7:05.5/pci10000:00/10000:00:02.0/current_link_speed = 8.0 GT/s PCIe
/sys/bus/pci/devices/10000:01:00.0 -> /sys/devices/pci0000:d7/0000:d7:05.5/pci10000:00/10000:00:02.0/10000:01:00.0
/sys/devices/pci0000:d7/0000:d7:05.5/pci10000:00/10000:00:02.0/10000:01:00.0/vendor = 0x144d
/sys/bus/pci/devices/100000:01:00.0/vendor = 0x144d
/sys/bus/pci/devices/00001:01:00.0/vendor = 0x144d
/sys/class/block/nvme1n1 -> /sys/devices/pci0000:d7/0000:d7:05.5/pci10000:00/10000:00:02.0/10000:01:00.0/nvme/nvme1/nvme1n1
/sys/devices/pci0000:d7/0000:d7:05.5/pci10000:00/10000:00:02.0/10000:01:00.0/nvme/nvme1/nvme1n1/dev = 259:1
/proc/self/mountinfo = 40 1 259:1 / /srv rw shared:1 - ext4 /dev/nvme1n1 rw`;

function functionsOf(text: string): Host['functions'] {
  return observe(textTree(text), { files: [] }).functions;
}

describe('functions below a VMD controller', () => {
  test('are listed with their controller, which is no bridge of theirs; names of other forms are left out', () => {
    const shown = functionsOf(VMD).map(({ address, vmd, bridge }) => [address, vmd, bridge]);
    expect(shown).toEqual([
      ['0000:d7:05.5', null, null],
      ['10000:00:02.0', '0000:d7:05.5', null],
      ['10000:01:00.0', '0000:d7:05.5', { address: '10000:00:02.0', kind: 'pcie' }],
    ]);
  });

  test('have their uses, and not the controller', () => {
    expect(functionsOf(VMD).map((fn) => fn.uses)).toEqual([[], [], uses('disk nvme1n1 mounted at /srv')]);
  });
});

describe('a PF tells where its VFs are', () => {
  const base = '/sys/bus/pci/devices/0000:6b:00.0';
  test.each<[string, string, PciFunction['vfPlaces']]>([
    ['all', 'sriov_offset = 1\nsriov_stride = 2\nsriov_vf_device = 4941', { offset: 1, stride: 2, device: 0x4941 }],
    ['without the id', 'sriov_offset = 1\nsriov_stride = 2', { offset: 1, stride: 2, device: null }],
    [
      'an id of nonsense',
      'sriov_offset = 1\nsriov_stride = 2\nsriov_vf_device = 123456',
      { offset: 1, stride: 2, device: null },
    ],
    ['no stride', 'sriov_offset = 1', null],
    ['nonsense', 'sriov_offset = -1\nsriov_stride = x', null],
    ['more than a requester id holds', 'sriov_offset = 65536\nsriov_stride = 1', null],
    ['nothing', '', null],
  ])('%s', (_, attributes, vfPlaces) => {
    const lines = ['vendor = 0x8086', 'sriov_totalvfs = 16', ...attributes.split('\n')].map(
      (line) => `${base}/${line}`,
    );
    expect(functionsOf(lines.join('\n'))).toMatchObject([{ totalVfs: 16, vfPlaces }]);
  });

  test('a function without VFs has no such place, whatever else stands there', () => {
    const text = `${base}/vendor = 0x8086\n${base}/sriov_offset = 1\n${base}/sriov_stride = 1`;
    expect(functionsOf(text)).toMatchObject([{ totalVfs: 0, vfPlaces: null }]);
  });
});
