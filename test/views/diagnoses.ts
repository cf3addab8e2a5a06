/** A diagnosis with one finding of every kind, hostile text among them. */

import type { Diagnosis } from '../../src/diagnostics/diagnosis.ts';
import { diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Finding } from '../../src/diagnostics/finding.ts';

const NOTHING = { evidence: [], blocks: [], diagnostic: null, fix: null, confirm: null, because: null, silenced: null };
const AT = {
  location: { file: 'host.yaml', range: { start: { line: 8, column: 17 }, end: { line: 8, column: 21 } } },
};

function fine(check: string, link: Finding['link'], message: string, devices: readonly string[]): Finding {
  return { ...NOTHING, check, link, state: 'fine', message, devices };
}

function lacking(device: string): Finding {
  const message = `${device}: 0000:6a:0${device.slice(-1)}.0 has no PASID capability.`;
  return {
    ...{ ...NOTHING, check: 'pasid-capable', link: 'device', state: 'fatal', message, devices: [device] },
    evidence: [{ source: '/sys/bus/pci/devices/0000:6a:02.0/config', value: 'no capability 0x1b' }],
    ...{ blocks: [`bindings of ${device}`], diagnostic: diagnostic('HOST_DEVICE_NO_PASID', message, AT) },
  };
}

const OFF = 'guest0: dmar0, the IOMMU of dsa0, runs in legacy mode.';
const OLD = 'guest0: 6.12.0-55.el10.x86_64 is older than 6.15, which PASIDs need.';
const UNREAD = 'nvme0: the extended configuration space of 0000:6c:00.0 cannot be read.';
const RESET = 'dsa1: the disk \u001b[31mnvme\u202e0 cannot be reset 漢字.';

const HANGS =
  'Not everything could be read: reading /sys/bus/pci/devices/0000:6c:00.0/config does not come back, and what that decides is unknown.';

export const DIAGNOSIS: Diagnosis = {
  about: 'spec',
  devices: [
    { name: 'dsa0', address: '0000:6a:01.0', driver: 'idxd' },
    { name: 'dsa1', address: '0000:6a:02.0', driver: 'vfio-pci' },
    { name: 'dsa2', address: '0000:6a:03.0', driver: null },
    { name: 'nvme0', address: '0000:6c:00.0', driver: 'nvme' },
  ],
  alike: [{ physicalFunction: '0000:6b:00.0', others: 14 }],
  machine: {
    release: '6.12.0-55.el10.x86_64',
    uid: 1000,
    mayReadConfig: false,
    hung: ['/sys/bus/pci/devices/0000:6c:00.0/config'],
    late: true,
  },
  assumed: [
    { text: 'kernel=7.3', changes: true },
    { text: 'cmdline+=intel_iommu=on', changes: false },
  ],
  findings: [
    {
      ...{ ...NOTHING, check: 'machine-read', link: 'kernel', state: 'unknown', message: HANGS, devices: ['nvme0'] },
      evidence: [{ source: '/sys/bus/pci/devices/0000:6c:00.0/config', value: 'does not come back' }],
      diagnostic: diagnostic('HOST_READ_HANGS', HANGS),
    },
    lacking('dsa1'),
    lacking('dsa2'),
    fine('iommu-present', 'firmware', 'the machine has an IOMMU', ['dsa0']),
    {
      ...{ ...NOTHING, check: 'scalable-mode', link: 'unit', state: 'fatal', message: OFF, devices: ['dsa0'] },
      evidence: [
        { source: '/sys/bus/pci/devices/0000:6a:01.0/config', value: 'PASID control 0x0000 at 0x106' },
        { source: '/proc/cmdline', value: 'root=/dev/sda2 ro intel_iommu=on' },
      ],
      ...{ blocks: ['bindings of dsa0'], diagnostic: diagnostic('HOST_SCALABLE_MODE_OFF', OFF, AT) },
      fix: "sed -i 's/^GRUB_CMDLINE_LINUX=\"/&intel_iommu=on,sm_on /' /etc/default/grub && update-grub && reboot",
      confirm: 'setpci -s 0000:6a:01.0 ECAP_PASID+6.w',
    },
    {
      ...fine('pasid-width', 'device', 'the PASIDs are wide enough', ['dsa0']),
      state: 'skipped',
      because: 'scalable-mode',
    },
    {
      ...fine('page-requests', 'device', 'the device can request pages', ['dsa0']),
      state: 'skipped',
      because: 'scalable-mode',
    },
    {
      ...{ ...NOTHING, check: 'kernel-release', link: 'kernel', state: 'warning', message: OLD, devices: ['dsa0'] },
      ...{ diagnostic: diagnostic('HOST_KERNEL_UNSURE', OLD, AT), silenced: 'ported back by our vendor' },
    },
    {
      ...{
        ...NOTHING,
        check: 'capabilities-read',
        link: 'device',
        state: 'unknown',
        message: UNREAD,
        devices: ['nvme0'],
      },
      diagnostic: diagnostic('HOST_CAPABILITIES_UNKNOWN', UNREAD, AT),
    },
    {
      ...{ ...NOTHING, check: 'device-reset', link: 'device', state: 'warning', message: RESET, devices: ['dsa1'] },
      diagnostic: diagnostic('HOST_KERNEL_UNSURE', RESET),
    },
    { ...fine('device-unused', 'driver', '0000:6c:00.0 is used: disk nvme0n1 mounted at /', ['nvme0']), state: 'note' },
    fine('iommufd', 'kernel', '/dev/iommu is there', ['dsa0']),
    ...['a', 'b', 'c', 'd'].map((name) =>
      fine(`unit-${name}`, 'unit', `the unit can do ${name} and what goes with it`, ['dsa0']),
    ),
  ],
};

export const SOUND: Diagnosis = {
  ...DIAGNOSIS,
  ...{ alike: [], assumed: [], machine: { release: '7.3.4', uid: 0, mayReadConfig: true, hung: [], late: false } },
  devices: DIAGNOSIS.devices.slice(0, 1),
  findings: DIAGNOSIS.findings.filter(({ state }) => state === 'fine'),
};
