/** Kernel releases, as /proc/sys/kernel/osrelease shows them. */

export type Release = readonly [major: number, minor: number];

/** `6.12.48+deb13-amd64` → 6, 12; `null` for text that is not a release. */
export function parseRelease(text: string): Release | null {
  const match = /^(\d{1,3})\.(\d{1,4})(?!\d)/.exec(text);
  return match === null ? null : [Number(match[1]), Number(match[2])];
}

/** The stable release: 48 of `6.12.48+deb13-amd64`; 0 when there is none. */
function stableOf(text: string): number {
  return Number(/^\d{1,3}\.\d{1,4}\.(\d{1,5})(?!\d)/.exec(text)?.[1] ?? 0);
}

export function isOlder(running: Release, since: Release): boolean {
  return running[0] < since[0] || (running[0] === since[0] && running[1] < since[1]);
}

/** RHEL and its derivatives (`5.14.0-503.el9`), SLES (`6.4.0-150600.23-default`): old numbers with newer features. */
export function portsBack(release: string): boolean {
  return /\.el\d+|-\d{6}\.[\d.]+-/.test(release);
}

/**
 * Since 6.12 PASID Enable is set once, when the IOMMU driver probes the device, and stays; before, at each attach only, so that a
 * clear bit says nothing. Source: drivers/iommu/intel/iommu.c intel_iommu_probe_device (6.12), intel_iommu_probe_finalize (7.3),
 * dmar_domain_attach_device (6.1). `null`: the release does not tell.
 */
export function enablesAtProbe(release: string): boolean | null {
  const running = parseRelease(release);
  if (running === null) return null;
  if (!isOlder(running, [6, 12])) return true;
  return portsBack(release) ? null : false;
}

/** 6.12.31 and later stable releases of 6.12 have GET_HW_INFO’s out_max_pasid_log2 of 6.15, and no PASID attach. */
export function showsWidthsOnly(release: string): boolean {
  const running = parseRelease(release);
  return running !== null && running[0] === 6 && running[1] === 12 && stableOf(release) >= 31;
}

/**
 * Whether REMAP_OPT_OUT of the DMAR table keeps VT-d off: since 7.3 (absent in 7.2). Source: drivers/iommu/intel/dmar.c
 * dmar_platform_optin, drivers/iommu/intel/iommu.c.
 */
export function obeysOptOut(release: string): boolean {
  const running = parseRelease(release);
  return running === null || !isOlder(running, [7, 3]);
}

/** Whether the fdinfo of a vfio file names its device: since 6.18. Source: drivers/vfio/vfio_main.c vfio_device_show_fdinfo. */
export function namesVfioDevice(release: string): boolean {
  const running = parseRelease(release);
  return running !== null && !isOlder(running, [6, 18]);
}

/** Whether functions that can be reset have `reset_method`: since 5.15. Source: drivers/pci/pci.c dev_attr_reset_method. */
export function showsResetMethods(release: string): boolean {
  const running = parseRelease(release);
  return running === null || !isOlder(running, [5, 15]);
}
