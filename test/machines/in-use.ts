/** Devices that somebody uses or holds, and the groups that they share. */

import { configBytes } from '../support/config-bytes.ts';
import { type MachineTree, SOUND_CONFIG } from '../support/machine-tree.ts';
import { binding, type MachineCase, taking } from './machine-case.ts';
import { ENDPOINT, SHARING, withDsa, withEndpoint } from './parts.ts';

const DSA = '/sys/devices/pci0000:6a/0000:6a:01.0';
const CARD = taking('0000:6b:00.0');
const FINE = { exit: 0, codes: [], words: [] } as const;
const IN_USE = ['HOST_DEVICE_IN_USE'];

/** A DSA with one queue, as idxd shows it below /sys/bus/dsa. */
function withQueue(queue: Readonly<Record<string, string>>): MachineTree {
  const tree = withDsa();
  const wq = `${DSA}/dsa0/wq0.0`;
  const known = { state: 'enabled', clients: '0', mode: 'shared', type: 'user', name: 'app', driver_name: 'user' };
  for (const [key, value] of Object.entries({ ...known, ...queue })) tree.text(`${wq}/${key}`, value);
  tree.text(`${DSA}/dsa0/state`, 'enabled');
  tree.text(`${DSA}/dsa0/clients`, queue.clients ?? '0');
  tree.link('/sys/bus/dsa/devices/dsa0', `${DSA}/dsa0`);
  tree.link('/sys/bus/dsa/devices/wq0.0', wq);
  return tree;
}

