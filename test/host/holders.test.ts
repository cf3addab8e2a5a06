import { describe, expect, it } from 'vitest';
import { parseHeldDevice } from '../../src/host/holders.ts';
import { observe } from '../../src/host/observe.ts';
import type { DeviceHolder } from '../../src/model/host.ts';
import { textTree } from '../support/text-tree.ts';

describe('fdinfo', () => {
  it('of a vfio device names it', () => {
    expect(parseHeldDevice('pos:\t0\nvfio-device-syspath: /sys/devices/pci0000:00/0000:00:02.0\n')).toBe(
      '0000:00:02.0',
    );
  });

  it('of a vfio device that is no PCI function names nothing', () => {
    expect(parseHeldDevice('vfio-device-syspath: /sys/devices/platform/x\n')).toBeNull();
  });

  it('of anything else, or of an older kernel, is silent', () => {
    expect(parseHeldDevice('pos:\t0\n')).toBe('silent');
  });
});

/** Two functions of group 4 and one of group 5 on vfio-pci, and one of group 4 that is not. */
const MACHINE = ['01.0 4 0', '01.1 4 1', '02.0 5 2']
  .map((row) => {
    const [place, group, vfio] = row.split(' ');
    const base = `/sys/bus/pci/devices/0000:6a:${place}`;
    return `${base}/vendor = 0x8086
${base}/driver -> /sys/bus/pci/drivers/vfio-pci
${base}/iommu_group -> /sys/kernel/iommu_groups/${group}
${base}/vfio-dev/vfio${vfio}/dev = 511:${vfio}
/sys/class/vfio/${group}/dev = 510:${group}`;
  })
  .join('\n');
const OTHER = '/sys/bus/pci/devices/0000:6a:03.0';
const NEIGHBOUR = `${OTHER}/vendor = 0x8086\n${OTHER}/iommu_group -> /sys/kernel/iommu_groups/4`;

function holders(...lines: readonly string[]): readonly string[] {
  const tree = textTree([MACHINE, NEIGHBOUR, '/proc/77/comm = qemu', ...lines].join('\n'));
  return observe(tree, { files: [] }).holders.map(words);
}

function words({ address, through, pid, command }: DeviceHolder): string {
  return `${address} ${through} ${command} ${pid}`;
}

describe('who holds a vfio device', () => {
  it('is told by fdinfo since 6.18, whatever the link says', () => {
    const fdinfo = '/proc/77/fdinfo/9 = pos:\\t0\\nvfio-device-syspath: /sys/devices/pci0000:6a/0000:6a:02.0';
    for (const link of ['anon_inode:[vfio-device]', '/dev/vfio/devices/vfio0', '/srv/vfio9']) {
      expect(holders(`/proc/77/fd/9 -> ${link}`, fdinfo)).toEqual(
        link.startsWith('/srv') ? [] : ['0000:6a:02.0 device qemu 77'],
      );
    }
  });

  it('is told by the number of the device file, since a container may have it under another name', () => {
    expect(holders('/proc/77/fd/9 -> /dev/vfio/devices/vfio0', '/dev/vfio/devices/vfio0 = char 511:2')).toEqual([
      '0000:6a:02.0 device qemu 77',
    ]);
    expect(holders('/proc/77/fd/9 -> /dev/mine', '/dev/mine = char 511:1')).toEqual(['0000:6a:01.1 device qemu 77']);
  });

  it('is told by the name where the number cannot be read', () => {
    expect(holders('/proc/77/fd/9 -> /dev/vfio/devices/vfio1')).toEqual(['0000:6a:01.1 device qemu 77']);
  });

  it.each(['/dev/vfio/4', '/dev/vfio/noiommu-4'])('is told by the file %s, for all of the group on vfio', (file) => {
    const held = ['0000:6a:01.0 group qemu 77', '0000:6a:01.1 group qemu 77'];
    expect(holders(`/proc/77/fd/9 -> ${file}`)).toEqual(held);
    // The device that was opened through it is one of them.
    expect(holders(`/proc/77/fd/9 -> ${file}`, '/proc/77/fd/10 -> anon_inode:[vfio-device]')).toEqual(held);
  });

  it.each(['/run/host', '/var/lib/docker/overlay2/9f/merged'])(
    'is told by the name below another /dev: %s',
    (prefix) => {
      const group = ['0000:6a:01.0 group qemu 77', '0000:6a:01.1 group qemu 77'];
      expect(holders(`/proc/77/fd/9 -> ${prefix}/dev/vfio/4`)).toEqual(group);
      expect(holders(`/proc/77/fd/9 -> ${prefix}/dev/vfio/devices/vfio1`)).toEqual(['0000:6a:01.1 device qemu 77']);
    },
  );

  it('is told by the number of the file of a group', () => {
    expect(holders('/proc/77/fd/9 -> /dev/vfio/9', '/dev/vfio/9 = char 510:5')).toEqual(['0000:6a:02.0 group qemu 77']);
  });

  it('stays unclear with an anonymous file alone', () => {
    expect(holders('/proc/77/fd/10 -> anon_inode:[vfio-device]')).toEqual(['null device qemu 77']);
  });

  it('stays unclear for a device whose unbind waits for the process', () => {
    expect(holders('/proc/77/fd/10 -> /dev/vfio/devices/vfio8')).toEqual(['null device qemu 77']);
  });

  it('is nobody who has only the container, iommufd, or a device that is no function', () => {
    const mdev = '/proc/77/fdinfo/10 = vfio-device-syspath: /sys/devices/pci0000:00/0000:00:02.0/83b8f4f2-509f';
    expect(
      holders(
        '/proc/77/fd/8 -> /dev/vfio/vfio',
        '/proc/77/fd/9 -> /dev/iommu',
        '/proc/77/fd/10 -> anon_inode:[vfio-device]',
        mdev,
        '/proc/77/fd/11 -> anon_inode:[iommufd-pgfault]',
      ),
    ).toEqual([]);
  });

  it('is listed once per process and device', () => {
    expect(
      holders(
        '/proc/77/fd/9 -> /dev/vfio/devices/vfio0',
        '/proc/77/fd/10 -> /dev/vfio/devices/vfio0',
        '/proc/78/fd/9 -> /dev/vfio/devices/vfio0',
      ),
    ).toEqual(['0000:6a:01.0 device qemu 77', '0000:6a:01.0 device a process 78']);
  });
});

describe('the cdev of a function on a vfio driver', () => {
  const base = '/sys/bus/pci/devices/0000:6a:01.0';

  it.each([
    ['is named when its file is there', '/vfio-dev/vfio3/dev = 511:3\n/dev/vfio/devices/vfio3 =', 'vfio3', null],
    ['lacks a kernel with cdevs when vfioN has no dev', '/vfio-dev/vfio3/power/control = on', null, 'cdev'],
    ['lacks a node that nobody made', '/vfio-dev/vfio3/dev = 511:3', 'vfio3', 'node'],
    ['is none without an IOMMU', '/vfio-dev/noiommu-vfio3/dev = 511:3', null, null],
  ])('%s', (_, files, vfioDevice, vfioLacks) => {
    expect(observe(textTree(`${base}${files}`), { files: [] }).functions).toMatchObject([{ vfioDevice, vfioLacks }]);
  });
});
