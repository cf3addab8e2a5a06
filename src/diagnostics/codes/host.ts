/** HOST_*: the machine does not meet what the spec needs (exit 4, before any change); MACHINE_*: an invalid machine file. */

import type { CatalogueEntry } from '../catalogue-entry.ts';
import { HOST_DEVICE_CODES } from './host-device.ts';
import { HOST_PRESENCE_CODES } from './host-presence.ts';
import { HOST_UNIT_CODES } from './host-unit.ts';
import { HOST_USE_CODES } from './host-use.ts';
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
  HOST_CHECK_FAILED: {
    severity: 'error',
    summary: 'A check of pasidctl failed in itself, so that its answer is not known.',
    advice: 'Report it, with `pasidctl inventory -o yaml` of the machine; the other checks were made.',
    explanation:
      'A bug in pasidctl: the rule of the check threw an exception on the facts of this machine. `doctor` tells it as an unknown and goes on ' +
      'with the other checks; `plan` and `apply` end with exit 70 and change nothing, since what the check would have found is not known.',
  },
  HOST_MEMORY_MISSING: {
    severity: 'error',
    summary: 'A memory file does not exist.',
    advice: 'Start the program that makes the file first, or set `create: true` for the region.',
    explanation:
      'pasidctl maps guest memory from files on tmpfs or hugetlbfs (IOMMU_IOAS_MAP_FILE). Usually the VMM makes these files.',
  },
  HOST_MEMORY_TOO_SMALL: {
    severity: 'error',
    summary: 'A memory region ends beyond the end of its file.',
    advice: 'Correct `offset` and `size` of the region, or make the file larger.',
    explanation:
      'The kernel refuses to map memory beyond the end of a file (EINVAL). pasidctl never grows an existing file, not even with `create: true`.',
  },
  HOST_MEMORY_NOT_A_FILE: {
    severity: 'error',
    summary: 'The path of a memory file leads to something else than a regular file.',
    advice: 'Write the path of a regular file on tmpfs or hugetlbfs in `file`.',
    explanation:
      'Guest memory is a regular file. A folder cannot be opened for writing (EISDIR). Opening a FIFO waits for another process, and opening a device node may act on the device. A symbolic link is not followed, since whoever may change the link would choose what pasidctl maps and removes.',
  },
  HOST_MEMORY_NO_FOLDER: {
    severity: 'error',
    summary: 'The folder in which a memory file would be made does not exist.',
    advice: 'Make the folder or mount the file system first, or correct `file`.',
    explanation:
      'With `create: true` pasidctl makes the file, but no folder: making the file would fail with ENOENT after the devices are taken. A missing folder often is a tmpfs or hugetlbfs that is not mounted.',
  },
} as const satisfies Record<string, CatalogueEntry>;

export const HOST_CODES = {
  ...HOST_SYSTEM_CODES,
  ...HOST_DEVICE_CODES,
  ...HOST_PRESENCE_CODES,
  ...HOST_USE_CODES,
  ...HOST_UNIT_CODES,
  ...MACHINE_CODES,
} as const satisfies Record<string, CatalogueEntry>;
