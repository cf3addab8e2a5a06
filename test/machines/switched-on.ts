/** PASIDs that are there and switched off, and the denylist of vfio-pci: what a boot parameter hopes for, and what is. */

import { configBytes, headerOf, PORT } from '../support/config-bytes.ts';
import { SOUND_CONFIG, SOUND_MODULES } from '../support/machine-tree.ts';
import { binding, type MachineCase, taking } from './machine-case.ts';
import { addPort, BOOTED, DORMANT, ENDPOINT, NOT_LOADED, SHARING, withDsa, withEndpoint } from './parts.ts';

const QUIET = 'root=/dev/sda2 ro intel_iommu=on';
const NOT_BY_DEFAULT = { ...SOUND_CONFIG, CONFIG_INTEL_IOMMU_SCALABLE_MODE_DEFAULT_ON: 'n' };
const AT_PORT = binding({ address: '0000:6b:00.0' });
const FINE = { exit: 0, codes: [], words: [] } as const;

export const SCALABLE: readonly MachineCase[] = [
  {
    name: 'scalable-by-build',
    real: 'no word of sm_on, but the build has it on and PASID Enable is 1: it works',
    spec: binding(),
    build: () => withDsa({ commandLine: QUIET }),
    plan: FINE,
    doctor: [],
  },
  {
    name: 'scalable-forbidden',
    real: 'sm_off wins over the build',
    spec: binding(),
    build: () => withDsa({ commandLine: `${BOOTED} intel_iommu=sm_off` }, { registers: DORMANT }),
    plan: { exit: 4, codes: ['HOST_SCALABLE_MODE_OFF'], words: ['sm_off', 'sm_on'] },
    doctor: ['fatal scalable-mode'],
  },
  {
    name: 'scalable-not-by-build',
    real: 'the build of this kernel leaves scalable mode off',
    spec: binding(),
    build: () => withDsa({ commandLine: QUIET, config: NOT_BY_DEFAULT }, { registers: DORMANT }),
    plan: { exit: 4, codes: ['HOST_SCALABLE_MODE_OFF'], words: ['sm_on'] },
    doctor: ['fatal scalable-mode'],
  },
  {
    name: 'scalable-in-vain',
    real: 'sm_on asks a unit that has no scalable mode',
    spec: binding(),
    build: () => withDsa({}, { registers: DORMANT }, { ecap: 'f020de', version: '1:0' }),
    plan: { exit: 4, codes: ['HOST_NO_SCALABLE_MODE'], words: ['dmar0'] },
    doctor: ['fatal scalable-capable'],
  },
  {
    name: 'port-without-tlp-prefix',
    real: 'the port above passes no End-End TLP prefixes on, so pci_enable_pasid refuses, and no later call tells',
    spec: AT_PORT,
    build: () => withEndpoint({ registers: { ...SHARING, pasid: DORMANT.pasid } }, { tlpPrefix: false }),
    plan: { exit: 4, codes: ['HOST_PASID_OFF'], words: ['0000:6a:02.0', 'TLP prefix'], never: ['sm_on'] },
    doctor: ['fatal pasid-enabled'],
  },
  {
    name: 'port-without-acs',
    real: 'the port above has no ACS redirection on, so pci_enable_pasid refuses',
    spec: AT_PORT,
    build: () => withEndpoint({ registers: { ...SHARING, pasid: DORMANT.pasid } }, { acs: null }),
    plan: { exit: 4, codes: ['HOST_PASID_OFF'], words: ['0000:6a:02.0', 'ACS'], never: ['sm_on'] },
    doctor: ['fatal pasid-enabled'],
  },
  {
    name: 'port-with-acs-off',
    real: 'the port above could redirect, and does not',
    spec: AT_PORT,
    build: () => withEndpoint({ registers: { ...SHARING, pasid: DORMANT.pasid } }, { acs: 'off' }),
    plan: { exit: 4, codes: ['HOST_PASID_OFF'], words: ['0000:6a:02.0', 'ACS'] },
    doctor: ['fatal pasid-enabled'],
  },
  {
    name: 'multifunction-without-acs',
    real: 'a function of a card with several needs ACS itself',
    spec: AT_PORT,
    build: () => withEndpoint({ registers: { ...SHARING, pasid: DORMANT.pasid, multiFunction: true } }),
    plan: { exit: 4, codes: ['HOST_PASID_OFF'], words: ['0000:6b:00.0', 'ACS'] },
    doctor: ['fatal pasid-enabled'],
  },
  {
    name: 'endpoint-switched-on',
    real: 'the same card with PASID Enable at 1 works, whatever its bridges seem to lack',
    spec: AT_PORT,
    build: () => withEndpoint({ registers: SHARING }, { tlpPrefix: false, acs: null }),
    plan: FINE,
    doctor: [],
  },
  {
    name: 'vf-of-a-pf-that-is-off',
    real: 'a VF uses the PASID Enable of its PF',
    spec: binding({ address: '0000:6b:00.1' }),
    build: () => {
      const tree = withEndpoint(
        { registers: { ...SHARING, pasid: DORMANT.pasid }, attributes: { sriov_totalvfs: '4', sriov_numvfs: '1' } },
        { tlpPrefix: false },
      );
      const config = configBytes({ port: PORT.endpoint, isVf: true });
      const vf = { vendor: 0x144d, device: 0xa825, classCode: 0x01_0802, driver: null, group: 7, config };
      const base = tree.fn('pci0000:6a/0000:6a:02.0/0000:6b:00.1', vf);
      tree.link(`${base}/physfn`, ENDPOINT);
      tree.link(`${ENDPOINT}/virtfn0`, base);
      return tree;
    },
    plan: { exit: 4, codes: ['HOST_PASID_OFF'], words: ['0000:6b:00.0', 'PF'] },
    doctor: ['fatal pasid-enabled'],
  },
  {
    name: 'not-root',
    real: 'without CAP_SYS_ADMIN the registers of extended configuration space cannot be read',
    spec: binding(),
    build: () => withDsa({}, { config: headerOf(configBytes(SHARING)) }),
    plan: { exit: 4, codes: ['HOST_CAPABILITIES_UNKNOWN'], words: ['root'] },
    doctor: ['unknown capabilities-read'],
  },
  {
    name: 'variant-driver',
    real: 'the variant drivers of vfio have no PASID attach, so the device is moved to vfio-pci itself',
    spec: binding({ address: '0000:6b:00.0' }),
    build: () => {
      const tree = withEndpoint({ vendor: 0x15b3, device: 0x101e, classCode: 0x02_0000, driver: 'mlx5_vfio_pci' });
      tree.cdev(ENDPOINT, 'vfio0');
      return tree;
    },
    plan: { exit: 0, codes: ['HOST_VARIANT_DRIVER'], words: ['mlx5_vfio_pci', 'vfio-pci'] },
    doctor: ['warning plain-driver'],
  },
  {
    name: 'debian-6.12.31',
    real: 'GET_HW_INFO reports a PASID width, and the kernel has no PASID attach',
    spec: binding(),
    build: () => withDsa({ release: '6.12.31+deb13-amd64' }),
    plan: { exit: 4, codes: ['HOST_KERNEL_TOO_OLD'], words: ['6.12.31', '6.15'] },
    doctor: ['fatal kernel-release', 'fatal kernel-release'],
  },
  {
    name: 'rhel-9',
    real: 'a release of 5.14 to which much was ported back: nobody can say',
    spec: binding(),
    build: () => withDsa({ release: '5.14.0-570.12.1.el9_6.x86_64' }),
    plan: { exit: 0, codes: ['HOST_KERNEL_UNSURE'], words: ['5.14.0-570'] },
    doctor: ['warning kernel-release', 'warning kernel-release', 'warning kernel-release', 'warning kernel-release'],
  },
];

