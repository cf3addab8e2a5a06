import { describe, expect, it } from 'vitest';
import { known } from '../../src/assert.ts';
import { formatMachine } from '../../src/host/machine.ts';
import { observe } from '../../src/host/observe.ts';
import { type PciFunction, UNREAD_MACHINE } from '../../src/model/host.ts';
import { machineTree } from '../support/machine-trees.ts';
import { textTree } from '../support/text-tree.ts';

const host = observe(machineTree('rack'), { files: ['/dev/shm/guest0', '/dev/shm/missing', '/dev/shm/guest0'] });

function at(address: string): PciFunction {
  return known(
    host.functions.find((fn) => fn.address === address),
    address,
  );
}

describe('observing a machine', () => {
  it('sees everything that the captured rack server shows', async () => {
    await expect(formatMachine(host)).toMatchFileSnapshot('../fixtures/hosts/rack.machine.yaml');
  });

  it('reads the kernel and what matters of its modules', () => {
    expect(host.kernel.release).toBe('7.3.4');
    expect(host.kernel.commandLine).toBe('root=/dev/nvme0n1p2 intel_iommu=on,sm_on');
    expect(host.iommufd).toBe(true);
    expect(host.modules).toEqual(['iommufd', 'vfio', 'vfio_pci']);
  });

  it('lists units by number, and one without VT-d as such', () => {
    expect(host.units.map(({ name, version }) => [name, version])).toEqual([
      ['dmar0', '5:0'],
      ['dmar2', '5:0'],
      ['dmar10', null],
    ]);
    expect(host.units[0]).toMatchObject({ cap: 0xd9ed008c40780466n, ecap: 0x3efd9ea6f050dfn, domainsUsed: 3 });
    expect(host.units[1]).toMatchObject({ cap: 0n, domainsSupported: null });
  });

  it('decodes PASID, ATS and PRI from extended configuration space', () => {
    expect(at('0000:6a:01.0').capabilities).toEqual({
      pasid: { widthBits: 20, exec: true, privileged: true, enabled: true },
      ats: { queueDepth: 32, enabled: true },
      pri: { capacity: 512, enabled: true, responsePasid: false },
    });
  });

  it('calls capabilities unknown when only the header could be read', () => {
    expect(at('0000:6a:02.0').capabilities).toBe('unknown');
  });

  it('gives a VF the capabilities of its PF, but for ATS', () => {
    expect(at('0000:01:01.0').physicalFunction).toBe('0000:01:00.0');
    const pf = at('0000:01:00.0').capabilities;
    expect(pf).toMatchObject({
      pasid: { widthBits: 8, enabled: true },
      ats: { queueDepth: 32, enabled: true },
      pri: null,
    });
    expect(at('0000:01:01.0').capabilities).toEqual({ ...(pf as object), ats: { queueDepth: 16, enabled: false } });
    expect(at('0000:01:00.0')).toMatchObject({ virtualFunctions: ['0000:01:01.0'], totalVfs: 16 });
  });

  it('finds the bridge above, and whether the way up is conventional', () => {
    expect(at('0000:01:00.0').bridge).toEqual({ address: '0000:00:1c.0', kind: 'pcie' });
    expect(at('0000:03:00.0').bridge).toEqual({ address: '0000:02:00.0', kind: 'conventional' });
    expect(at('0000:6a:01.0').bridge).toBeNull();
  });

  it('reads what PASIDs need of the functions on their way', () => {
    expect(at('0000:6a:01.0').express).toEqual({ portType: 9, multiFunction: false, tlpPrefix: true, acs: null });
    expect(at('0000:00:1c.0').express).toEqual({
      portType: 4,
      multiFunction: false,
      tlpPrefix: true,
      acs: { capable: 0x1f, control: 0x1d },
    });
    expect(at('0000:01:00.0').express).toMatchObject({ multiFunction: true, acs: { capable: 0, control: 0 } });
    expect(at('0000:03:00.0').express).toBeNull();
    expect(at('0000:6a:02.0').express).toBe('unknown');
  });

  it('names what the machine does with its disks and interfaces', () => {
    expect(at('0000:04:00.0').uses).toEqual([
      { kind: 'mounted', disk: 'nvme0n1p2', mountPoint: '/' },
      { kind: 'held', disk: 'nvme0n1p3', holder: 'dm-0' },
      { kind: 'mounted', disk: 'nvme0n1p3', mountPoint: '/home old' },
      { kind: 'swap', disk: 'nvme0n1p4' },
    ]);
    expect(at('0000:00:17.0').uses).toEqual([{ kind: 'held', disk: 'sda', holder: 'dm-7' }]);
    expect(at('0000:01:00.0').uses).toEqual([{ kind: 'network', name: 'eth0', state: 'up' }]);
    expect(at('0000:01:01.0').uses).toEqual([]);
  });

  it('names who holds a device, once per process', () => {
    expect(host.holders).toEqual([
      { address: '0000:6a:02.0', through: 'device', pid: 4711, command: 'qemu-system-x86' },
    ]);
    expect(at('0000:6a:02.0')).toMatchObject({ vfioDevice: 'vfio3', driverOverride: 'vfio-pci', numaNode: null });
  });

  it('leaves out files that are missing', () => {
    expect(host.files).toEqual([{ path: '/dev/shm/guest0', sizeBytes: 8192n, allocatedBytes: null }]);
  });
});

