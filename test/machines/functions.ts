/** Functions that are not what their address promises: dead, behind VMD, not made yet, or of another kind. */

import { ALL_ONES, configBytes, PORT } from '../support/config-bytes.ts';
import { MachineTree, SOUND_MODULES } from '../support/machine-tree.ts';
import { binding, type MachineCase, taking } from './machine-case.ts';
import { SHARING, withDsa, withEndpoint } from './parts.ts';

const VMD = '/sys/devices/pci0000:60/0000:60:00.5';
const BEHIND_VMD = `${VMD.slice('/sys/devices/'.length)}/pci10000:e0/10000:e0:06.0/10000:e1:00.0`;

/** A VMD controller, a root port of its own, and a disk that is mounted. */
function withVmd(): MachineTree {
  const mounts = ['26 1 259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw'];
  const tree = new MachineTree({ mounts });
  tree.unit('dmar0');
  const facts = { device: 0x28c0, classCode: 0x01_0400, driver: 'vmd', group: 12 };
  tree.fn(VMD.slice('/sys/devices/'.length), { ...facts, config: configBytes({ device: 0x28c0 }) });
  const port = configBytes({ device: 0x352a, port: PORT.rootPort, acs: 'on' });
  const portPath = BEHIND_VMD.slice(0, BEHIND_VMD.lastIndexOf('/'));
  tree.fn(portPath, { device: 0x352a, classCode: 0x06_0400, driver: 'pcieport', group: 12, config: port });
  const config = configBytes({ vendor: 0x8086, device: 0x0a54, port: PORT.endpoint, ...SHARING });
  const disk = tree.fn(BEHIND_VMD, { device: 0x0a54, classCode: 0x01_0802, driver: 'nvme', group: 12, config });
  tree.link(`${VMD}/domain`, `${VMD}/pci10000:e0`);
  tree.text(`${disk}/nvme/nvme0/nvme0n1/dev`, '259:0');
  tree.text(`${disk}/nvme/nvme0/nvme0n1/nvme0n1p2/dev`, '259:2');
  tree.link('/sys/class/block/nvme0n1', `${disk}/nvme/nvme0/nvme0n1`);
  tree.link('/sys/class/block/nvme0n1p2', `${disk}/nvme/nvme0/nvme0n1/nvme0n1p2`);
  return tree;
}

/** A PF of QAT, with as many VFs made. */
function withPf(facts: {
  readonly numvfs: number;
  readonly driver: string | null;
  readonly total?: number;
  /** `enable_sriov` of vfio-pci. */
  readonly enableSriov?: 'Y' | 'N';
  /** `sriov_vf_device` of the PF. */
  readonly vfDevice?: string;
}): MachineTree {
  const { enableSriov = 'N', vfDevice = null } = facts;
  const tree = new MachineTree({
    modules: { ...SOUND_MODULES, vfio_pci: { ...SOUND_MODULES.vfio_pci, enable_sriov: enableSriov } },
  });
  tree.unit('dmar0');
  const { numvfs, driver, total = 16 } = facts;
  const config = configBytes({ device: 0x4940, sriov: { total, enabled: numvfs }, ...SHARING });
  const attributes = {
    sriov_totalvfs: String(total),
    sriov_numvfs: String(numvfs),
    sriov_offset: '1',
    sriov_stride: '1',
    sriov_vf_device: vfDevice,
  };
  const pf = tree.fn('pci0000:6b/0000:6b:00.0', {
    ...{ device: 0x4940, classCode: 0x0b_4000, driver, group: 8, config, attributes },
  });
  for (let index = 0; index < numvfs; index += 1) {
    const vf = tree.fn(`pci0000:6b/0000:6b:00.${index + 1}`, {
      ...{ device: 0x4941, classCode: 0x0b_4000, driver: '4xxxvf', group: 9 + index },
      config: configBytes({ device: 0x4941, isVf: true }),
    });
    tree.link(`${vf}/physfn`, pf);
    tree.link(`${pf}/virtfn${index}`, vf);
  }
  return tree;
}

/** A PF with two VFs, of which the first is taken. */
const DECLARING = `apiVersion: pasidctl/v1
kind: Host
devices:
  - { name: pf, address: "0000:6b:00.0", virtualFunctions: 2 }
  - { name: vf, address: "0000:6b:00.1" }
`;

