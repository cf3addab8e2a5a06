/**
 * The cause and remedy of an errno, by operation. The kernel returns only the number; the causes are the checks in its code.
 * Source: drivers/iommu/iommufd, drivers/vfio (7.3).
 */

const ADVICE: Readonly<Record<string, string>> = {
  'open /dev/iommu EACCES': 'Run as root, or give this user access to /dev/iommu.',
  'open /dev/iommu EPERM': 'Run as root, or give this user access to /dev/iommu.',
  'open /dev/iommu ENOENT': 'Run `modprobe iommufd`, or use a kernel with CONFIG_IOMMUFD.',
  'open EACCES': 'The file exists, but this user may not open it: check its owner and mode, or run as root.',
  'open ENOENT': 'The file was removed during the run: run the command again.',
  'VFIO_DEVICE_BIND_IOMMUFD EINVAL':
    'Another process has opened the device since the plan was made, or a `direct` region of its IOMMU group was not seen: ' +
    'run `pasidctl doctor` with the spec, which names it.',
  'VFIO_DEVICE_BIND_IOMMUFD EPERM':
    'Another function of the IOMMU group has got a kernel driver or another owner since the plan was made, or interrupts are not ' +
    'remapped: run `pasidctl doctor` with the spec, which names it.',
  'VFIO_DEVICE_BIND_IOMMUFD EBUSY': 'A legacy VFIO user (/dev/vfio/<group>) owns the group: stop it first.',
  'VFIO_DEVICE_BIND_IOMMUFD EACCES': 'A VF whose PF is on vfio-pci needs a VF token: put the PF on its native driver.',
  'VFIO_DEVICE_BIND_IOMMUFD ENOENT': 'The device has no vfio cdev: use a kernel with CONFIG_VFIO_DEVICE_CDEV.',
  'VFIO_DEVICE_BIND_IOMMUFD EAGAIN': 'Another process is resetting the device: run the command again.',
  'IOMMU_HWPT_ALLOC EOPNOTSUPP':
    'The IOMMU or the kernel lacks a feature: nesting needs ECAP.NEST and scalable mode (intel_iommu=on,sm_on), ' +
    'and the PASID flag needs Linux 6.15.',
  'IOMMU_HWPT_ALLOC EADDRINUSE': 'Guest memory lies outside what this IOMMU can address: move or shrink `memory`.',
  'IOMMU_HWPT_ALLOC EFAULT':
    'Guest memory could not be pinned: put the file on tmpfs or hugetlbfs, and make it at least as long as its region.',
  'IOMMU_HWPT_ALLOC EINVAL':
    'Guest memory is not a file on tmpfs or hugetlbfs, or the IOMMU lacks the width or a flag of the page table: correct the spec.',
  'IOMMU_HWPT_ALLOC ENOMEM':
    'Pinning guest memory exceeds the memlock limit, or no memory or huge page is left: raise the limit or run as root, or add pages.',
  'IOMMU_HWPT_ALLOC ENOSPC': 'The tmpfs of a memory file is full: make it larger, or remove files from it.',
  'IOMMU_IOAS_MAP_FILE EINVAL':
    'Put the file on tmpfs or hugetlbfs, and the region at guest addresses that the IOMMU supports, outside the MSI window.',
  'IOMMU_IOAS_MAP_FILE ENOMEM':
    'Pinning guest memory exceeds the memlock limit, or no memory or huge page is left: raise the limit or run as root, or add pages.',
  'IOMMU_IOAS_MAP_FILE ENOSPC': 'The tmpfs of a memory file is full: make it larger, or remove files from it.',
  'create EINVAL': 'A file on hugetlbfs has whole huge pages: let the memory end at a multiple of their size.',
  'IOMMU_IOAS_MAP_FILE EEXIST': 'Two regions of `memory` overlap in guest addresses: move one of them.',
  'IOMMU_IOAS_MAP_FILE ENOTTY': 'The kernel lacks IOMMU_IOAS_MAP_FILE: use Linux 6.13 or newer.',
  'attach EINVAL':
    'The IOMMU cannot walk this page table, or a function of the IOMMU group cannot carry this PASID or has another page table at it: ' +
    'run `pasidctl doctor` with the spec, which looks for each of them and names the function.',
  'attach EBUSY': 'The device is being reset, or the PASID is in use outside this iommufd: run the command again.',
  'attach ENOSPC': 'The IOMMU has no domain ids left: use fewer first-stage tables on this unit.',
  'attach EOPNOTSUPP':
    'The driver of the device has no PASID operations: bind the device to vfio-pci itself, not to a variant of it.',
  'attach ENODEV':
    'The device or its IOMMU has no page requests (PRI), or they are off: run `pasidctl doctor` with the spec, which names the cause.',
  'attach EADDRINUSE':
    'Guest memory covers addresses that are reserved for the device, such as 0xfee00000–0xfeefffff: leave a gap there.',
  'unbind ETIMEDOUT':
    'The driver waits for a process that still uses the device: stop that process, then run the command again.',
  'probe ENODEV': 'The driver refused the device: read the reason in dmesg.',
  'write ENOENT':
    'The attribute is not there, or the driver of the PF makes no VFs: bind the PF to its native driver, and look at `pasidctl inventory`.',
  'write ERANGE': 'The PF cannot have as many VFs: see its sriov_totalvfs.',
  'write EBUSY': 'The PF has another number of VFs by now: write 0 to its sriov_numvfs first, which removes them.',
  'write ENOMEM':
    'There is no room for the registers or bus numbers of the VFs: use fewer, or enlarge what the firmware gives the slot.',
  'write EIO': 'The PF reports a wrong number of VFs: update its firmware.',
  'write ETIMEDOUT':
    'The driver waits for a process that still uses the device or a VF of it: stop that process, then run the command again.',
  'write EACCES': 'Run as root: the attribute may be written by root only.',
  'write EPERM': 'Run as root: the attribute may be written by root only.',
  'modprobe ENOENT': 'The kernel has no such module: install it, or use a kernel that contains it.',
};

/** Advice for an operation's errno: of the operation itself, else of its first word; `null` when there is none. */
export function adviseOn(operation: string, errno: string): string | null {
  const verb = operation.split(' ')[0] ?? operation;
  return ADVICE[`${operation} ${errno}`] ?? ADVICE[`${verb} ${errno}`] ?? null;
}
