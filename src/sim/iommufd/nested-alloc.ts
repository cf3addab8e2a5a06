/** Making nested HWPTs on a nest parent. Source: iommufd/hw_pagetable.c iommufd_hwpt_nested_alloc (7.3). */

import { IOMMU_HWPT_ALLOC_FLAG, IOMMU_HWPT_DATA, iommu_hwpt_vtd_s1 } from '../../uapi/iommufd.ts';
import { mockNested } from '../drivers/mock-tables.ts';
import { unitOfDevice } from '../drivers/vtd-tables.ts';
import { FAIL } from '../state/fail.ts';
import type { Memory } from '../state/ioas-tables.ts';
import { addUsers, allocObject, KIND, NESTED, nestedWords } from '../state/object-table.ts';
import type { Device, PagingHwpt } from '../state/objects.ts';
import type { UserData } from '../state/user-data.ts';
import type { Context } from '../state/world.ts';

const { NEST_PARENT, FAULT_ID_VALID, PASID } = IOMMU_HWPT_ALLOC_FLAG;
const IOTLB_WORDS = 4;

export interface NestedRequest {
  readonly memory: Memory;
  readonly context: Context;
  readonly device: Device;
  readonly parent: PagingHwpt;
  /** The VIOMMU that it is made through; absent: directly on the parent. */
  readonly viommu?: number;
  readonly flags: number;
  readonly data: UserData | null;
}

/**
 * Makes one through a VIOMMU, whose parent is already checked. Checks in order: flags, no data EOPNOTSUPP; the driver's. Undone
 * by: destroyHwpt. Source: iommufd_viommu_alloc_hwpt_nested.
 */
export function allocNestedOnViommu(request: NestedRequest): number {
  const { context, flags, data } = request;
  if ((flags & ~(FAULT_ID_VALID | PASID)) !== 0 || data === null) return FAIL.EOPNOTSUPP;
  return allocOnMock(request, context);
}

/**
 * Checks in order: flags beyond PASID and FAULT_ID_VALID, or no data EOPNOTSUPP; parent automatic, not NEST_PARENT, or another
 * driver's EINVAL; the driver's checks. Undone by: destroyHwpt.
 */
export function allocNested(request: NestedRequest): number {
  const { context, device, parent, flags, data } = request;
  if ((flags & ~(FAULT_ID_VALID | PASID)) !== 0 || data === null) return FAIL.EOPNOTSUPP;
  if (parent.automatic || (parent.flags & NEST_PARENT) === 0 || parent.driver !== device.driver) return FAIL.EINVAL;
  return device.driver === 'mock' ? allocOnMock(request, context) : allocOnVtd(request, data);
}

function allocOnMock({ memory, flags, data, parent, viommu = 0 }: NestedRequest, context: Context): number {
  const { user } = memory;
  const seed = mockNested({ user, flags: flags & ~FAULT_ID_VALID, data });
  if (typeof seed === 'number') return seed;
  const { id, words } = newNested(context, parent, { flags, user: viommu || parent.id });
  words[NESTED.viommu] = viommu;
  context.objects.details.set(id, { kind: 'iotlb', words: new Uint32Array(IOTLB_WORDS).fill(seed.iotlb) });
  return id;
}

/**
 * Checks in order: no nesting EOPNOTSUPP, type EOPNOTSUPP, parent not second stage EINVAL, length EINVAL, unreadable EFAULT.
 * The contents of the data are checked at the attach (src/quirks.md Q3). Source: drivers/iommu/intel/nested.c
 * intel_iommu_domain_alloc_nested.
 */
function allocOnVtd({ memory, context, device, parent, flags }: NestedRequest, data: UserData): number {
  if (unitOfDevice(memory.world, device)?.nesting !== true) return FAIL.EOPNOTSUPP;
  if (data.type !== IOMMU_HWPT_DATA.VTD_S1) return FAIL.EOPNOTSUPP;
  if (parent.shape.stage !== 'second') return FAIL.EINVAL;
  if (data.length !== iommu_hwpt_vtd_s1.sizeBytes) return FAIL.EINVAL;
  const bytes = new Uint8Array(iommu_hwpt_vtd_s1.sizeBytes);
  if (!memory.user.read(data.address, bytes)) return FAIL.EFAULT;
  const view = new DataView(bytes.buffer);
  const at = iommu_hwpt_vtd_s1.offset;
  const { id, words } = newNested(context, parent, { flags, user: parent.id });
  words[NESTED.stageFlags] = view.getUint32(at.flags, true);
  words[NESTED.rootLow] = view.getUint32(at.pgtbl_addr, true);
  words[NESTED.rootHigh] = view.getUint32(at.pgtbl_addr + 4, true);
  words[NESTED.widthBits] = view.getUint32(at.addr_width, true);
  return id;
}

/** @param user  the object that gets a user */
function newNested(
  { objects }: Context,
  parent: PagingHwpt,
  { flags, user }: { readonly flags: number; readonly user: number },
): { id: number; words: Uint32Array } {
  const id = allocObject(objects, KIND.nested);
  const words = nestedWords(objects, id).fill(0);
  words[NESTED.parent] = parent.id;
  words[NESTED.flags] = flags;
  addUsers(objects, user, 1);
  return { id, words };
}
