/** What this user may do, and what this kernel can: open /dev/iommu, write to drivers, load vfio-pci. */

import { builtWith, type KnownOption } from '../linux/kernel-options.ts';
import { VFIO_PCI } from '../linux/vfio-drivers.ts';
import { type Problem, problem } from './check.ts';
import { type Context, namesOf } from './context.ts';
import { deviceNames } from './device-rules.ts';

const IOMMUFD = '/dev/iommu';
const OPTION: KnownOption = 'CONFIG_VFIO_PCI';

/** vIOMMUs of QEMU are opened by QEMU, as whoever starts it. */
export function* iommufdDenied(context: Context): Iterable<Problem> {
  const { spec, host } = context;
  const first = spec.viommus.find(({ holder }) => holder === 'agent');
  if (first === undefined || host.process?.mayOpenIommufd !== false) return;
  yield problem(context, {
    code: 'HOST_NO_IOMMUFD_ACCESS',
    message: `${first.name}: this user may not open ${IOMMUFD}.`,
    at: { origin: first.origin },
    devices: first.devices,
    evidence: [{ source: IOMMUFD, value: 'permission denied' }],
    fix: `sudo setfacl -m "u:$USER:rw" ${IOMMUFD}`,
    confirm: `test -r ${IOMMUFD} -a -w ${IOMMUFD}`,
  });
}

/** Names of the devices that the plan takes from their drivers. */
export function taken({ assigned }: Context): readonly string[] {
  return namesOf(assigned.filter(({ fn }) => fn.driver !== VFIO_PCI));
}

/** A warning: the plan is right, and whoever applies it must be root. */
export function* takingNeedsRoot(context: Context): Iterable<Problem> {
  const { assigned, host } = context;
  const devices = assigned.filter(({ fn }) => fn.driver !== VFIO_PCI);
  const [first] = devices;
  if (first === undefined || host.process === null || host.process.uid === 0) return;
  yield problem(context, {
    code: 'HOST_TAKING_NEEDS_ROOT',
    message: `Only root may take ${deviceNames(devices)} from the driver, and this is user ${host.process.uid}.`,
    at: { origin: first.device.origin, key: 'address' },
    devices: namesOf(devices),
    evidence: [{ source: '/proc/self/status', value: `Uid ${host.process.uid}` }],
  });
}

/** Build options that were not read are told by the check of the cdev. */
export function* noVfioPci(context: Context): Iterable<Problem> {
  const { assigned, host } = context;
  const devices = assigned.filter(({ fn }) => fn.driver !== VFIO_PCI);
  const [first] = devices;
  if (first === undefined || host.modules.includes('vfio_pci') || builtWith(host.kernel, OPTION) !== 'n') return;
  yield problem(context, {
    code: 'HOST_NO_VFIO_PCI',
    message: `The kernel ${host.kernel.release} was built without vfio-pci, the driver that ${deviceNames(devices)} would get.`,
    at: { origin: first.device.origin, key: 'address' },
    devices: namesOf(devices),
    evidence: [{ source: OPTION, value: 'n' }],
    confirm: 'modinfo vfio-pci',
  });
}
