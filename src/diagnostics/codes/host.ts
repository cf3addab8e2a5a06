/** HOST_*: the machine does not meet what the spec needs (exit 4, before any change); MACHINE_*: an invalid machine file. */

import type { CatalogueEntry } from '../catalogue-entry.ts';
import { HOST_ACCESS_CODES } from './host-access.ts';
import { HOST_DEVICE_CODES } from './host-device.ts';
import { HOST_DRIVER_CODES } from './host-driver.ts';
import { HOST_GROUP_CODES } from './host-group.ts';
import { HOST_MEMORY_CODES } from './host-memory.ts';
import { HOST_PRESENCE_CODES } from './host-presence.ts';
import { HOST_READING_CODES } from './host-reading.ts';
import { HOST_SWITCH_CODES } from './host-switches.ts';
import { HOST_UNIT_CODES } from './host-unit.ts';
import { HOST_USE_CODES } from './host-use.ts';
import { HOST_VFS_CODES } from './host-vfs.ts';
import { MACHINE_CODES } from './machine.ts';

const HOST_SYSTEM_CODES = {
  HOST_NO_IOMMUFD: {
    severity: 'error',
    summary: '/dev/iommu does not exist.',
    advice: 'Run `modprobe iommufd`, or use a kernel built with CONFIG_IOMMUFD.',
    explanation:
      'Every vIOMMU is one iommufd, which is opened through /dev/iommu. The file exists when the module iommufd is loaded or built in.',
  },
  HOST_KERNEL_TOO_OLD: {
    severity: 'error',
    summary: 'The kernel is too old for a feature that the spec needs.',
    advice: 'Boot a kernel of at least the release that the message names.',
    explanation:
      'vfio character devices came with Linux 6.6, nesting with 6.7, mapping files (IOMMU_IOAS_MAP_FILE) with 6.13 and PASID attachment with 6.15. An older kernel refuses the ioctl or the flag.',
  },
  HOST_KERNEL_UNSURE: {
    severity: 'warning',
    summary: 'The kernel’s release is too old for a feature that the spec needs, unless its vendor has backported it.',
    advice: 'Look for the feature that the message names in the vendor’s release notes, or boot a newer kernel.',
    explanation:
      'Enterprise kernels (RHEL, SLES) keep an old release number and backport newer features, so the release does not show whether the feature is there. This is therefore a warning: when the feature is missing, apply fails and undoes what it did.',
  },
  HOST_RELEASE_UNKNOWN: {
    severity: 'warning',
    summary: 'The release of the kernel could not be told.',
    advice: 'Look with `uname -r` that the kernel is at least of the release that the message names.',
    explanation:
      'vfio character devices, nesting, mapping files and PASID attachment came one after the other, and the kernel’s release shows which of them it has. /proc/sys/kernel/osrelease starts with two numbers, such as `6.12.48+deb13-amd64`. Here it is absent, or something else. When a feature is missing, apply fails and undoes what it did.',
  },
  HOST_NOTHING_WITH_PASIDS: {
    severity: 'error',
    summary: 'No PCI function of the machine has PASIDs.',
    advice:
      'Look at `pasidctl inventory --all`; some devices show PASIDs only after they are switched on in the firmware.',
    explanation:
      'Without a spec, `doctor` asks about every function that has the PASID capability (extended capability 0x1b of configuration space); of a PF with more than three VFs about two of them, since the others are like those. ' +
      'There is none. A function that is passed through with PASIDs, such as Intel DSA or IAA, shows it to root: `lspci -vv`, PASIDCap.',
  },
  HOST_CHECK_FAILED: {
    severity: 'error',
    summary: 'A check of pasidctl failed in itself, so that its answer is not known.',
    advice: 'Report it, with `pasidctl inventory -o yaml` of the machine; the other checks were made.',
    explanation:
      'A bug in pasidctl: the rule of the check threw an exception on the facts of this machine. `doctor` tells it as an unknown and goes on ' +
      'with the other checks; `plan` and `apply` end with exit 70 and change nothing, since what the check would have found is not known.',
  },
} as const satisfies Record<string, CatalogueEntry>;

export const HOST_CODES = {
  ...HOST_SYSTEM_CODES,
  ...HOST_ACCESS_CODES,
  ...HOST_DEVICE_CODES,
  ...HOST_MEMORY_CODES,
  ...HOST_GROUP_CODES,
  ...HOST_PRESENCE_CODES,
  ...HOST_USE_CODES,
  ...HOST_READING_CODES,
  ...HOST_DRIVER_CODES,
  ...HOST_UNIT_CODES,
  ...HOST_SWITCH_CODES,
  ...HOST_VFS_CODES,
  ...MACHINE_CODES,
} as const satisfies Record<string, CatalogueEntry>;
