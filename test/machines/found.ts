/** Machines that came of looking for what plan accepted and a kernel would not: vfio-pci that cannot be loaded, shared groups, limits. */

import { configBytes } from '../support/config-bytes.ts';
import type { MachineTree } from '../support/machine-tree.ts';
import { binding, type MachineCase, taking } from './machine-case.ts';
import { BOOTED, NOT_LOADED, SHARING, withDsa, withEndpoint } from './parts.ts';

const NVME = '0000:6b:00.0';
const STOPPED = { exit: 4, codes: ['HOST_VFIO_PCI_STOPPED'] } as const;

function unloaded(files: Readonly<Record<string, string>>, commandLine = BOOTED): MachineCase['build'] {
  return () => {
    const tree = withEndpoint({}, {}, { modules: NOT_LOADED, commandLine });
    for (const [path, text] of Object.entries(files)) tree.text(path, text);
    return tree;
  };
}

/** Two functions of one accelerator in one group; the second one with PASIDs of `widthBits`. */
function twoInGroup(widthBits = 20): MachineTree {
  const tree = withDsa();
  const config = configBytes({ device: 0x0b25, ...SHARING, pasid: { widthBits, enabled: true } });
  tree.fn('pci0000:6a/0000:6a:01.1', { driver: 'idxd', group: 4, config });
  return tree;
}

const PAIR = binding()
  .replace('viommus:', '  - { name: dev1, address: "0000:6a:01.1" }\nviommus:')
  .replace('devices: [dev0]', 'devices: [dev0, dev1]');

export const FOUND: readonly MachineCase[] = [
  {
    name: 'vfio-pci-replaced-by-a-command',
    real: 'modprobe runs the command of an install line, and loads nothing',
    spec: taking(NVME),
    build: unloaded({ '/etc/modprobe.d/no-vfio.conf': '# hardening\ninstall vfio-pci /bin/true' }),
    plan: { ...STOPPED, words: ['/etc/modprobe.d/no-vfio.conf', '/bin/true'] },
    doctor: ['fatal vfio-pci-loads'],
  },
  {
    name: 'vfio-pci-leads-elsewhere',
    real: 'an alias of modprobe.d comes before the name of the module',
    spec: taking(NVME),
    build: unloaded({ '/etc/modprobe.d/vfio.conf': 'alias vfio-pci off' }),
    plan: { ...STOPPED, words: ['/etc/modprobe.d/vfio.conf'] },
    doctor: ['fatal vfio-pci-loads'],
  },
  {
    name: 'vfio-pci-forbidden-at-boot',
    real: 'the kernel refuses a module that is in module_blacklist',
    spec: taking(NVME),
    build: unloaded({}, `${BOOTED} module_blacklist=nouveau,vfio_pci`),
    plan: { ...STOPPED, words: ['module_blacklist'] },
    doctor: ['fatal vfio-pci-loads'],
  },
  {
    name: 'vfio-pci-blacklisted-for-hardware',
    real: 'a blacklist line keeps the module from being loaded for its devices, not by its name',
    spec: taking(NVME),
    build: unloaded({ '/etc/modprobe.d/vfio.conf': 'blacklist vfio-pci' }),
    plan: { exit: 0, codes: [], words: [] },
    doctor: [],
  },
  {
    name: 'words-for-init',
    real: 'words after -- on the kernel command line belong to init',
    spec: binding(),
    build: () => withDsa({ commandLine: `${BOOTED} -- intel_iommu=sm_off intremap=off` }),
    plan: { exit: 0, codes: [], words: [] },
    doctor: [],
  },
  {
    name: 'two-tables-on-one-pasid-of-a-group',
    real: 'a PASID is attached to the whole group: the second table is refused with EINVAL',
    spec: `${PAIR}  - { device: dev1, pasid: 1, firstStage: { pageTable: 0x2001000 } }\n`,
    build: () => twoInGroup(),
    plan: { exit: 4, codes: ['HOST_GROUP_PASID_CONFLICT'], words: ['dev0', 'dev1'] },
    doctor: ['fatal group-pasids'],
  },
  {
    name: 'narrow-member-of-a-group',
    real: 'a PASID beyond the width of any member of the group is refused with EINVAL',
    spec: PAIR.replace('pasid: 1,', 'pasid: 100,'),
    build: () => twoInGroup(4),
    plan: { exit: 4, codes: ['HOST_GROUP_PASID_TOO_WIDE'], words: ['0000:6a:01.1'] },
    doctor: ['fatal group-pasid-width'],
  },
  {
    name: 'member-on-another-bus',
    real: 'the driver of a platform device in the group owns its DMA: EPERM at the bind',
    spec: binding(),
    build: () => {
      const tree = withDsa();
      const device = '/sys/devices/platform/PNP0C02:00';
      tree.link(`${device}/driver`, '/sys/bus/platform/drivers/system-thing');
      tree.folder('/sys/bus/platform/drivers/system-thing');
      tree.link('/sys/kernel/iommu_groups/4/devices/PNP0C02:00', device);
      return tree;
    },
    plan: { exit: 4, codes: ['HOST_GROUP_NOT_VIABLE'], words: ['PNP0C02:00', 'system-thing'] },
    doctor: ['fatal group-viable'],
  },
  {
    name: 'memory-beyond-the-size-of-its-mount',
    real: 'the limit of a tmpfs is in its mount options, also where nothing else of it was captured',
    spec: binding({ file: '/srv/vm/guest0' }),
    build: () => {
      const tree = withDsa({ mounts: ['32 25 0:44 / /srv/vm rw,relatime shared:2 - tmpfs tmpfs rw,size=16384k'] });
      tree.folder('/srv/vm');
      return tree;
    },
    plan: { exit: 4, codes: ['HOST_MEMORY_NO_ROOM'], words: ['/srv/vm', '16 MiB'] },
    doctor: ['fatal memory-room'],
  },
];
