/** IOMMU_DESTROY. Source: iommufd/main.c iommufd_destroy, iommufd_object_remove, and each type's destroy (7.3). */

import { iommu_destroy } from '../../../uapi/iommufd.ts';
import { FAIL } from '../../state/fail.ts';
import { deviceOf, removeDevice } from '../../state/groups.ts';
import { destroyHwpt } from '../../state/hwpt.ts';
import { releaseInode } from '../../state/inodes.ts';
import { addUsers, freeObject, isObject, KIND, kindOf, usersOf } from '../../state/object-table.ts';
import type { MockStdev } from '../../state/objects.ts';
import { pasidsOf } from '../../state/pasid-map.ts';
import { destroyVdevice } from '../../state/viommu.ts';
import type { Context, World } from '../../state/world.ts';
import { detachHwpt } from '../attach.ts';
import type { Command } from '../command.ts';
import { unpublishPage } from '../viommu-page.ts';

const { offset } = iommu_destroy;

/** Checks in order: no such object ENOENT; used EBUSY. */
export function destroy({ memory, context, view }: Command): number {
  const id = view.getUint32(offset.id, true);
  if (!isObject(context.objects, id)) return FAIL.ENOENT;
  if (usersOf(context.objects, id) > 0) return FAIL.EBUSY;
  destroyObject(memory.world, context, id);
  return 0;
}

/** Destroy an object without users. */
export function destroyObject(world: World, context: Context, id: number): void {
  const { objects } = context;
  const kind = kindOf(objects, id);
  if (kind === KIND.paging || kind === KIND.nested) {
    destroyHwpt(context, id);
    return;
  }
  const detail = objects.details.get(id);
  if (detail?.kind === 'stdev') removeStdev(world, context, detail);
  if (detail?.kind === 'vdevice') {
    destroyVdevice(context, id, 'free');
    return;
  }
  if (detail?.kind === 'event-queue') addUsers(objects, detail.viommu, -1);
  if (detail?.kind === 'viommu') {
    unpublishPage(world, detail.page);
    addUsers(objects, detail.parent, -1);
  }
  if (detail?.kind === 'ioas') {
    for (const { backing } of detail.space.areas) if (backing.kind === 'file') releaseInode(world, backing.inode);
    if (context.vfioIoas === id) context.vfioIoas = 0;
  }
  freeObject(objects, id);
}

/**
 * Detach the RID and unbind. With a PASID still attached the kernel warns and leaks the device object, whose id then answers
 * EBUSY (src/quirks.md Q12). Source: iommufd/selftest.c iommufd_selftest_destroy; main.c iommufd_object_destroy_user.
 */
function removeStdev(world: World, context: Context, stdev: MockStdev): void {
  const device = deviceOf(context, stdev.device);
  const group = device === null ? undefined : context.groups.get(device.group);
  if (device === null || group === undefined) return;
  detachHwpt({ world, context, device, group, pasid: 0 });
  const leaked = !pasidsOf(group.pasids, device.bit).next().done;
  if (leaked) addUsers(context.objects, device.id, -1);
  else removeDevice(context, device);
}