describe('memory files', () => {
  it('are told from folders, links and device nodes, and from files that no folder can hold', () => {
    const tree = textTree('/dev/shm/guest0 =\n/dev/shm/link -> /dev/shm/guest0\n/dev/shm/sub/x =');
    const names = ['guest0', 'link', 'sub', 'later', 'none/x'].map((name) => `/dev/shm/${name}`);
    expect(observe(tree, { files: names }).notMemory).toEqual([
      { path: '/dev/shm/link', kind: 'link' },
      { path: '/dev/shm/none/x', kind: 'nowhere' },
      { path: '/dev/shm/sub', kind: 'folder' },
    ]);
  });
});

describe('who uses a device', () => {
  const disk = `/sys/bus/pci/devices/0000:00:04.0/vendor = 0x1b36
/sys/class/block/nvme0n1 -> /sys/devices/pci0000:00/0000:00:04.0/nvme/nvme0/nvme0n1
/sys/devices/pci0000:00/0000:00:04.0/nvme/nvme0/nvme0n1/dev = 259:0
/proc/77/comm = qemu-system-x86`;

  it('is told of a disk that a process has opened, and not of another file of its name', () => {
    const tree = textTree(`${disk}
/dev/nvme0n1 =
/home/nvme0n1 =
/proc/77/fd/3 -> /dev/nvme0n1
/proc/78/fd/3 -> /home/nvme0n1`);
    const uses = [{ kind: 'opened', file: 'disk', name: 'nvme0n1', command: 'qemu-system-x86', pid: 77 }];
    expect(observe(tree, { files: [] }).functions).toMatchObject([{ uses }]);
  });

  it('is looked for too while an unbind from vfio-pci waits for the holder, when only the override is left', () => {
    const tree = textTree(`${disk}
/sys/bus/pci/devices/0000:00:04.0/driver_override = vfio-pci
/dev/vfio/devices/vfio0 =
/proc/77/fd/9 -> /dev/vfio/devices/vfio0
/proc/77/fdinfo/9 = vfio-device-syspath: /sys/devices/pci0000:00/0000:00:04.0`);
    const holder = { address: '0000:00:04.0', through: 'device', pid: 77, command: 'qemu-system-x86' };
    expect(observe(tree, { files: [] }).holders).toEqual([holder]);
  });
});

describe('a hostile /sys', () => {
  it('that is empty gives an empty machine', () => {
    const { parameters, ...host } = observe(textTree(''), { files: ['/nope'] });
    const { parameters: _, ...unread } = UNREAD_MACHINE;
    expect(host).toEqual({
      ...unread,
      modprobe: [],
      kernel: { release: '', commandLine: '', bootId: '', config: null },
      iommufd: false,
      modules: [],
      units: [],
      functions: [],
      holders: [],
      files: [],
    });
    // Without a word about them, modules would be loaded with their defaults.
    expect(parameters.map(({ state, source }) => [state, source])).toEqual(
      parameters.map(() => ['configured', 'default']),
    );
  });

  it('with garbage everywhere gives nulls and zeros', () => {
    const base = '/sys/bus/pci/devices/0000:00:02.0';
    const garbage = ['vendor', 'device', 'class', 'numa_node', 'sriov_totalvfs', 'driver_override']
      .map((name) => `${base}/${name} = \u0000\ufffd not 0xa number\\n`)
      .join('\n');
    const tree = textTree(`${garbage}
${base}/iommu_group -> /sys/kernel/iommu_groups/many
${base}/physfn -> /sys/nothing
${base}/config # 4096 0=8680250b 34=fe 6=1000 100=1b000110 104=ffff
/sys/bus/pci/devices/not-an-address/vendor = 0x8086
/sys/bus/pci/devices/10000:e0:06.0/vendor = 0x8086`);
    const { functions } = observe(tree, { files: [] });
    expect(functions).toMatchObject([
      {
        address: '0000:00:02.0',
        vendor: 0,
        classCode: 0,
        group: null,
        numaNode: null,
        totalVfs: 0,
        virtualFunctions: [],
      },
      { address: '10000:e0:06.0', vendor: 0x8086 },
    ]);
  });

  it('with links in a loop ends', () => {
    const tree = textTree(`/sys/bus/pci/devices/0000:00:02.0 -> /sys/devices/a
/sys/devices/a -> /sys/devices/b
/sys/devices/b -> /sys/devices/a
/sys/class/block/md0/slaves/md1 =
/sys/class/block/md1/slaves/md0 =
/sys/class/block/md0/dev = 9:0
/proc/self/mountinfo = 20 1 9:0 / / rw - ext4 /dev/md0 rw`);
    expect(observe(tree, { files: [] }).functions).toMatchObject([{ bridge: null, uses: [] }]);
  });

  it('with ten thousand functions is read in a few seconds', () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => {
      const bus = (index >> 8).toString(16).padStart(2, '0');
      const device = ((index >> 3) & 0x1f).toString(16).padStart(2, '0');
      return `/sys/bus/pci/devices/0000:${bus}:${device}.${index & 7}/vendor = 0x8086`;
    });
    const tree = textTree(lines.join('\n'));
    const started = process.cpuUsage();
    expect(observe(tree, { files: [] }).functions).toHaveLength(10_000);
    expect(process.cpuUsage(started).user).toBeLessThan(5_000_000);
  });
});
