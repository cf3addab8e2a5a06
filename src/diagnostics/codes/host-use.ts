/** HOST_*, about who uses a device of the spec now, and what becomes of it: uses, holders, device files, resets. */

import type { CatalogueEntry } from '../catalogue-entry.ts';

export const HOST_USE_CODES = {
  HOST_DEVICE_IN_USE: {
    severity: 'error',
    summary: 'The host itself uses the device.',
    advice:
      'Unmount the disks, take down the interfaces and end the processes that the message names, or use another device.',
    explanation:
      'When a device is taken from its driver, its disks, network interfaces, queues and device files disappear under their users: unbinding a PCI driver never refuses (drivers/base/bus.c unbind_store, 7.3). pasidctl looks for mounted file systems, swap, disks held by device mapper or RAID, network interfaces that are up, queues of DSA and IAA with clients, and processes that have a disk or any character device of the function open: /proc/<pid>/fd.',
  },
  HOST_DEVICE_ENABLED: {
    severity: 'warning',
    summary: 'Something of the device is switched on, and ends when the device is taken.',
    advice: 'Nothing needs to be done when it may end. Otherwise use another device.',
    explanation:
      'Nobody uses it at the moment: an enabled queue of DSA or IAA without clients, an interface that is a port of a bond or a bridge, a display. Unbinding the driver stops and resets it, and giving the device back does not configure it again. A unit that configures it at boot, such as accel-config, may switch it on again.',
  },
  HOST_OPEN_FILES_UNREAD: {
    severity: 'warning',
    summary: 'The open files of some processes could not be read, so users and holders of a device may be missing.',
    advice: 'Run pasidctl as root. As root, ask again when the processes that hang have gone or fewer files are open.',
    explanation:
      'The links in /proc/<pid>/fd of another user’s process may be read with CAP_SYS_PTRACE only: fs/proc/base.c proc_fd_access_allowed (7.3). doctor also leaves out processes whose folder does not answer, and those that it has no time for. A process among them may have the device open.',
  },
  HOST_DEVICE_HELD: {
    severity: 'error',
    summary: 'Another process has the device open.',
    advice: 'End the process that the message names, or release the device in it.',
    explanation:
      'A vfio device can be bound to one iommufd, by one process. A second bind fails with EINVAL, or with EBUSY while the file of the group, /dev/vfio/<group>, is open (drivers/vfio/group.c vfio_device_block_group, 7.3), and an unbind from vfio-pci waits in the kernel until that process closes the device.',
  },
  HOST_HOLDER_UNCLEAR: {
    severity: 'error',
    summary: 'Another process has a vfio device open, and it may be this one.',
    advice: 'End the process that the message names, or boot a kernel from 6.18 on, which tells which device it has.',
    explanation:
      'A device that was opened through its group is `anon_inode:[vfio-device]` in /proc/<pid>/fd. Its line `vfio-device-syspath` in fdinfo came with 6.18; before, only the file of the group tells which devices a process may have, and the process has closed that. If it is this device, a bind fails with EINVAL, and an unbind waits until the process closes it.',
  },
  HOST_NO_VFIO_CDEV: {
    severity: 'error',
    summary: 'The kernel makes no character devices for vfio.',
    advice: 'Use a kernel built with CONFIG_VFIO_DEVICE_CDEV=y.',
    explanation:
      'iommufd is given a device by its character device, /dev/vfio/devices/vfioN. The kernel makes it only with CONFIG_VFIO_DEVICE_CDEV, which is off by default: drivers/vfio/Kconfig (7.3). The folder vfio-dev/vfioN of a function is there without it, its file `dev` is not.',
  },
  HOST_VFIO_CDEV_UNSURE: {
    severity: 'warning',
    summary: 'Whether the kernel makes character devices for vfio could not be found out.',
    advice: 'Look for CONFIG_VFIO_DEVICE_CDEV=y in the configuration that the kernel was built with.',
    explanation:
      'iommufd is given a device by its character device, which needs CONFIG_VFIO_DEVICE_CDEV. No device is on a vfio driver yet, and none of /proc/config.gz, /boot/config-<release> and /lib/modules/<release>/config could be read. When the option is off, apply fails when it opens the device, and undoes what it did.',
  },
  HOST_NO_VFIO_NODE: {
    severity: 'error',
    summary: 'The file of a vfio device does not exist, although the kernel has the device.',
    advice: 'Make the file, or run pasidctl where udev makes it: outside the container.',
    explanation:
      'vfio-dev/vfioN/dev of the function has a device number, and /dev/vfio/devices/vfioN does not exist in this mount namespace. The holder of the vIOMMU could not open the device.',
  },
  HOST_NO_VFIO_ACCESS: {
    severity: 'error',
    summary: 'This user may not open the file of a vfio device.',
    advice: 'Run pasidctl as root, or make this user the owner of the file.',
    explanation:
      'The kernel makes /dev/vfio/devices/vfioN for root only, mode 0600; udev rules may change that. The holder of the vIOMMU opens it for reading and writing.',
  },
  HOST_NO_RESET: {
    severity: 'warning',
    summary: 'A device has no function reset.',
    advice: 'Give the device to guests that trust each other only, or restart the machine between them.',
    explanation:
      'vfio-pci resets a function before and after a guest has it, if it can be reset: drivers/vfio/pci/vfio_pci_core.c vfio_pci_core_enable, vfio_pci_core_disable (7.3). `reset_method` of this function is empty or absent. What a guest left in it is there for the next one: memory of the device, its configuration, transfers that still run. Some devices do not work again before the next restart.',
  },
  HOST_RESET_UNKNOWN: {
    severity: 'warning',
    summary: 'Whether a device can be reset is not known.',
    advice: 'Look into `reset_method` of the function. Write the machine file again if it is from an older version.',
    explanation:
      'Kernels from 5.15 on list in /sys/bus/pci/devices/<address>/reset_method how they reset a function. A function without the file has no reset. Here the file could not be read or lists something else, or the kernel is older, or the machine file does not record it. What a guest leaves in a device that cannot be reset is there for the next one.',
  },
} as const satisfies Record<string, CatalogueEntry>;
