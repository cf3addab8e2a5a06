/**
 * I/O address spaces: make one, map files into it at chosen addresses, unmap.
 * Source: linux/iommufd.h IOMMU_IOAS_ALLOC, IOMMU_IOAS_MAP_FILE (6.13), IOMMU_IOAS_UNMAP (7.3).
 */

import {
  IOMMU_IOAS_MAP_FLAG,
  IOMMUFD_REQUEST,
  iommu_ioas_alloc,
  iommu_ioas_map_file,
  iommu_ioas_unmap,
} from '../uapi/iommufd.ts';
import { ioctlArgument, putU64 } from './ioctl-argument.ts';
import type { Kernel } from './kernel.ts';
import type { Syscalls } from './syscalls.ts';

/** VT-d's nest parents refuse read-only mappings, so everything is mapped writable (src/quirks.md Q11). */
const MAP_FLAGS = IOMMU_IOAS_MAP_FLAG.FIXED_IOVA | IOMMU_IOAS_MAP_FLAG.READABLE | IOMMU_IOAS_MAP_FLAG.WRITEABLE;

export function ioasCalls(syscalls: Syscalls): Pick<Kernel, 'allocIoas' | 'mapFile' | 'unmap'> {
  return { allocIoas: allocIoas(syscalls), mapFile: mapFile(syscalls), unmap: unmap(syscalls) };
}

function allocIoas(syscalls: Syscalls): Kernel['allocIoas'] {
  const { bytes, view, at } = ioctlArgument(iommu_ioas_alloc, { size: iommu_ioas_alloc.sizeBytes });
  return (iommufd) => {
    view.setUint32(at.out_ioas_id, 0, true);
    const result = syscalls.ioctl(iommufd, IOMMUFD_REQUEST.IOMMU_IOAS_ALLOC, bytes);
    return result < 0 ? result : view.getUint32(at.out_ioas_id, true);
  };
}

function mapFile(syscalls: Syscalls): Kernel['mapFile'] {
  const { bytes, view, at } = ioctlArgument(iommu_ioas_map_file, {
    size: iommu_ioas_map_file.sizeBytes,
    flags: MAP_FLAGS,
  });
  return (iommufd, map) => {
    view.setUint32(at.ioas_id, map.ioas, true);
    view.setInt32(at.fd, map.file, true);
    putU64(view, at.start, map.offsetBytes);
    putU64(view, at.length, map.lengthBytes);
    putU64(view, at.iova, map.iova);
    return syscalls.ioctl(iommufd, IOMMUFD_REQUEST.IOMMU_IOAS_MAP_FILE, bytes);
  };
}

function unmap(syscalls: Syscalls): Kernel['unmap'] {
  const { bytes, view, at } = ioctlArgument(iommu_ioas_unmap, { size: iommu_ioas_unmap.sizeBytes });
  return (iommufd, ioas, iova, lengthBytes) => {
    view.setUint32(at.ioas_id, ioas, true);
    putU64(view, at.iova, iova);
    putU64(view, at.length, lengthBytes);
    return syscalls.ioctl(iommufd, IOMMUFD_REQUEST.IOMMU_IOAS_UNMAP, bytes);
  };
}
