/** The flags byte of the DMAR table, which the firmware makes. Source: VT-d r5 §8.1; include/acpi/actbl1.h ACPI_DMAR_* (7.3). */

export const DMAR_FLAG = {
  /** The platform has interrupt remapping. */
  INTR_REMAP: 0x1,
  X2APIC_OPT_OUT: 0x2,
  /** The firmware wants DMA remapping on from the start. */
  DMA_CTRL_PLATFORM_OPT_IN: 0x4,
  /** The firmware wants DMA remapping off; Linux obeys since 7.3. */
  REMAP_OPT_OUT: 0x8,
} as const;
