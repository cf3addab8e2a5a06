/** The machines that are reported most often: each refused by the kernel in its own way, but for the first. */

import { configBytes, PORT } from '../support/config-bytes.ts';
import { MachineTree, SOUND_CONFIG, SOUND_MODULES } from '../support/machine-tree.ts';
import { binding, type MachineCase, taking } from './machine-case.ts';
import { addPort, BOOTED, DORMANT, SHARING, withDsa } from './parts.ts';

const LISTED = { ...SOUND_MODULES, vfio_pci: { disable_denylist: 'N' } };
const DISK = '31 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw';

export const GIVEN: readonly MachineCase[] = [
  {
    name: '00-sound',
    real: 'all works',
    spec: binding(),
    build: () => withDsa(),
    plan: { exit: 0, codes: [], words: [] },
    doctor: [],
  },
  {
    name: '01-denylist',
    real: 'the probe of vfio-pci refuses 8086:0b25 with EINVAL, unless the module was loaded with disable_denylist=1',
    spec: binding(),
    build: () => withDsa({ modules: LISTED }),
    plan: {
      exit: 4,
      codes: ['HOST_DENYLISTED'],
      words: ['8086:0b25', 'disable_denylist', 'INTEL-SA-01084'],
    },
    doctor: ['fatal denylist'],
  },
  {
    name: '02-group-isa-bridge',
    real: 'binding gives EPERM: the driver of an ISA bridge does not leave DMA to others',
    spec: binding(),
    build: () => {
      const tree = withDsa();
      tree.fn('pci0000:6a/0000:6a:1f.0', { device: 0x3a16, classCode: 0x06_0100, driver: 'lpc_ich', group: 4 });
      return tree;
    },
    plan: { exit: 4, codes: ['HOST_GROUP_NOT_VIABLE'], words: ['0000:6a:1f.0', 'lpc_ich', /group 4/] },
    doctor: ['fatal group-viable'],
  },
  {
    name: '03-legacy-mode',
    real: 'the unit could, the kernel did not: PASID Enable stays 0, and an attach succeeds and does nothing',
    spec: binding(),
    build: () => {
      const config = { ...SOUND_CONFIG, CONFIG_INTEL_IOMMU_SCALABLE_MODE_DEFAULT_ON: 'n' };
      return withDsa({ commandLine: 'root=/dev/sda2 ro intel_iommu=on', config }, { registers: DORMANT });
    },
    plan: { exit: 4, codes: ['HOST_SCALABLE_MODE_OFF'], words: ['sm_on', 'dmar0'] },
    doctor: ['fatal scalable-mode'],
  },
  {
    name: '04-vf-not-made',
    real: 'VFs are made by a write to sriov_numvfs of their PF, which is 0 after a boot',
    spec: taking('0000:6b:00.1'),
    build: () => {
      const tree = new MachineTree();
      tree.unit('dmar0');
      const config = configBytes({ device: 0x4940, sriov: { total: 16, enabled: 0 }, ...SHARING });
      const attributes = { sriov_totalvfs: '16', sriov_numvfs: '0', sriov_offset: '1', sriov_stride: '1' };
      const facts = { device: 0x4940, classCode: 0x0b_4000, driver: '4xxx', group: 8, config, attributes };
      tree.fn('pci0000:6b/0000:6b:00.0', facts);
      return tree;
    },
    plan: { exit: 4, codes: ['HOST_VF_NOT_MADE'], words: ['0000:6b:00.0', 'sriov_numvfs'] },
    doctor: ['fatal device-present'],
  },
  {
    name: '05-memory-on-disk',
    real: 'IOMMU_IOAS_MAP_FILE of a file on a disk gives EINVAL as soon as there is a HWPT',
    spec: binding({ file: '/var/lib/vm/guest.ram', create: false }),
    build: () => {
      const tree = withDsa({ mounts: [DISK] });
      tree.zeros('/var/lib/vm/guest.ram', 32 << 20);
      return tree;
    },
    plan: { exit: 4, codes: ['HOST_MEMORY_FILE_SYSTEM'], words: ['ext4', '/var/lib/vm/guest.ram'] },
    doctor: ['fatal memory-file-system'],
  },
  {
    name: '06-held-by-group-fd',
    real: 'before 6.18 no fdinfo names the device, but the holder has the file of the group open',
    spec: binding(),
    build: () => {
      const tree = withDsa({ release: '6.15.4' }, { driver: 'vfio-pci' });
      tree.cdev('/sys/devices/pci0000:6a/0000:6a:01.0', 'vfio0');
      tree.process(4242, 'qemu-system-x86', { 30: '/dev/vfio/4', 31: 'anon_inode:[vfio-device]' });
      return tree;
    },
    plan: { exit: 4, codes: ['HOST_DEVICE_HELD'], words: ['qemu-system-x86', '4242'] },
    doctor: ['fatal device-free'],
  },
  {
    name: '07-no-interrupt-remapping',
    real: 'binding gives EPERM unless iommufd.allow_unsafe_interrupts',
    spec: binding(),
    build: () => withDsa({ commandLine: `${BOOTED} intremap=off`, interruptChips: ['PCI-MSI'] }),
    plan: { exit: 4, codes: ['HOST_NO_INTERRUPT_REMAPPING'], words: ['intremap=off', 'allow_unsafe_interrupts'] },
    doctor: ['fatal interrupts-isolated'],
  },
  {
    name: '08-svm-without-ats',
    real: 'without ATS there are no page requests, and svm would be dead',
    spec: binding({ more: ['svm: true', 'deviceIotlb: true'] }),
    build: () => withDsa({ commandLine: `${BOOTED} pci=noats` }, { registers: { ...SHARING, ats: false, pri: false } }),
    plan: { exit: 4, codes: ['HOST_PAGE_REQUESTS_OFF'], words: ['ATS', 'pci=noats'] },
    doctor: ['fatal page-requests-on'],
  },
  {
    name: '09-gpu-in-use',
    real: 'unbinding kills a display or hangs, and nothing resets the function',
    spec: taking('0000:86:00.0'),
    build: () => {
      const tree = new MachineTree();
      tree.unit('dmar0');
      addPort(tree, 'pci0000:80/0000:80:01.0');
      const config = configBytes({ vendor: 0x1002, device: 0x74a1, port: PORT.endpoint, ...SHARING });
      const base = tree.fn('pci0000:80/0000:80:01.0/0000:86:00.0', {
        ...{ vendor: 0x1002, device: 0x74a1, classCode: 0x12_0000, driver: 'amdgpu', group: 6, config },
        attributes: { reset_method: '' },
      });
      tree.text(`${base}/drm/card0/dev`, '226:0');
      tree.process(4444, 'Xorg', { 9: '/dev/dri/card0' });
      return tree;
    },
    plan: {
      exit: 4,
      codes: ['HOST_DEVICE_IN_USE', 'HOST_NO_RESET'],
      words: ['/dev/dri/card0', 'Xorg', '4444', 'no function reset'],
    },
    doctor: ['warning function-reset', 'fatal device-unused'],
    inventory: ['no function reset'],
  },
];
