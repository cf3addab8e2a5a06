/** Whether functions on a vfio driver get a character device. */

import type { KernelFacts } from '../model/host.ts';

/**
 * CONFIG_VFIO_DEVICE_CDEV, off by default: without it vfioN has no `dev` (drivers/vfio/Kconfig, vfio.h vfio_init_device_cdev, 7.3).
 * `null` when the build options were not read.
 */
export function hasVfioCdev({ config }: Pick<KernelFacts, 'config'>): boolean | null {
  const { CONFIG_VFIO_DEVICE_CDEV: value } = config ?? {};
  return value === undefined ? null : value === 'y';
}
