/** Drivers that make VFIO devices of PCI functions: vfio-pci and its variants. */

/** The only one whose devices attach PASIDs. Source: drivers/vfio/pci/vfio_pci.c vfio_pci_ops.pasid_attach_ioas (7.3). */
export const VFIO_PCI = 'vfio-pci';

/**
 * `mlx5_vfio_pci`, `xe-vfio-pci` and the like, as the `driver` link names them: each adds to vfio-pci what one family of devices needs
 * to be migrated.
 */
export function isVariantDriver(driver: string | null): boolean {
  return driver !== null && /[-_]vfio[-_]pci$/.test(driver);
}

/** vfio-pci or a variant of it. */
export function isVfioDriver(driver: string | null): boolean {
  return driver === VFIO_PCI || isVariantDriver(driver);
}