function modprobed(files: Readonly<Record<string, string>>, commandLine = BOOTED): MachineCase['build'] {
  return () => {
    const tree = withDsa({ modules: NOT_LOADED, commandLine });
    for (const [path, text] of Object.entries(files)) tree.text(path, text);
    return tree;
  };
}

const REFUSED = { exit: 4, codes: ['HOST_DENYLISTED'], words: ['8086:0b25', 'disable_denylist'] } as const;

export const DENYLIST: readonly MachineCase[] = [
  {
    name: 'iaa-not-loaded',
    real: 'vfio_pci is not loaded, and nothing would load it with the parameter',
    spec: taking('0000:6a:01.0'),
    build: () => withDsa({ modules: NOT_LOADED }, { device: 0x0cfe }),
    plan: { ...REFUSED, words: ['8086:0cfe', 'disable_denylist'] },
    doctor: ['fatal denylist'],
  },
  {
    name: 'qat-vf-listed',
    real: 'the VFs of the first QAT generation are on the list as well',
    spec: taking('0000:6b:00.0'),
    build: () =>
      withEndpoint(
        { vendor: 0x8086, device: 0x37c9, classCode: 0x0b_4000, driver: 'c6xxvf' },
        {},
        { modules: { ...SOUND_MODULES, vfio_pci: { disable_denylist: 'N' } } },
      ),
    plan: { ...REFUSED, words: ['8086:37c9', 'disable_denylist'] },
    doctor: ['fatal denylist'],
  },
  {
    name: 'qat-4xxx-not-listed',
    real: 'QAT of the fourth generation is not on the list',
    spec: taking('0000:6b:00.0'),
    build: () =>
      withEndpoint(
        { vendor: 0x8086, device: 0x4940, classCode: 0x0b_4000, driver: '4xxx' },
        {},
        { modules: { ...SOUND_MODULES, vfio_pci: { disable_denylist: 'N' } } },
      ),
    plan: FINE,
    doctor: [],
  },
  {
    name: 'modprobe-with-dash',
    real: 'modprobe takes vfio-pci and vfio_pci for the same module',
    spec: binding(),
    build: modprobed({
      '/etc/modprobe.d/vfio.conf': '# for the accelerators\noptions vfio-pci ids=8086:0b25 disable_denylist=1',
    }),
    plan: FINE,
    doctor: [],
  },
  {
    name: 'modprobe-with-underscore',
    real: 'the same file with the other spelling',
    spec: binding(),
    build: modprobed({ '/etc/modprobe.d/vfio.conf': 'options  vfio_pci\tdisable_denylist=Y' }),
    plan: FINE,
    doctor: [],
  },
  {
    name: 'modprobe-commented-out',
    real: 'a comment is no option, and neither is a file that does not end in .conf',
    spec: binding(),
    build: modprobed({
      '/etc/modprobe.d/vfio.conf': '#options vfio-pci disable_denylist=1',
      '/etc/modprobe.d/vfio.conf.old': 'options vfio-pci disable_denylist=1',
    }),
    plan: REFUSED,
    doctor: ['fatal denylist'],
  },
  {
    name: 'modprobe-last-file-wins',
    real: 'files of all folders are read in the order of their names, and the last option wins',
    spec: binding(),
    build: modprobed({
      '/etc/modprobe.d/10-vfio.conf': 'options vfio-pci disable_denylist=1',
      '/usr/lib/modprobe.d/90-vendor.conf': 'options vfio-pci disable_denylist=0',
    }),
    plan: { ...REFUSED, words: ['8086:0b25', '90-vendor.conf'] },
    doctor: ['fatal denylist'],
  },
  {
    name: 'modprobe-hidden-file',
    real: 'a file of /etc hides the file of the same name of /usr/lib',
    spec: binding(),
    build: modprobed({
      '/etc/modprobe.d/vfio.conf': '',
      '/usr/lib/modprobe.d/vfio.conf': 'options vfio-pci disable_denylist=1',
    }),
    plan: REFUSED,
    doctor: ['fatal denylist'],
  },
  {
    name: 'modprobe-command-line',
    real: 'kmod hands the options of the kernel command line to a module that it loads',
    spec: binding(),
    build: modprobed({}, `${BOOTED} vfio_pci.disable_denylist=1`),
    plan: FINE,
    doctor: [],
  },
  {
    name: 'loaded-too-early',
    real: 'modprobe.d says so since the module was loaded: the parameter of the loaded one decides',
    spec: binding(),
    build: () => {
      const tree = withDsa({ modules: { ...SOUND_MODULES, vfio_pci: { disable_denylist: 'N' } } });
      tree.text('/etc/modprobe.d/vfio.conf', 'options vfio-pci disable_denylist=1');
      return tree;
    },
    plan: REFUSED,
    doctor: ['fatal denylist'],
  },
  {
    name: 'built-in-module',
    real: 'modprobe.d does not concern a module that is built in: only the command line does',
    spec: binding(),
    build: () => {
      const tree = withDsa({
        config: { ...SOUND_CONFIG, CONFIG_VFIO: 'y', CONFIG_VFIO_PCI: 'y', CONFIG_IOMMUFD: 'y' },
        modules: { ...SOUND_MODULES, vfio_pci: { disable_denylist: 'N' } },
      });
      tree.remove('/sys/module/vfio_pci/refcnt');
      tree.text('/etc/modprobe.d/vfio.conf', 'options vfio-pci disable_denylist=1');
      return tree;
    },
    plan: { ...REFUSED, words: ['8086:0b25', 'vfio_pci.disable_denylist=1'] },
    doctor: ['fatal denylist'],
  },
];