export const USES: readonly MachineCase[] = [
  {
    name: 'queue-enabled-and-idle',
    real: 'taking the device ends its enabled queue, whose configuration is lost',
    spec: taking('0000:6a:01.0'),
    build: () => withQueue({}),
    plan: { exit: 0, codes: ['HOST_DEVICE_ENABLED'], words: ['wq0.0'] },
    doctor: ['warning device-idle'],
  },
  {
    name: 'queue-with-clients',
    real: 'two clients have a queue of the device, which they would lose',
    spec: taking('0000:6a:01.0'),
    build: () => withQueue({ clients: '2' }),
    plan: { exit: 4, codes: IN_USE, words: ['wq0.0'] },
    doctor: ['fatal device-unused'],
  },
  {
    name: 'queue-opened',
    real: 'a process has the character device of a queue open',
    spec: taking('0000:6a:01.0'),
    build: () => {
      const tree = withQueue({ clients: '1', cdev_minor: '0' });
      tree.text(`${DSA}/dsa0/wq0.0/dsa!wq0.0/dev`, '240:0');
      tree.text(`${DSA}/dsa0/wq0.0/file0/pid`, '5151');
      tree.link('/sys/bus/dsa/devices/file0', `${DSA}/dsa0/wq0.0/file0`);
      tree.process(5151, 'dpdk-testpmd', { 12: '/dev/dsa/wq0.0' });
      return tree;
    },
    plan: { exit: 4, codes: IN_USE, words: ['dpdk-testpmd', '5151'] },
    doctor: ['fatal device-unused'],
  },
  {
    name: 'queue-disabled',
    real: 'a queue that is configured and not enabled ends nothing',
    spec: taking('0000:6a:01.0'),
    build: () => withQueue({ state: 'disabled' }),
    plan: FINE,
    doctor: [],
  },
  {
    name: 'rdma-verbs-opened',
    real: 'a job has the verbs of the adapter open, and would be killed',
    spec: CARD,
    build: () => {
      const tree = withEndpoint({ vendor: 0x15b3, device: 0x1021, classCode: 0x02_0700, driver: 'mlx5_core' });
      tree.text(`${ENDPOINT}/infiniband_verbs/uverbs0/dev`, '231:192');
      tree.process(6001, 'ib_write_bw', { 5: '/dev/infiniband/uverbs0' });
      return tree;
    },
    plan: { exit: 4, codes: IN_USE, words: ['uverbs0', 'ib_write_bw', '6001'] },
    doctor: ['fatal device-unused'],
  },
  {
    name: 'sound-card-opened',
    real: 'the sound server has the card open',
    spec: taking('0000:6b:00.0'),
    build: () => {
      const tree = withEndpoint({ vendor: 0x1022, device: 0x15e3, classCode: 0x04_0300, driver: 'snd_hda_intel' });
      tree.text(`${ENDPOINT}/sound/card1/controlC1/dev`, '116:9');
      tree.text(`${ENDPOINT}/sound/card1/pcmC1D0p/dev`, '116:7');
      tree.process(2200, 'pipewire', { 40: '/dev/snd/controlC1' });
      return tree;
    },
    plan: { exit: 4, codes: IN_USE, words: ['controlC1', 'pipewire', '2200'] },
    doctor: ['fatal device-unused'],
  },
  {
    name: 'accelerator-opened',
    real: 'a program computes on the accelerator',
    spec: taking('0000:6b:00.0'),
    build: () => {
      const tree = withEndpoint({ vendor: 0x1da3, device: 0x1020, classCode: 0x12_0000, driver: 'habanalabs' });
      tree.text(`${ENDPOINT}/accel/accel0/dev`, '261:0');
      tree.process(7007, 'python3', { 20: '/dev/accel/accel0' });
      return tree;
    },
    plan: { exit: 4, codes: IN_USE, words: ['accel0', 'python3', '7007'] },
    doctor: ['fatal device-unused'],
  },
  {
    name: 'gpu-idle',
    real: 'the same GPU that nobody has open',
    spec: taking('0000:6b:00.0'),
    build: () => {
      const tree = withEndpoint({ vendor: 0x1002, device: 0x74a1, classCode: 0x12_0000, driver: 'amdgpu' });
      tree.text(`${ENDPOINT}/drm/card0/dev`, '226:0');
      tree.process(4444, 'Xorg', { 9: '/dev/dri/card1' });
      return tree;
    },
    plan: FINE,
    doctor: [],
  },
  {
    name: 'interface-up',
    real: 'the interface carries the way to the machine',
    spec: CARD,
    build: () => {
      const tree = withEndpoint({ vendor: 0x8086, device: 0x159b, classCode: 0x02_0000, driver: 'ice' });
      tree.text(`${ENDPOINT}/net/ens1f0/operstate`, 'up');
      tree.link('/sys/class/net/ens1f0', `${ENDPOINT}/net/ens1f0`);
      return tree;
    },
    plan: { exit: 4, codes: IN_USE, words: ['ens1f0'] },
    doctor: ['fatal device-unused'],
  },
  {
    name: 'disk-mounted',
    real: 'the disk has the root file system',
    spec: CARD,
    build: () => {
      const mounts = ['26 1 259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw'];
      const tree = withEndpoint({}, {}, { mounts });
      const disk = `${ENDPOINT}/nvme/nvme0/nvme0n1`;
      tree.text(`${disk}/dev`, '259:0');
      tree.text(`${disk}/nvme0n1p2/dev`, '259:2');
      tree.link('/sys/class/block/nvme0n1', disk);
      tree.link('/sys/class/block/nvme0n1p2', `${disk}/nvme0n1p2`);
      return tree;
    },
    plan: { exit: 4, codes: IN_USE, words: ['nvme0n1p2', 'mounted at /'] },
    doctor: ['fatal device-unused'],
  },
];

/** The DSA on vfio-pci, and a process with files of vfio open. */
function heldBy(command: string, fds: Parameters<MachineTree['process']>[2], release = '6.15.4'): MachineTree {
  const tree = withDsa({ release }, { driver: 'vfio-pci', attributes: { driver_override: 'vfio-pci' } });
  tree.cdev(DSA, 'vfio0');
  tree.process(4242, command, fds);
  return tree;
}

