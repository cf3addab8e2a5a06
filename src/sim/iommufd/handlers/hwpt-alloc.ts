/** IOMMU_HWPT_ALLOC. Source: iommufd/hw_pagetable.c iommufd_hwpt_alloc (7.3). */

import { IOMMU_HWPT_ALLOC_FLAG, IOMMU_HWPT_DATA, iommu_hwpt_alloc } from '../../../uapi/iommufd.ts';
import { FAIL } from '../../state/fail.ts';
import { deviceOf } from '../../state/groups.ts';
import { destroyHwpt, ioasOf, pagingHwpt } from '../../state/hwpt.ts';
import { addUsers, NESTED, nestedWords } from '../../state/object-table.ts';
import type { Device, Viommu } from '../../state/objects.ts';
import type { UserData } from '../../state/user-data.ts';
import { viommuOf } from '../../state/viommu.ts';
import type { Context } from '../../state/world.ts';
import type { Command } from '../command.ts';
import { faultQueueOf } from '../faults.ts';
import { allocPaging } from '../hwpt-alloc.ts';
import { allocNested, allocNestedOnViommu } from '../nested-alloc.ts';

const { offset } = iommu_hwpt_alloc;

/**
 * Checks in order: reserved EOPNOTSUPP; length without type, or type without length, EINVAL; device ENOENT; parent missing or
 * of another kind EINVAL; the checks of the allocation; fault queue ENOENT. Undone by: IOMMU_DESTROY.
 */
export function hwptAlloc(command: Command): number {
  const { context, view, respond } = command;
  if (view.getUint32(offset.__reserved, true) !== 0) return FAIL.EOPNOTSUPP;
  const data = userData(view);
  if (data === 'odd') return FAIL.EINVAL;
  const device = deviceOf(context, view.getUint32(offset.dev_id, true));
  if (device === null) return FAIL.ENOENT;
  const id = allocOnParent(command, device, data);
  if (id < 0) return id;
  const faulty = setFaultQueue(context, view, id);
  view.setUint32(offset.out_hwpt_id, id, true);
  const result = faulty < 0 ? faulty : respond();
  if (result < 0) destroyHwpt(context, id);
  return result;
}

function userData(view: DataView): UserData | null | 'odd' {
  const type = view.getUint32(offset.data_type, true);
  const length = view.getUint32(offset.data_len, true);
  if ((type === IOMMU_HWPT_DATA.NONE) !== (length === 0)) return 'odd';
  return length === 0 ? null : { type, length, address: view.getBigUint64(offset.data_uptr, true) };
}

function allocOnParent({ memory, context, view }: Command, device: Device, data: UserData | null): number {
  const parentId = view.getUint32(offset.pt_id, true);
  const flags = view.getUint32(offset.flags, true);
  const ioas = ioasOf(context, parentId);
  if (ioas !== null) {
    return allocPaging({ memory, context, device, ioasId: parentId, ioas, flags, ...(data !== null && { data }) });
  }
  const viommu = viommuOf(context, parentId);
  if (viommu !== null) return allocOnViommu({ memory, context, device, viommu, flags, data });
  const parent = pagingHwpt(context, parentId);
  return parent === null ? FAIL.EINVAL : allocNested({ memory, context, device, parent, flags, data });
}

interface OnViommu {
  readonly memory: Command['memory'];
  readonly context: Context;
  readonly device: Device;
  readonly viommu: Viommu;
  readonly flags: number;
  readonly data: UserData | null;
}

/** Only the mock has VIOMMUs, and all its devices are behind the same IOMMU. */
function allocOnViommu({ viommu, ...request }: OnViommu): number {
  const parent = pagingHwpt(request.context, viommu.parent);
  if (parent === null || request.device.driver !== 'mock') return FAIL.EINVAL;
  return allocNestedOnViommu({ ...request, parent, viommu: viommu.id });
}

/** The queue gets a user. Undone by: destroyHwpt. */
function setFaultQueue(context: Context, view: DataView, id: number): number {
  if ((view.getUint32(offset.flags, true) & IOMMU_HWPT_ALLOC_FLAG.FAULT_ID_VALID) === 0) return 0;
  const fault = view.getUint32(offset.fault_id, true);
  if (faultQueueOf(context, fault) === null) return FAIL.ENOENT;
  const { objects } = context;
  const paging = pagingHwpt(context, id);
  if (paging !== null) paging.fault = fault;
  else nestedWords(objects, id)[NESTED.fault] = fault;
  addUsers(objects, fault, 1);
  return 0;
}
