/**
 * Who may own an IOMMU group: a member on a driver that leaves DMA to the kernel keeps everybody else out of the group.
 *
 * Before its probe the driver core claims the group for the kernel, unless the driver sets `driver_managed_dma`; the claim of
 * iommufd then gets EPERM. The class of the function does not matter: a bridge on a driver of its own blocks too.
 * Source: drivers/pci/pci-driver.c pci_dma_configure, drivers/iommu/iommu.c iommu_device_use_default_domain,
 * iommu_device_claim_dma_owner (7.3).
 */

import type { PciFunction } from '../model/host.ts';
import { isOlder, parseRelease, type Release } from './release.ts';

/**
 * Drivers with `driver_managed_dma`, of PCI and, behind them, of other buses, as the `driver` link shows them, each with the last release that was read without it;
 * `null`: all that were read have it. Read: 6.1, 6.12, 7.3.
 */
const MANAGED: Readonly<Record<string, Release | null>> = {
  'vfio-pci': null,
  mlx5_vfio_pci: null,
  'mlx5-vfio-pci': null,
  hisi_acc_vfio_pci: null,
  'hisi-acc-vfio-pci': null,
  pcieport: null,
  'pci-stub': null,
  virtio_vfio_pci: [6, 1],
  'virtio-vfio-pci': [6, 1],
  pds_vfio_pci: [6, 1],
  'pds-vfio-pci': [6, 1],
  qat_vfio_pci: [6, 1],
  nvgrace_gpu_vfio_pci: [6, 1],
  'nvgrace-gpu-vfio-pci': [6, 1],
  'xe-vfio-pci': [6, 12],
  ism_vfio_pci: [6, 12],
  'vfio-platform': null,
  'vfio-amba': null,
  'vfio-fsl-mc': null,
  'vfio-cdx': [6, 1],
};

/**
 * Whether a member of a group leaves the group to another owner: it has no driver, or one that manages its DMA itself.
 *
 * @param release  of the kernel, such as `7.3.4`; a text that is none counts as the newest
 */
export function leavesGroup({ driver }: Pick<PciFunction, 'driver'>, release: string): boolean {
  if (driver === null) return true;
  if (!Object.hasOwn(MANAGED, driver)) return false;
  const absent = MANAGED[driver] ?? null;
  return absent === null || isNewer(release, absent);
}

function isNewer(release: string, [major, minor]: Release): boolean {
  const running = parseRelease(release);
  return running === null || !isOlder(running, [major, minor + 1]);
}