const HELD = { exit: 4, codes: ['HOST_DEVICE_HELD'] } as const;

export const HOLDERS: readonly MachineCase[] = [
  {
    name: 'held-by-cdev',
    real: 'the link of an open vfio cdev has the name of the device',
    spec: binding(),
    build: () => heldBy('cloud-hypervis', { 30: '/dev/iommu', 31: '/dev/vfio/devices/vfio0' }),
    plan: { ...HELD, words: ['cloud-hypervis', '4242'] },
    doctor: ['fatal device-free'],
  },
  {
    name: 'held-by-fdinfo',
    real: 'since 6.18 the fdinfo of an anonymous device file names the device',
    spec: binding(),
    build: () => {
      const syspath = 'vfio-device-syspath: /sys/devices/pci0000:6a/0000:6a:01.0';
      return heldBy('qemu-system-x86', { 31: ['anon_inode:[vfio-device]', syspath] }, '7.0.4');
    },
    plan: { ...HELD, words: ['qemu-system-x86', '4242'] },
    doctor: ['fatal device-free'],
  },
  {
    name: 'held-in-a-container',
    real: 'in a container the node may have been bound to another place, or removed since',
    spec: binding(),
    build: () => heldBy('crosvm', { 31: '/dev/vfio/devices/vfio0 (deleted)' }),
    plan: { ...HELD, words: ['crosvm', '4242'] },
    doctor: ['fatal device-free'],
  },
  {
    name: 'held-by-somebody',
    real: 'an anonymous vfio device before 6.18, when two could be it: which one, the kernel does not show',
    spec: binding(),
    build: () => {
      const tree = heldBy('qemu-system-x86', { 31: 'anon_inode:[vfio-device]' });
      const other = tree.fn('pci0000:6f/0000:6f:01.0', { driver: 'vfio-pci', group: 5, config: configBytes(SHARING) });
      tree.cdev(other, 'vfio1');
      return tree;
    },
    plan: { exit: 4, codes: ['HOST_HOLDER_UNCLEAR'], words: ['qemu-system-x86', '4242', '0000:6f:01.0'] },
    doctor: ['unknown device-free'],
  },
  {
    name: 'held-by-elimination',
    real: 'an anonymous vfio device before 6.18, when only one could be it',
    spec: binding(),
    build: () => heldBy('qemu-system-x86', { 31: 'anon_inode:[vfio-device]' }),
    plan: { ...HELD, words: ['qemu-system-x86', '4242'] },
    doctor: ['fatal device-free'],
  },
  {
    name: 'held-elsewhere',
    real: 'the process has the device of another group open',
    spec: binding(),
    build: () => heldBy('qemu-system-x86', { 31: '/dev/vfio/devices/vfio7', 32: '/dev/vfio/44', 33: '/dev/vfio/vfio' }),
    plan: FINE,
    doctor: [],
  },
  {
    name: 'no-cdev-in-this-build',
    real: 'vfioN is there and has no dev: a kernel without CONFIG_VFIO_DEVICE_CDEV',
    spec: binding(),
    build: () => {
      const config = { ...SOUND_CONFIG, CONFIG_VFIO_DEVICE_CDEV: 'n' };
      const tree = withDsa({ config }, { driver: 'vfio-pci', attributes: { driver_override: 'vfio-pci' } });
      tree.folder(`${DSA}/vfio-dev/vfio0`);
      return tree;
    },
    plan: { exit: 4, codes: ['HOST_NO_VFIO_CDEV'], words: ['CONFIG_VFIO_DEVICE_CDEV'] },
    doctor: ['fatal vfio-cdev'],
  },
  {
    name: 'no-cdev-foreseen',
    real: 'the device is still on idxd, and the build options say that no cdev will come',
    spec: binding(),
    build: () => withDsa({ config: { ...SOUND_CONFIG, CONFIG_VFIO_DEVICE_CDEV: 'n' } }),
    plan: { exit: 4, codes: ['HOST_NO_VFIO_CDEV'], words: ['CONFIG_VFIO_DEVICE_CDEV'] },
    doctor: ['fatal vfio-cdev'],
  },
];

