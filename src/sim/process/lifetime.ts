/**
 * The lifetime of a context: its fd, every vfio device file bound to it and every fault fd keep it. With the last of them all
 * objects are destroyed.
 * Source: iommufd/main.c iommufd_fops_release; vfio/device_cdev.c vfio_df_unbind_iommufd (7.3).
 */

import { detachHwpt } from '../iommufd/attach.ts';
import { destroyObject } from '../iommufd/handlers/destroy.ts';
import { deviceOf, removeDevice } from '../state/groups.ts';
import { releaseInode } from '../state/inodes.ts';
import { addUsers, KIND, kindOf } from '../state/object-table.ts';
import { pasidsOf } from '../state/pasid-map.ts';
import { pasidsIn } from '../state/pasid-set.ts';
import type { Context, OpenFile, VfioFile, World } from '../state/world.ts';
import { groupKey } from '../vfio/vfio-bind.ts';

/** What happens when the last fd of a description is closed. */
export function releaseFile(world: World, file: OpenFile): void {
  if (file.kind === 'memory') {
    unlock(world, file.inode);
    releaseInode(world, file.inode);
    return;
  }
  if (file.kind === 'vfio') unbind(world, file);
  if (file.kind === 'fault' || file.kind === 'events') releaseQueueFd(world, file);
  dropContext(world, world.contexts.get(file.context));
}

function unlock(world: World, inode: number): void {
  const found = world.inodes.get(inode);
  if (found !== undefined) found.lockedBy = 0;
}

/** The queue and its contents stay. Source: iommufd_eventq_fops_release. */
function releaseQueueFd(world: World, { context: number, id }: Extract<OpenFile, { kind: 'fault' | 'events' }>): void {
  const context = world.contexts.get(number);
  if (context !== undefined) addUsers(context.objects, id, -1);
}

/** Detaches PASIDs in ascending order, then the RID, then removes the device object. Undone by: bindDevice. */
function unbind(world: World, file: VfioFile): void {
  const context = world.contexts.get(file.context);
  const device = context === undefined ? null : deviceOf(context, file.device);
  const group = device === null ? undefined : context?.groups.get(device.group);
  if (context === undefined || device === null || group === undefined) return;
  for (const pasid of pasidsIn(file.pasids)) detachHwpt({ world, context, device, group, pasid });
  detachHwpt({ world, context, device, group, pasid: 0 });
  removeDevice(context, device);
  const owner = world.groupOwners.get(groupKey(world, file.address) ?? '');
  if (owner === undefined) return;
  owner.devices -= 1;
  if (owner.devices === 0) world.groupOwners.delete(device.group);
}

function dropContext(world: World, context: Context | undefined): void {
  if (context === undefined) return;
  context.references -= 1;
  if (context.references > 0) return;
  destroyEverything(world, context);
  world.contexts.delete(context.number);
}

/** Destroys users first: attachments of mock devices, then nested HWPTs, paging HWPTs, and all other objects. */
function destroyEverything(world: World, context: Context): void {
  detachMocks(world, context);
  const { stdev, vdevice, eventQueue, nested, viommu, paging, ioas, fault } = KIND;
  for (const kind of [stdev, vdevice, eventQueue, nested, viommu, paging, ioas, fault]) {
    for (let id = 1; id < context.objects.ids.next; id++) {
      if (kindOf(context.objects, id) === kind) destroyObject(world, context, id);
    }
  }
}

/** The kernel warns here when a mock's PASID is still attached (src/quirks.md Q12); the simulator only detaches it. */
function detachMocks(world: World, context: Context): void {
  for (const group of context.groups.values()) {
    for (const id of group.devices) {
      const device = deviceOf(context, id);
      if (device === null) continue;
      for (const pasid of pasidsOf(group.pasids, device.bit)) detachHwpt({ world, context, device, group, pasid });
    }
  }
}
