/** HOST_*, about PFs whose VFs the spec declares. */

import type { CatalogueEntry } from '../catalogue-entry.ts';

export const HOST_VFS_CODES = {
  HOST_PF_MAKES_NO_VFS: {
    severity: 'error',
    summary: 'A device with `virtualFunctions` cannot have VFs, or its driver makes none.',
    advice: 'Bind the PF to its native driver, if that can make VFs; otherwise remove `virtualFunctions`.',
    explanation:
      'The VFs of a PF are made by its driver. A write to sriov_numvfs fails with ENOENT when the PF has no driver, or one without this operation, such as idxd, pcieport, or vfio-pci while its parameter enable_sriov is off: drivers/pci/iov.c sriov_numvfs_store (7.3). A function without sriov_totalvfs is no PF.',
  },
  HOST_TOO_MANY_VFS: {
    severity: 'error',
    summary: 'A PF cannot have as many VFs as the spec declares.',
    advice: 'Lower `virtualFunctions` to what the message names.',
    explanation:
      'A write above sriov_totalvfs fails with ERANGE: drivers/pci/iov.c sriov_numvfs_store (7.3). The firmware or a setting of the card may have lowered the number.',
  },
  HOST_OTHER_VFS: {
    severity: 'error',
    summary: 'A PF has another number of VFs, which pasidctl has not made.',
    advice:
      'See that nobody uses the VFs, and write 0 to sriov_numvfs of the PF; or declare the number that is there. A number that is there already is left as it is, also on release.',
    explanation:
      'Their number can only change by way of 0, which removes all VFs at once: any other write fails with EBUSY (drivers/pci/iov.c sriov_numvfs_store, 7.3). pasidctl does not remove VFs that somebody else has made.',
  },
  HOST_VFS_IN_USE: {
    severity: 'error',
    summary: 'VFs that pasidctl made would be removed while the spec uses one of them, or pasidctl holds one.',
    advice: 'Apply a spec without these devices first, then change `virtualFunctions`.',
    explanation:
      'pasidctl removes VFs that it made when the spec no longer declares them on their PF, or declares another number. Their number can only change by way of 0, which removes all VFs at once, those of running guests too: drivers/pci/iov.c sriov_numvfs_store (7.3).',
  },
  HOST_VF_PLACE_TAKEN: {
    severity: 'error',
    summary: 'A VF of a PF would be where another function is.',
    advice:
      'Move one of the two cards to another slot, or let the firmware reserve bus numbers for VFs (its SR-IOV setting), or boot with `pci=assign-busses`.',
    explanation:
      'VF n has the requester id of the PF + sriov_offset + n × sriov_stride, which may be on a bus above that of the PF. When the firmware has not reserved that bus number for the PF, it may belong to another card: a write of sriov_numvfs then fails with ENOMEM (drivers/pci/iov.c sriov_enable, 7.3). Two PFs of the spec can also take the same place. A spec that names the address would be given the wrong function.',
  },
  HOST_VF_PLACES_UNKNOWN: {
    severity: 'error',
    summary: 'A PF does not tell where its VFs will be.',
    advice:
      'Write the number to sriov_numvfs of the PF; the plan then finds the VFs, and leaves them as they are on release.',
    explanation:
      'VF n has the requester id of the PF + sriov_offset + n × sriov_stride, and the device id sriov_vf_device. Some functions have an offset only while they have VFs, and a captured tree may lack the files. pasidctl then cannot tell which device of the spec is which VF.',
  },
} as const satisfies Record<string, CatalogueEntry>;
