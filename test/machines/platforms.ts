/** Machines without a VT-d unit that is on: whose advice is right depends on what the machine is. */

import { configBytes, headerOf } from '../support/config-bytes.ts';
import { dmarTable, type MachineFacts, MachineTree, SOUND_CONFIG } from '../support/machine-tree.ts';
import { binding, type MachineCase, taking } from './machine-case.ts';
import { addDsa, BOOTED, SHARING } from './parts.ts';

/** A DSA that no IOMMU translates. */
function untranslated(facts: MachineFacts): MachineTree {
  const tree = new MachineTree({ interruptChips: ['PCI-MSI'], ...facts });
  addDsa(tree, { unit: null, group: null, registers: { ...SHARING, ats: false, pri: false } });
  return tree;
}

export const PLATFORMS: readonly MachineCase[] = [
  {
    name: 'vt-d-off-in-firmware',
    real: 'no DMAR table on bare metal: VT-d is off in the firmware',
    spec: binding(),
    build: () => untranslated({ acpi: {} }),
    plan: { exit: 4, codes: ['HOST_IOMMU_OFF'], words: ['DMAR', 'firmware'] },
    doctor: ['fatal iommu-present'],
  },
  {
    name: 'iommu-off-on-the-command-line',
    real: 'the tables are there, and the owner switched it off',
    spec: binding(),
    build: () => untranslated({ commandLine: 'root=/dev/sda2 ro intel_iommu=off' }),
    plan: { exit: 4, codes: ['HOST_IOMMU_OFF'], words: ['intel_iommu=off'] },
    doctor: ['fatal iommu-present'],
  },
  {
    name: 'iommu-not-by-build',
    real: 'the tables are there, and this build needs intel_iommu=on',
    spec: binding(),
    build: () =>
      untranslated({
        commandLine: 'root=/dev/sda2 ro',
        config: { ...SOUND_CONFIG, CONFIG_INTEL_IOMMU_DEFAULT_ON: 'n' },
      }),
    plan: { exit: 4, codes: ['HOST_IOMMU_OFF'], words: ['intel_iommu=on'], never: [/VT-d is off in the firmware/] },
    doctor: ['fatal iommu-present'],
  },
  {
    name: 'firmware-opts-out',
    real: 'the DMAR table asks the kernel to leave remapping off, which 7.3 honours',
    spec: binding(),
    build: () => untranslated({ release: '7.3.4', acpi: { DMAR: dmarTable(0x9) } }),
    plan: { exit: 4, codes: ['HOST_IOMMU_OFF'], words: ['firmware'] },
    doctor: ['fatal iommu-present'],
  },
  {
    name: 'guest-without-viommu',
    real: 'the machine is a guest, and its VMM shows it no IOMMU',
    spec: binding(),
    build: () => untranslated({ acpi: {}, hypervisor: true }),
    plan: { exit: 4, codes: ['HOST_IOMMU_OFF'], words: [/vIOMMU|intel-iommu/], never: [/BIOS/] },
    doctor: ['fatal iommu-present'],
  },
  {
    name: 'amd-host',
    real: 'the AMD driver has no PASID attach for paging domains: EOPNOTSUPP',
    spec: binding({ address: '0000:c1:00.0' }),
    build: () => {
      const tree = new MachineTree({
        acpi: { IVRS: Buffer.from('IVRS') },
        commandLine: 'root=/dev/sda2 ro amd_iommu=on',
      });
      tree.unit('ivhd0', 'not VT-d');
      tree.text('/sys/devices/virtual/iommu/ivhd0/amd-iommu/features', '25bf732fa2295afe:53d');
      tree.text('/sys/devices/virtual/iommu/ivhd0/amd-iommu/cap', '40280b0f');
      const config = configBytes({ vendor: 0x1022, device: 0x1498, ...SHARING });
      tree.fn('pci0000:c0/0000:c1:00.0', {
        vendor: 0x1022,
        device: 0x1498,
        driver: 'ccp',
        group: 9,
        unit: 'ivhd0',
        config,
      });
      return tree;
    },
    plan: { exit: 4, codes: ['HOST_AMD_NO_PASID'], words: ['AMD'], never: ['sm_on', 'intel_iommu'] },
    doctor: ['fatal unit-vtd'],
  },
  {
    name: 'amd-off-in-firmware',
    real: 'no IVRS table and no unit on an AMD machine: the advice is not about VT-d',
    spec: taking('0000:c1:00.0'),
    build: () => {
      const tree = new MachineTree({ acpi: {}, commandLine: 'root=/dev/sda2 ro amd_iommu=on' });
      tree.text('/proc/cpuinfo', 'processor\t: 0\nvendor_id\t: AuthenticAMD\nflags\t\t: fpu vme');
      const config = configBytes({ vendor: 0x1022, device: 0x1498 });
      tree.fn('pci0000:c0/0000:c1:00.0', { vendor: 0x1022, device: 0x1498, driver: 'ccp', unit: null, config });
      return tree;
    },
    plan: { exit: 4, codes: ['HOST_IOMMU_OFF'], words: ['firmware'] },
    doctor: ['fatal iommu-present'],
  },
  {
    name: 'arm-host',
    real: 'an SMMUv3 is no VT-d unit',
    spec: binding({ address: '0000:01:00.0' }),
    build: () => {
      const tree = new MachineTree({ acpi: { IORT: Buffer.from('IORT') }, commandLine: 'root=/dev/sda2 ro' });
      tree.unit('smmu3.0x0000000100000000', 'not VT-d');
      const config = configBytes({ vendor: 0x15b3, device: 0x1021, port: 0, ...SHARING });
      const unit = 'smmu3.0x0000000100000000';
      tree.fn('pci0000:01/0000:01:00.0', { vendor: 0x15b3, device: 0x1021, driver: null, group: 3, unit, config });
      return tree;
    },
    plan: { exit: 4, codes: ['HOST_UNIT_NOT_VTD'], words: ['smmu3'], never: ['sm_on', 'intel_iommu'] },
    doctor: ['fatal unit-vtd'],
  },
  {
    name: 'few-files',
    real: 'what people attach to a bug report: no build options, no tables, no memory, 64 bytes of configuration space',
    spec: taking('0000:6a:01.0'),
    build: () => {
      const tree = new MachineTree({ commandLine: BOOTED });
      for (const path of ['/boot', '/proc/meminfo', '/proc/cpuinfo', '/sys/firmware', '/etc']) tree.remove(path);
      tree.unit('dmar0');
      addDsa(tree, { config: headerOf(configBytes(SHARING)), attributes: { reset_method: null } });
      return tree;
    },
    plan: { exit: 0, codes: ['HOST_NO_RESET'], words: [] },
    doctor: ['warning function-reset'],
  },
];
