/** Whether functions on a vfio driver get a character device. */

import type { KernelFacts } from '../model/host.ts';
import { builtWith, type KnownOption } from './kernel-options.ts';

export const CDEV_OPTION: KnownOption = 'CONFIG_VFIO_DEVICE_CDEV';

/**
 * CONFIG_VFIO_DEVICE_CDEV, off by default: without it vfioN has no `dev` (drivers/vfio/Kconfig, vfio.h vfio_init_device_cdev, 7.3).
 * `null` when the build options were not read.
 */
export function hasVfioCdev(kernel: Pick<KernelFacts, 'config'>): boolean | null {
  const value = builtWith(kernel, CDEV_OPTION);
  return value === null ? null : value === 'y';
}
