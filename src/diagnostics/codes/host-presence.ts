/** HOST_*, about devices that are not made yet, do not answer, or are below a VMD controller. */

import type { CatalogueEntry } from '../catalogue-entry.ts';

export const HOST_PRESENCE_CODES = {
  HOST_DEVICE_NOT_ANSWERING: {
    severity: 'error',
    summary: 'A device is listed, but does not answer.',
    advice:
      'Remove the function and scan the bus again, with the command of the message; if it stays silent, power the machine off and on, and look for AER, DPC or hotplug messages in dmesg.',
    explanation:
      'A read that no device answers gives ones: drivers/pci/access.c (PCI_ERROR_RESPONSE, 7.3). /sys keeps the folder and the ids of a function that has left the bus, has lost its power or hangs after a reset. Its driver can be changed, but vfio-pci cannot enable it, and its capabilities cannot be read. A VF has ones for its vendor and device id alone, so the whole header of 64 bytes decides.',
  },
  HOST_DEVICE_ANSWER_UNKNOWN: {
    severity: 'warning',
    summary: 'Whether a device answers could not be read.',
    advice:
      'Look whether `config` of the device can be read. A tree or machine file that was captured without it does not tell.',
    explanation:
      'The first 64 bytes of /sys/bus/pci/devices/<address>/config can be read by every user. A device that does not answer reads as ones there. Without them pasidctl cannot tell a device that hangs from one that works.',
  },
  HOST_VF_NOT_MADE: {
    severity: 'error',
    summary: 'A device is a VF that was not made.',
    advice:
      'Write the number of VFs to sriov_numvfs of the PF, or declare it in the spec as `virtualFunctions` of the PF.',
    explanation:
      'A PF has no VFs after boot. Its driver makes them when their number is written to sriov_numvfs: drivers/pci/iov.c sriov_numvfs_store (7.3). VF n has the requester id of the PF + sriov_offset + n × sriov_stride. The write fails with EINVAL for anything but a number, ERANGE above sriov_totalvfs, ENOENT when the PF has no driver or one that makes no VFs (idxd, pcieport, vfio-pci without enable_sriov), EBUSY when another number of VFs is there (write 0 first, which removes them), ENOMEM without room for their registers or bus numbers, EIO when the firmware of the device is wrong. A driver may also make fewer than were asked for, and the write still succeeds: read sriov_numvfs again. With sriov_drivers_autoprobe 0 new VFs get no driver, which does not matter here: a driver_override is honoured all the same.',
  },
  HOST_VMD_CHILD: {
    severity: 'error',
    summary: 'A device is below a VMD controller, and cannot be assigned alone.',
    advice:
      'Switch VMD off for the slot in the firmware: the device then appears in a segment of four digits. Or assign the whole VMD controller.',
    explanation:
      'An Intel VMD controller shows the functions behind it in a PCI segment of its own, from 10000 on, whose number depends on the order of probing. Their requests carry the requester id of the controller (drivers/pci/search.c pci_real_dma_dev, 7.3), so they share its IOMMU group, which the driver `vmd` owns, and VT-d makes no context or PASID table for them: binding fails with EPERM, and attaching a PASID with EOPNOTSUPP.',
  },
  HOST_VMD_IN_USE: {
    severity: 'error',
    summary: 'A device is a VMD controller, and the host uses disks or networks below it.',
    advice:
      'Unmount and release what the message names first, or take another device. Disks that carry the host itself cannot be given away with their controller.',
    explanation:
      'When the driver `vmd` is unbound, it stops and removes its root bus: drivers/pci/controller/vmd.c vmd_remove (7.3). Every function below the controller disappears at once, mounted or not.',
  },
  HOST_VMD_CHILDREN_VANISH: {
    severity: 'warning',
    summary: 'A device is a VMD controller: the host loses every function below it.',
    advice:
      'Take it if the guest shall have everything below the controller; the functions come back with the driver `vmd`.',
    explanation:
      'When the driver `vmd` is unbound, it stops and removes its root bus: drivers/pci/controller/vmd.c vmd_remove (7.3). The guest needs a driver for VMD to see the disks.',
  },
} as const satisfies Record<string, CatalogueEntry>;