function neighbour(driver: string | null, facts: { device?: number; classCode: number }): MachineCase['build'] {
  return () => {
    const tree = withDsa();
    tree.fn('pci0000:6a/0000:6a:01.1', { device: 0x7ae0, ...facts, driver, group: 4 });
    return tree;
  };
}

const NOT_VIABLE = { exit: 4, codes: ['HOST_GROUP_NOT_VIABLE'] } as const;
const MIB_OF_RMRR = '0x000000007b000000 0x000000007b7fffff';

function region(type: string, facts: { classCode: number; driver: string }): MachineCase['build'] {
  return () => withEndpoint({ vendor: 0x8086, device: 0x1563, ...facts, regions: [`${MIB_OF_RMRR} ${type}`] });
}

export const GROUPS: readonly MachineCase[] = [
  ...(
    [
      ['usb', 'xhci_hcd', 0x0c_0330],
      ['smbus', 'i801_smbus', 0x0c_0500],
      ['sound', 'snd_hda_intel', 0x04_0300],
      ['hot-plug-port', 'shpchp', 0x06_0400],
    ] as const
  ).map(
    ([kind, driver, classCode]): MachineCase => ({
      name: `group-with-${kind}`,
      real: `${driver} owns the DMA of the group`,
      spec: binding(),
      build: neighbour(driver, { classCode }),
      plan: { ...NOT_VIABLE, words: ['0000:6a:01.1', driver] },
      doctor: ['fatal group-viable'],
    }),
  ),
  ...(
    [
      ['port', 'pcieport', 0x06_0400],
      ['stub', 'pci-stub', 0x02_0000],
      ['nothing', null, 0x02_0000],
    ] as const
  ).map(
    ([kind, driver, classCode]): MachineCase => ({
      name: `group-with-${kind}`,
      real: `${driver ?? 'a function without a driver'} leaves the DMA of the group to others`,
      spec: binding(),
      build: neighbour(driver, { classCode }),
      plan: FINE,
      doctor: [],
    }),
  ),
  {
    name: 'rmrr-of-a-network-card',
    real: 'the firmware demands a 1:1 mapping: binding gives EINVAL',
    spec: CARD,
    build: region('direct', { classCode: 0x02_0000, driver: 'ixgbe' }),
    plan: { exit: 4, codes: ['HOST_DIRECT_REGION'], words: ['1:1', '0x7b000000'] },
    doctor: ['fatal group-regions'],
  },
  {
    name: 'rmrr-of-a-neighbour',
    real: 'the mapping of any member refuses the whole group',
    spec: binding(),
    build: () => {
      const tree = withDsa();
      const facts = { device: 0x7ae0, classCode: 0x01_0601, driver: null, group: 4 };
      tree.fn('pci0000:6a/0000:6a:01.1', { ...facts, regions: [`${MIB_OF_RMRR} direct`] });
      return tree;
    },
    plan: { exit: 4, codes: ['HOST_DIRECT_REGION'], words: ['1:1', 'group 4'] },
    doctor: ['fatal group-regions'],
  },
  {
    name: 'rmrr-of-a-usb-controller',
    real: 'the mappings of USB controllers and displays may be given up',
    spec: CARD,
    build: region('direct-relaxable', { classCode: 0x0c_0330, driver: 'xhci_hcd' }),
    plan: FINE,
    doctor: [],
  },
  {
    name: 'hypertransport-range',
    real: 'a reserved range does not keep the device from being bound',
    spec: CARD,
    build: region('reserved', { classCode: 0x02_0000, driver: 'ixgbe' }),
    plan: FINE,
    doctor: [],
  },
];
