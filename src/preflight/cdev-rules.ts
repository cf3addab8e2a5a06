/** The vfio cdev of each device, which the holder of its vIOMMU opens: made by the kernel, shown below /dev, and openable. */

import type { Evidence } from '../diagnostics/finding.ts';
import { builtWith } from '../linux/kernel-options.ts';
import { CDEV_OPTION, hasVfioCdev } from '../linux/vfio-cdev.ts';
import { pciFolder } from '../text/pci-folder.ts';
import { type Problem, problem } from './check.ts';
import { type Assigned, type Context, namesOf } from './context.ts';
import { asRoot } from './shell.ts';

/** What is bound to an iommufd by us was opened by its cdev. */
function toBeOpened({ assigned, live }: Context): readonly Assigned[] {
  const bound = new Set(live.viommus.flatMap(({ devices }) => devices.map(({ address }) => address)));
  return assigned.filter(({ device, viommu }) => viommu !== null && !bound.has(device.address));
}

/** A device on a vfio driver shows it; for others the build options tell, or any function of the machine that has a cdev. */
export function* noVfioCdev(context: Context): Iterable<Problem> {
  const devices = toBeOpened(context);
  for (const { device, fn } of devices.filter(({ fn }) => fn.vfioLacks === 'cdev')) {
    yield problem(context, {
      devices: [device.name],
      code: 'HOST_NO_VFIO_CDEV',
      message: `${device.name}: ${device.address} is on ${fn.driver ?? 'a vfio driver'} and has no character device, so the kernel has no ${CDEV_OPTION}.`,
      at: { origin: device.origin, key: 'address' },
      evidence: [{ source: `${pciFolder(device.address)}/vfio-dev/vfioN/dev`, value: 'absent' }],
      confirm: `ls ${pciFolder(device.address)}/vfio-dev/*/dev`,
    });
  }
  const others = devices.filter(({ fn }) => fn.vfioDevice === null && fn.vfioLacks !== 'cdev');
  if (context.host.functions.every(({ vfioDevice }) => vfioDevice === null)) yield* kernelWithout(context, others);
}

function* kernelWithout(context: Context, devices: readonly Assigned[]): Iterable<Problem> {
  const { kernel } = context.host;
  const [first] = devices;
  const has = hasVfioCdev(kernel);
  if (first === undefined || has === true) return;
  const at = { origin: first.device.origin, key: 'address' };
  const file = `/boot/config-${kernel.release}`;
  const common = { at, devices: namesOf(devices), confirm: `grep ${CDEV_OPTION} ${file}` };
  yield has === null
    ? problem(context, {
        ...common,
        code: 'HOST_VFIO_CDEV_UNSURE',
        message: `${first.device.name}: whether the kernel has ${CDEV_OPTION}, which makes the file that the device is opened by, could not be read.`,
        unknown: true,
        evidence: [{ source: file, value: 'not readable' }],
      })
    : problem(context, {
        ...common,
        code: 'HOST_NO_VFIO_CDEV',
        message: `${first.device.name}: the kernel ${kernel.release} was built without ${CDEV_OPTION}, so the device would get no file to open it by.`,
        evidence: [{ source: CDEV_OPTION, value: 'n' }],
      });
}

export function* vfioNodeLacks(context: Context): Iterable<Problem> {
  for (const { device, fn } of toBeOpened(context)) {
    if (fn.vfioDevice === null || fn.vfioLacks === null) continue;
    const node = `/dev/vfio/devices/${fn.vfioDevice}`;
    const common = { devices: [device.name], at: { origin: device.origin, key: 'address' } };
    yield fn.vfioLacks === 'access'
      ? problem(context, {
          ...common,
          code: 'HOST_NO_VFIO_ACCESS',
          message: `${device.name}: this user may not open ${node}, the file of ${device.address}.`,
          evidence: [{ source: node, value: 'permission denied' }],
          fix: `sudo chown "$USER" ${node}`,
          confirm: `test -r ${node} -a -w ${node}`,
        })
      : problem(context, {
          ...common,
          code: 'HOST_NO_VFIO_NODE',
          message: `${device.name}: ${node}, the file of ${device.address}, does not exist.`,
          evidence: [{ source: node, value: 'absent' }],
          fix: makeNode(node, `${pciFolder(device.address)}/vfio-dev/${fn.vfioDevice}/dev`),
          confirm: `ls -l ${node}`,
        });
  }
}

function makeNode(node: string, number: string): string {
  return asRoot(`mkdir -p /dev/vfio/devices && mknod -m 600 ${node} c $(tr : " " < ${number})`);
}

export function cdevEvidence(context: Context): readonly Evidence[] {
  const shown = toBeOpened(context).flatMap(({ fn }) =>
    fn.vfioDevice === null ? [] : [{ source: `${pciFolder(fn.address)}/vfio-dev`, value: `${fn.vfioDevice}/dev` }],
  );
  const option = builtWith(context.host.kernel, CDEV_OPTION);
  return shown.length > 0 || option === null ? shown : [{ source: CDEV_OPTION, value: option }];
}
