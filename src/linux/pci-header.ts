/** The header of a function's configuration space, as its class tells it. */

/** PCI_CLASS_BRIDGE_PCI and PCI_CLASS_BRIDGE_CARDBUS. Source: linux/pci_ids.h (7.3). */
const BRIDGE_CLASSES: ReadonlySet<number> = new Set([0x0604, 0x0607]);

/**
 * Whether it is that of a bridge to another bus, which vfio-pci refuses with EINVAL. Host and ISA bridges have that of an endpoint.
 * Source: pci_setup_device of drivers/pci/probe.c, vfio_pci_core_register_device of drivers/vfio/pci/vfio_pci_core.c (7.3).
 */
export function hasBridgeHeader({ classCode }: { readonly classCode: number }): boolean {
  return BRIDGE_CLASSES.has(classCode >>> 8);
}
