/** HOST_*, about IOMMU groups: their owner, their interrupts, their reserved regions. */

import type { CatalogueEntry } from '../catalogue-entry.ts';

export const HOST_GROUP_CODES = {
  HOST_GROUP_NOT_VIABLE: {
    severity: 'error',
    summary: 'Another device of the IOMMU group is on a kernel driver that keeps the group.',
    advice:
      'Unbind the other device from its driver, or list it as a device too if it is a PCI function and no bridge, or move the card to a slot with a group of its own.',
    explanation:
      'iommufd claims DMA ownership of the whole group: binding one device fails with EPERM while a member is on a kernel driver (drivers/iommu/iommu.c iommu_device_claim_dma_owner, 7.3). Only drivers that set driver_managed_dma do not count: pcieport, pci-stub, vfio-pci and its variants, and the vfio drivers of other buses. Neither bus nor class matters: an ISA bridge on lpc_ich, a bridge on shpchp and a platform device with a driver block as well. Devices without a driver do not.',
  },
  HOST_GROUP_MEMBERS_UNKNOWN: {
    severity: 'warning',
    summary: 'The members of an IOMMU group that are no PCI functions could not be read.',
    advice: 'Run on the machine itself, or record it anew with `pasidctl inventory -o yaml`.',
    explanation:
      'A platform device in the group keeps it when it is on a driver that does DMA: the bind of the PCI device then fails with EPERM (drivers/iommu/iommu.c iommu_device_claim_dma_owner, 7.3). /sys/kernel/iommu_groups/GROUP/devices is readable for everyone, but an older machine file or a copied tree may not have it, and a group with more than 64 such members is not looked at.',
  },
  HOST_GROUP_OWNED: {
    severity: 'error',
    summary: 'Another process owns the IOMMU group.',
    advice: 'Stop the process that the message names, or give it this device too.',
    explanation:
      'A group has one owner, which is one iommufd or one VFIO container. While another process has a member bound, a bind of this device fails with EPERM (drivers/iommu/iommu.c iommu_device_claim_dma_owner, 7.3); while a process has /dev/vfio/GROUP open, it fails with EBUSY (drivers/vfio/group.c vfio_device_block_group).',
  },
  HOST_GROUP_SPLIT: {
    severity: 'error',
    summary: 'Devices of one IOMMU group are in different vIOMMUs.',
    advice: 'Put all devices of the group into one vIOMMU.',
    explanation:
      'Each vIOMMU is one iommufd, and one iommufd owns the whole group: binding a device of the group to a second iommufd fails with EPERM (drivers/iommu/iommu.c iommu_device_claim_dma_owner, 7.3).',
  },
  HOST_GROUP_PASID_TOO_WIDE: {
    severity: 'error',
    summary: 'A bound PASID is beyond what another function of the IOMMU group can carry.',
    advice:
      'Use PASIDs within the width that the message names, or move one of the cards to a slot with a group of its own.',
    explanation:
      'The kernel attaches a PASID for the whole IOMMU group. Each function of it that has PASIDs must be able to carry this one, whether the spec lists the function or not: the attach fails with EINVAL otherwise, though the device itself could carry it (drivers/iommu/iommu.c iommu_attach_device_pasid, 7.3). How many PASIDs a function has is the smaller of its own width (capability 0x1b) and that of its unit (ECAP.PSS + 1). Functions without PASIDs do not count.',
  },
  HOST_GROUP_PASIDS_UNKNOWN: {
    severity: 'warning',
    summary: 'The PASID width of another function of the IOMMU group could not be read.',
    advice: 'Run pasidctl as root, and see that the function answers: `lspci -vvs` with its address shows it.',
    explanation:
      'The kernel attaches a PASID for the whole IOMMU group, and refuses one that a function of the group cannot carry with EINVAL (drivers/iommu/iommu.c iommu_attach_device_pasid, 7.3). The widths are in extended configuration space, which only root can read, and which a function without power does not show. Apply detects the refusal and undoes what it did.',
  },
  HOST_GROUP_PASID_CONFLICT: {
    severity: 'error',
    summary: 'Two devices of one IOMMU group have different page tables at the same PASID.',
    advice:
      'Give one of the bindings another PASID, or both the same target; or move one of the cards to a slot with a group of its own.',
    explanation:
      'The kernel attaches a PASID for the whole IOMMU group, so its members share one page table there. Attaching a second member to another HWPT at the same PASID fails with EINVAL (drivers/iommu/iommufd/device.c iommufd_hw_pagetable_attach, 7.3), and replacing the HWPT of one member replaces that of the others (iommufd_device_do_replace). Page tables are the same when `pageTable`, `addressWidth` and all flags are. What a guest binds in a range `from: guest` is never the page table of another binding of the spec, but it may be the pass-through: such ranges of two devices, or a range and `passThrough`, may overlap, and the guest must then ask for the same of both.',
  },
  HOST_DIRECT_REGION: {
    severity: 'error',
    summary: 'The firmware requires a 1:1 mapping for the device or for another one of its group.',
    advice:
      'Switch off the feature of the firmware that uses the region (often a management controller, or legacy USB), update the firmware, or use another device.',
    explanation:
      'A region of type `direct` comes from an RMRR of the DMAR table, from IVMD or from an RMR of IORT: the platform does DMA there behind the back of the operating system, and a new owner would block it. So the kernel refuses to bind any device of the group with EINVAL, and logs “Firmware has requested this device have a 1:1 IOMMU mapping” (drivers/iommu/iommu.c __iommu_device_set_domain, since 6.6). Regions of type `direct-relaxable` (USB, graphics) do not refuse.',
  },
  HOST_REGIONS_UNKNOWN: {
    severity: 'warning',
    summary: 'The reserved regions of an IOMMU group could not be read.',
    advice: 'Run on the machine itself, or record it anew with `pasidctl inventory -o yaml`.',
    explanation:
      'A `direct` region refuses the bind of the device, and guest memory may not cover the others. /sys/kernel/iommu_groups/GROUP/reserved_regions is readable for everyone, but an older machine file or a copied tree may not have it, or have an empty file (VT-d always has its interrupt window), or one whose lines are no regions (`0x00000000fee00000 0x00000000feefffff msi`).',
  },
  HOST_MEMORY_RESERVED: {
    severity: 'error',
    summary: 'Guest memory covers addresses that are reserved for a device.',
    advice: 'Leave a gap in guest memory at the reserved range.',
    explanation:
      'Addresses in /sys/kernel/iommu_groups/GROUP/reserved_regions, but those of type direct-relaxable, do not reach memory: they are interrupts, or belong to the platform. The attach of a device’s RID fails with EADDRINUSE when memory is mapped there, and a later mapping with EINVAL: drivers/iommu/iommufd/io_pagetable.c iopt_table_enforce_dev_resv_regions (7.3).',
  },
  HOST_MEMORY_BEYOND_TABLE: {
    severity: 'error',
    summary: 'Guest memory lies beyond the addresses that the page tables of the unit map.',
    advice: 'Place guest memory lower, or set `firstStage: true`, with which the kernel makes second-stage tables.',
    explanation:
      'Without first stages for the guest the kernel makes the table of guest memory a first stage where the unit has one, and uses the lower half of it only: 128 TiB of 48 bits. Making the HWPT fails with EADDRINUSE when memory is mapped beyond: drivers/iommu/intel/iommu.c intel_iommu_domain_alloc_first_stage, iommufd/io_pagetable.c iopt_table_add_domain (7.3).',
  },
  HOST_NO_INTERRUPT_REMAPPING: {
    severity: 'error',
    summary: 'Interrupt remapping is off, so that a guest could forge interrupts with its device.',
    advice:
      'Switch interrupt remapping on, or, for guests that are trusted, allow it: `echo Y > /sys/module/iommufd/parameters/allow_unsafe_interrupts`.',
    explanation:
      'A device sends interrupts by writing to memory, and without remapping its guest can send any interrupt to the host. iommufd therefore refuses to bind such a device with EPERM, unless its parameter allow_unsafe_interrupts is on, which it reads at each bind (drivers/iommu/iommufd/device.c iommufd_device_bind, 7.3). Remapping is on when the interrupt chips of PCI devices in /proc/interrupts have names with `IR-`. The kernel switches it on for all units or for none: it needs ECAP.IR of every unit and the flag INTR_REMAP of the DMAR table, and `intremap=off` keeps it off (drivers/iommu/intel/irq_remapping.c intel_prepare_irq_remapping).',
  },
  HOST_INTERRUPTS_UNKNOWN: {
    severity: 'warning',
    summary: 'Whether interrupt remapping is on could not be read.',
    advice: 'Let this user read /proc/interrupts, or look for `IR-` in it as root.',
    explanation:
      'iommufd binds no device whose interrupts are not remapped (EPERM). Names of interrupt chips with `IR-` in /proc/interrupts or /sys/kernel/irq/N/chip_name show that they are; a hardened host may hide both from users, and older machine files do not have them. ECAP.IR alone shows only that the unit could do it.',
  },
} as const satisfies Record<string, CatalogueEntry>;
