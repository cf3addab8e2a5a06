/**
 * IOMMU_HWPT_INVALIDATE. Source: iommufd/hw_pagetable.c iommufd_hwpt_invalidate; intel/nested.c
 * intel_nested_cache_invalidate_user; selftest.c mock_domain_cache_invalidate_user (7.3).
 */

import { offsetInPage, PAGE_BYTES } from '../../../model/page.ts';
import {
  IOMMU_HWPT_INVALIDATE_DATA,
  IOMMU_VTD_INV_FLAGS_LEAF,
  IOMMUFD_ENTRY_LIMIT,
  iommu_hwpt_invalidate,
  iommu_hwpt_vtd_s1_invalidate,
} from '../../../uapi/iommufd.ts';
import { IOMMU_HWPT_INVALIDATE_DATA_SELFTEST, iommu_hwpt_invalidate_selftest, MOCK } from '../../../uapi/selftest.ts';
import { LAST_IOVA } from '../../state/address-space.ts';
import { FAIL } from '../../state/fail.ts';
import { isObject, KIND, kindOf } from '../../state/object-table.ts';
import type { MockIotlb } from '../../state/objects.ts';
import type { UserMemory } from '../../state/user-memory.ts';
import type { Command } from '../command.ts';
import { invalidateCaches } from './invalidate-viommu.ts';

const { offset } = iommu_hwpt_invalidate;

/** Writes the number of processed entries to `entry_num`, also after an error. */
export function invalidate(command: Command): number {
  const { view, respond } = command;
  const count = view.getUint32(offset.entry_num, true);
  view.setUint32(offset.entry_num, 0, true);
  const result = invalidateEntries(command, count);
  const written = respond();
  return written < 0 ? written : result;
}

/**
 * Checks in order: reserved EOPNOTSUPP; array EINVAL; no such object ENOENT; not nested EINVAL; the driver's, entry by entry.
 */
function invalidateEntries({ memory, context, view }: Command, count: number): number {
  if (view.getUint32(offset.__reserved, true) !== 0) return FAIL.EOPNOTSUPP;
  const entryBytes = view.getUint32(offset.entry_len, true);
  const address = view.getBigUint64(offset.data_uptr, true);
  const odd = address === 0n || entryBytes === 0 || entryBytes > PAGE_BYTES || count > IOMMUFD_ENTRY_LIMIT;
  if (count > 0 && odd) return FAIL.EINVAL;
  const id = view.getUint32(offset.hwpt_id, true);
  if (!isObject(context.objects, id)) return FAIL.ENOENT;
  const detail = context.objects.details.get(id);
  if (detail?.kind === 'viommu') return invalidateCaches({ memory, context, view }, detail, count);
  if (kindOf(context.objects, id) !== KIND.nested) return FAIL.EINVAL;
  const type = view.getUint32(offset.data_type, true);
  const rule = detail?.kind === 'iotlb' ? mockRule(detail) : VTD_RULE;
  if (type !== rule.type) return FAIL.EINVAL;
  const entries = { address, count, entryBytes };
  return eachEntry(memory.user, rule, { ...entries, done: (n) => view.setUint32(offset.entry_num, n, true) });
}

interface Rule {
  readonly type: number;
  readonly sizeBytes: number;
  /** 0 or a negative errno. */
  apply(entry: Uint8Array): number;
}

interface Entries {
  readonly address: bigint;
  readonly count: number;
  readonly entryBytes: number;
  done(count: number): void;
}

/** An entry must have exactly the length of the kernel's struct. Source: iommu_copy_struct_from_user_array. */
function eachEntry(user: UserMemory, rule: Rule, { address, count, entryBytes, done }: Entries): number {
  const bytes = new Uint8Array(rule.sizeBytes);
  for (let index = 0; index < count; index++) {
    if (entryBytes !== rule.sizeBytes) return FAIL.EINVAL;
    if (!user.read(address + BigInt(index * entryBytes), bytes)) return FAIL.EFAULT;
    const result = rule.apply(bytes);
    if (result < 0) return result;
    done(index + 1);
  }
  return 0;
}

const VTD_RULE: Rule = {
  type: IOMMU_HWPT_INVALIDATE_DATA.VTD_S1,
  sizeBytes: iommu_hwpt_vtd_s1_invalidate.sizeBytes,
  apply(entry) {
    const { addr, npages, flags, __reserved } = iommu_hwpt_vtd_s1_invalidate.decode(entry);
    if ((flags & ~IOMMU_VTD_INV_FLAGS_LEAF) !== 0 || __reserved !== 0) return FAIL.EOPNOTSUPP;
    const everything = npages === LAST_IOVA;
    return offsetInPage(addr) !== 0n || (everything && addr !== 0n) ? FAIL.EINVAL : 0;
  },
};

const ALL_WORDS = 1;

function mockRule({ words }: MockIotlb): Rule {
  return {
    type: IOMMU_HWPT_INVALIDATE_DATA_SELFTEST,
    sizeBytes: iommu_hwpt_invalidate_selftest.sizeBytes,
    apply(entry) {
      const { flags, iotlb_id } = iommu_hwpt_invalidate_selftest.decode(entry);
      if ((flags & ~ALL_WORDS) !== 0) return FAIL.EOPNOTSUPP;
      if (iotlb_id >= MOCK.IOTLB_NUM) return FAIL.EINVAL;
      if ((flags & ALL_WORDS) !== 0) words.fill(0);
      else words[iotlb_id] = 0;
      return 0;
    },
  };
}