export const FUNCTIONS: readonly MachineCase[] = [
  {
    name: 'dead-device',
    real: 'the function reads as ones: it fell off the bus, or sleeps in D3cold and does not wake',
    spec: taking('0000:6a:01.0'),
    build: () => withDsa({}, { config: ALL_ONES }),
    plan: { exit: 4, codes: ['HOST_DEVICE_NOT_ANSWERING'], words: ['0000:6a:01.0', /ones|answer/] },
    doctor: ['fatal device-answers'],
  },
  {
    name: 'dead-device-to-non-root',
    real: 'the 64 bytes that everybody may read are enough to see it',
    spec: binding(),
    build: () => withDsa({}, { config: ALL_ONES.subarray(0, 64) }),
    plan: { exit: 4, codes: ['HOST_DEVICE_NOT_ANSWERING'], words: ['0000:6a:01.0'] },
    doctor: ['fatal device-answers'],
  },
  {
    name: 'no-reset',
    real: 'nothing resets the function, so the next guest finds what the last one left',
    spec: taking('0000:6b:00.0'),
    build: () => withEndpoint({ attributes: { reset_method: null } }),
    plan: { exit: 0, codes: ['HOST_NO_RESET'], words: ['no function reset'] },
    doctor: ['warning function-reset'],
    inventory: ['no function reset'],
  },
  {
    name: 'vf-made-two-of-eight',
    real: 'the spec names the third VF, and two were made',
    spec: taking('0000:6b:00.3'),
    build: () => withPf({ numvfs: 2, driver: '4xxx' }),
    plan: { exit: 4, codes: ['HOST_VF_NOT_MADE'], words: ['0000:6b:00.0', 'sriov_numvfs'] },
    doctor: ['fatal device-present'],
  },
  {
    name: 'address-of-nobody',
    real: 'no PF would ever put a VF there',
    spec: taking('0000:6b:1f.7'),
    build: () => withPf({ numvfs: 2, driver: '4xxx' }),
    plan: { exit: 4, codes: ['HOST_DEVICE_MISSING'], words: ['0000:6b:1f.7'], never: ['sriov_numvfs'] },
    doctor: ['fatal device-present'],
  },
  {
    name: 'vf-made',
    real: 'the VF is there',
    spec: binding({ address: '0000:6b:00.2' }),
    build: () => withPf({ numvfs: 2, driver: '4xxx' }),
    plan: { exit: 0, codes: [], words: [] },
    doctor: [],
  },
  {
    name: 'pf-with-vfs',
    real: 'vfio-pci refuses a PF with VFs: EBUSY',
    spec: taking('0000:6b:00.0'),
    build: () => withPf({ numvfs: 2, driver: '4xxx' }),
    plan: { exit: 4, codes: ['HOST_PF_HAS_VFS'], words: ['0000:6b:00.1'] },
    doctor: ['fatal pf-without-vfs'],
  },
  {
    name: 'vf-of-a-pf-on-vfio',
    real: 'a VF of a PF on vfio-pci needs a token',
    spec: taking('0000:6b:00.1'),
    build: () => withPf({ numvfs: 1, driver: 'vfio-pci' }),
    plan: { exit: 4, codes: ['HOST_VF_NEEDS_TOKEN'], words: ['0000:6b:00.0'] },
    doctor: ['fatal vf-token'],
  },
  {
    name: 'declared-vf-of-a-pf-on-vfio',
    real: 'vfio-pci makes no VFs while enable_sriov is off: ENOENT',
    spec: DECLARING,
    build: () => withPf({ numvfs: 0, driver: 'vfio-pci' }),
    plan: { exit: 4, codes: ['HOST_PF_MAKES_NO_VFS'], words: ['vfio-pci', 'enable_sriov'] },
    doctor: ['fatal vfs-can-be-made'],
  },
  {
    name: 'declared-vf-of-a-pf-on-vfio-with-enable_sriov',
    real: 'vfio-pci makes the VFs, and each needs the token of the PF',
    spec: DECLARING,
    build: () => withPf({ numvfs: 0, driver: 'vfio-pci', enableSriov: 'Y', vfDevice: '4941' }),
    plan: { exit: 4, codes: ['HOST_VF_NEEDS_TOKEN'], words: ['0000:6b:00.0'], never: ['makes none'] },
    doctor: ['fatal vf-token'],
  },
  {
    name: 'declared-vf-of-a-pf-on-vfio-of-unknown-place',
    real: 'the same; where the VFs will be does not matter',
    spec: DECLARING,
    build: () => withPf({ numvfs: 0, driver: 'vfio-pci', enableSriov: 'Y' }),
    plan: { exit: 4, codes: ['HOST_VF_NEEDS_TOKEN'], words: ['0000:6b:00.0'], never: ['makes none'] },
    doctor: ['fatal vfs-can-be-made'],
  },
  {
    name: 'vf-not-made-of-a-pf-on-vfio-with-enable_sriov',
    real: 'vfio-pci would make it, and it would need the token of the PF',
    spec: taking('0000:6b:00.1'),
    build: () => withPf({ numvfs: 0, driver: 'vfio-pci', enableSriov: 'Y' }),
    plan: { exit: 4, codes: ['HOST_VF_NEEDS_TOKEN'], words: ['0000:6b:00.0'], never: ['ENOENT'] },
    doctor: ['fatal device-present'],
  },
  {
    name: 'disk-behind-vmd',
    real: 'children of a VMD controller share its requester id: no PASIDs, no MSI of their own',
    spec: taking('10000:e1:00.0'),
    build: withVmd,
    plan: { exit: 4, codes: ['HOST_VMD_CHILD'], words: ['0000:60:00.5', 'VMD'] },
    doctor: ['fatal vmd-child'],
    inventory: ['10000:e1:00.0'],
  },
  {
    name: 'vmd-with-disks',
    real: 'taking the controller removes all disks behind it at once, mounted or not',
    spec: taking('0000:60:00.5'),
    build: withVmd,
    plan: { exit: 4, codes: ['HOST_VMD_IN_USE'], words: ['nvme0n1p2', '10000:e1:00.0'] },
    doctor: ['fatal vmd-children'],
  },
];