/** Ports above two bridges: the cause is the one that lacks it, not the nearest. */
export function withSwitch(lacking: 'root' | 'upstream' | 'downstream'): ReturnType<MachineCase['build']> {
  const tree = withDsa();
  const lacks = (place: string) => ({ tlpPrefix: place !== lacking });
  addPort(tree, 'pci0000:80/0000:80:01.0', lacks('root'), 20);
  addPort(tree, 'pci0000:80/0000:80:01.0/0000:81:00.0', { port: PORT.upstream, acs: null, ...lacks('upstream') }, 21);
  addPort(
    tree,
    'pci0000:80/0000:80:01.0/0000:81:00.0/0000:82:04.0',
    { port: PORT.downstream, ...lacks('downstream') },
    22,
  );
  tree.fn('pci0000:80/0000:80:01.0/0000:81:00.0/0000:82:04.0/0000:83:00.0', {
    ...{ vendor: 0x144d, device: 0xa824, classCode: 0x01_0802, driver: 'nvme', group: 23 },
    config: configBytes({ vendor: 0x144d, device: 0xa824, port: PORT.endpoint, ...SHARING, pasid: DORMANT.pasid }),
  });
  return tree;
}

export const SWITCHES: readonly MachineCase[] = (
  [
    ['root', '0000:80:01.0'],
    ['upstream', '0000:81:00.0'],
    ['downstream', '0000:82:04.0'],
  ] as const
).map(([place, address]) => ({
  name: `switch-${place}-without-tlp-prefix`,
  real: `of the three ports above, the ${place} one passes no prefixes on`,
  spec: binding({ address: '0000:83:00.0' }),
  build: () => withSwitch(place),
  plan: { exit: 4, codes: ['HOST_PASID_OFF'], words: [address, 'TLP prefix'] },
  doctor: ['fatal pasid-enabled'],
}));
