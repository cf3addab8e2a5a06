/**
 * IOMMU_HWPT_INVALIDATE of a VIOMMU of the mock: it clears words of its devices' fake caches.
 * Source: iommufd/selftest.c mock_viommu_cache_invalidate; linux/iommu.h iommu_copy_struct_from_full_user_array (7.3).
 */

import { iommu_hwpt_invalidate } from '../../../uapi/iommufd.ts';
import {
  IOMMU_VIOMMU_INVALIDATE_DATA_SELFTEST,
  iommu_viommu_invalidate_selftest,
  MOCK,
} from '../../../uapi/selftest.ts';
import { FAIL } from '../../state/fail.ts';
import { deviceOf } from '../../state/groups.ts';
import type { Viommu } from '../../state/objects.ts';
import { vdeviceOf } from '../../state/viommu.ts';
import { type Command, checkTail } from '../command.ts';

const { offset } = iommu_hwpt_invalidate;
const ENTRY = iommu_viommu_invalidate_selftest;
const ALL_WORDS = 1;
/** KMALLOC_MAX_SIZE. */
const MOST_KERNEL_BYTES = 2 ** 22;

type Invalidation = Pick<Command, 'memory' | 'context' | 'view'>;

/**
 * All entries are read before the first one takes effect. Checks in order: too many ENOMEM; type EINVAL; entries EFAULT, E2BIG;
 * then entry by entry.
 */
export function invalidateCaches(command: Invalidation, viommu: Viommu, count: number): number {
  const { view } = command;
  // The kernel allocates memory for all entries before the other checks.
  if (count * ENTRY.sizeBytes > MOST_KERNEL_BYTES) return FAIL.ENOMEM;
  if (view.getUint32(offset.data_type, true) !== IOMMU_VIOMMU_INVALIDATE_DATA_SELFTEST) return FAIL.EINVAL;
  const entries = readEntries(command, count);
  if (typeof entries === 'number') return entries;
  for (const [index, entry] of entries.entries()) {
    const result = invalidateOne(command, viommu, entry);
    if (result < 0) return result;
    view.setUint32(offset.entry_num, index + 1, true);
  }
  return 0;
}

/** An entry may be shorter than the kernel's struct, or longer with zeros. */
function readEntries({ memory, view }: Invalidation, count: number): Uint8Array[] | number {
  const entryBytes = view.getUint32(offset.entry_len, true);
  const address = view.getBigUint64(offset.data_uptr, true);
  const entries: Uint8Array[] = [];
  for (let index = 0; index < count; index++) {
    const at = address + BigInt(index * entryBytes);
    const bytes = new Uint8Array(ENTRY.sizeBytes);
    if (!memory.user.read(at, bytes.subarray(0, Math.min(entryBytes, bytes.length)))) return FAIL.EFAULT;
    const tail = checkTail({ argument: at, from: bytes.length, to: entryBytes }, memory);
    if (tail < 0) return tail;
    entries.push(bytes);
  }
  return entries;
}

/** Checks in order: flags EOPNOTSUPP; word, device EINVAL. */
function invalidateOne({ context }: Invalidation, viommu: Viommu, entry: Uint8Array): number {
  const { flags, vdev_id, cache_id } = ENTRY.decode(entry);
  if ((flags & ~ALL_WORDS) !== 0) return FAIL.EOPNOTSUPP;
  if (cache_id >= MOCK.DEV_CACHE_NUM) return FAIL.EINVAL;
  const vdevice = vdeviceOf(context, viommu.devices.get(BigInt(vdev_id)) ?? 0);
  const cache = vdevice === null ? null : (deviceOf(context, vdevice.device)?.cache ?? null);
  if (cache === null) return FAIL.EINVAL;
  if ((flags & ALL_WORDS) !== 0) cache.fill(0);
  else cache[cache_id] = 0;
  return 0;
}
