/**
 * What an errno of an operation means to an operator. The kernel says only EINVAL; the cause is found by knowing which rules
 * it has. Source: iommufd and VFIO check ladders (7.3).
 */

const ADVICE: Readonly<Record<string, string>> = {
  'open /dev/iommu EACCES': 'Run as root, or give this user access to /dev/iommu.',
  'open /dev/iommu EPERM': 'Run as root, or give this user access to /dev/iommu.',
  'open /dev/iommu ENOENT': 'Run `modprobe iommufd`, or use a kernel with CONFIG_IOMMUFD.',
  'open EACCES': 'The file is there but may not be opened: check its owner and mode, or run as root.',
  'open ENOENT': 'The file is gone since it was checked: run the command again.',
  'VFIO_DEVICE_BIND_IOMMUFD EINVAL':
    'Another process holds the device, or firmware demands a 1:1 mapping (RMRR) for it: see `pasidctl inventory` and dmesg.',
  'VFIO_DEVICE_BIND_IOMMUFD EPERM':
    'Another device of the IOMMU group is on a kernel driver or in another iommufd, or interrupt remapping is off: ' +
    'hand the whole group over, and enable interrupt remapping in the firmware.',
  'VFIO_DEVICE_BIND_IOMMUFD EBUSY': 'A legacy VFIO user (/dev/vfio/<group>) owns the group: stop it first.',
  'VFIO_DEVICE_BIND_IOMMUFD EACCES': 'A VF whose PF is on vfio-pci needs a VF token: put the PF on its native driver.',
  'VFIO_DEVICE_BIND_IOMMUFD ENOENT': 'The device has no vfio cdev: the kernel lacks CONFIG_VFIO_DEVICE_CDEV.',
  'VFIO_DEVICE_BIND_IOMMUFD EAGAIN': 'The device is being reset by somebody else: run the command again.',
  'IOMMU_HWPT_ALLOC EOPNOTSUPP':
    'The IOMMU or kernel lacks what was asked: nesting needs ECAP.NEST and scalable mode (intel_iommu=on,sm_on), ' +
    'the PASID flag needs Linux 6.15.',
  'IOMMU_HWPT_ALLOC EADDRINUSE': 'Guest memory lies outside what this IOMMU can address: move or shrink `memory`.',
  'IOMMU_HWPT_ALLOC EFAULT':
    'Guest memory could not be pinned: the file is no tmpfs or hugetlbfs file, or shorter than its region.',
  'IOMMU_HWPT_ALLOC EINVAL':
    'Guest memory is no tmpfs or hugetlbfs file, or the IOMMU refuses the combination of parent and data.',
  'IOMMU_HWPT_ALLOC ENOMEM': 'Pinning guest memory exceeds the memlock limit: raise it, or run as root.',
  'IOMMU_IOAS_MAP_FILE EINVAL':
    'The file must be on tmpfs or hugetlbfs, and the guest address inside what the IOMMU can address, off the MSI window.',
  'IOMMU_IOAS_MAP_FILE ENOMEM': 'Pinning guest memory exceeds the memlock limit: raise it, or run as root.',
  'IOMMU_IOAS_MAP_FILE EEXIST': 'Two regions of `memory` overlap in guest addresses.',
  'IOMMU_IOAS_MAP_FILE ENOTTY': 'IOMMU_IOAS_MAP_FILE needs Linux 6.13.',
  'attach EINVAL':
    'The HWPT is not made for PASIDs, the RID sits on one that is not, the PASID is wider than the device, ' +
    'or the first-stage table is of a width or with flags that the IOMMU lacks.',
  'attach EBUSY': 'The device is being reset, or the PASID is in use outside this iommufd: run the command again.',
  'attach ENOSPC': 'The IOMMU has no domain ids left: use fewer first-stage tables on this unit.',
  'attach EOPNOTSUPP': 'The device driver has no PASID operations: only plain vfio-pci has them.',
  'attach ENODEV': 'The device or its IOMMU has no page request support.',
  'attach EADDRINUSE':
    'Guest memory covers addresses reserved for the device, such as 0xfee00000–0xfeefffff: leave them out.',
  'unbind ETIMEDOUT':
    'The driver does not let go: some process still uses the device. Stop it, then run the command again.',
  'probe ENODEV': 'The driver refuses this device: see dmesg.',
  'write EACCES': 'Run as root: the attribute may be written by root only.',
  'write EPERM': 'Run as root: the attribute may be written by root only.',
  'modprobe ENOENT': 'The kernel has no such module: install it, or build it in.',
};

/** Advice for an operation's errno, falling back to what the errno means anywhere. */
export function adviseOn(operation: string, errno: string): string | null {
  const verb = operation.split(' ')[0] ?? operation;
  return ADVICE[`${operation} ${errno}`] ?? ADVICE[`${verb} ${errno}`] ?? null;
}
