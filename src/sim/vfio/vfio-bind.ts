/**
 * VFIO_DEVICE_BIND_IOMMUFD. Source: vfio/device_cdev.c vfio_df_ioctl_bind_iommufd, vfio_main.c vfio_device_first_open,
 * iommufd/device.c iommufd_device_bind, drivers/iommu/iommu.c iommu_device_claim_dma_owner (7.3).
 */

import type { Pointer } from '../../kernel/syscalls.ts';
import { leavesGroup } from '../../linux/group-owner.ts';
import { groupPasidLimit } from '../../linux/group-pasids.ts';
import { allowsUnsafeInterrupts, hasIsolatedMsi, interruptRemapping } from '../../linux/isolated-msi.ts';
import { groupOf, refusingRegions } from '../../linux/reserved-regions.ts';
import type { Bdf } from '../../model/bdf.ts';
import { VFIO_DEVICE_BIND_FLAG_TOKEN, VFIO_MIN_ARGSZ, vfio_device_bind_iommufd } from '../../uapi/vfio.ts';
import { maxPasidsOf } from '../drivers/pci-pasids.ts';
import { unitOfDevice } from '../drivers/vtd-tables.ts';
import { checkTail, pointerAt } from '../iommufd/command.ts';
import { FAIL } from '../state/fail.ts';
import { fileAt } from '../state/files.ts';
import { addDevice } from '../state/groups.ts';
import type { Memory } from '../state/ioas-tables.ts';
import type { Device } from '../state/objects.ts';
import { heldBy } from '../state/vfio-nodes.ts';
import type { Context, SimFunction, VfioFile, World } from '../state/world.ts';

const STRUCT = vfio_device_bind_iommufd;
const TOKEN_BYTES = 16;

/**
 * Checks in order: argsz EINVAL; tail E2BIG; flags, negative fd EINVAL; group file open elsewhere EBUSY; already bound EINVAL; token
 * EINVAL; fd EBADF, EBADFD; open elsewhere EINVAL; unit EINVAL; group ENODEV; isolated interrupts EPERM; group owned EPERM; region
 * that must stay mapped EINVAL. Undone by: close.
 */
export function vfioBind(
  memory: Memory,
  file: VfioFile,
  { argument, size }: { argument: Pointer; size: number },
): number {
  const bytes = new Uint8Array(STRUCT.sizeBytes);
  if (size < VFIO_MIN_ARGSZ.bind) return FAIL.EINVAL;
  if (!memory.user.read(argument, bytes.subarray(0, Math.min(size, STRUCT.sizeBytes)))) return FAIL.EFAULT;
  const tail = checkTail({ argument, from: STRUCT.sizeBytes, to: size }, memory);
  if (tail < 0) return tail;
  const { flags, iommufd, token_uuid_ptr } = STRUCT.decode(bytes);
  if (iommufd < 0 || (flags & ~VFIO_DEVICE_BIND_FLAG_TOKEN) !== 0) return FAIL.EINVAL;
  if (isGroupFileOpen(memory.world, file.address)) return FAIL.EBUSY;
  if (file.context !== 0) return FAIL.EINVAL;
  const token = (flags & VFIO_DEVICE_BIND_FLAG_TOKEN) === 0 ? 0 : checkToken(memory, file, token_uuid_ptr);
  if (token < 0) return token;
  const context = contextOfFd(memory.world, iommufd);
  if (typeof context === 'number') return context;
  const device = bindDevice(memory.world, file, context);
  if (typeof device === 'number') return device;
  new DataView(bytes.buffer).setUint32(STRUCT.offset.out_devid, device.id, true);
  const at = STRUCT.offset.out_devid;
  return memory.user.write(pointerAt(argument, at), bytes.subarray(at, at + 4)) ? 0 : FAIL.EFAULT;
}

/** A VF whose PF is not on vfio-pci ignores a token; any other function refuses one. Source: vfio_pci_validate_vf_token. */
function checkToken({ world, user }: Memory, { address }: VfioFile, pointer: bigint): number {
  if (!user.read(pointer, new Uint8Array(TOKEN_BYTES))) return FAIL.EFAULT;
  const facts = world.functions.get(address)?.facts;
  return facts !== undefined && facts.physicalFunction !== null ? 0 : FAIL.EINVAL;
}

function contextOfFd(world: World, fd: number): Context | number {
  const iommufd = fileAt(world, fd);
  if (iommufd === null) return FAIL.EBADF;
  const context = iommufd.kind === 'iommufd' ? world.contexts.get(iommufd.context) : undefined;
  return context ?? FAIL.EBADFD;
}

function bindDevice(world: World, file: VfioFile, context: Context): Device | number {
  const { address } = file;
  if (isOpenElsewhere(world, file)) return FAIL.EINVAL;
  const found = world.functions.get(address);
  const key = groupKey(world, address);
  if (found === undefined) return FAIL.ENODEV;
  const { unit } = found.facts;
  const ability = unitOfDevice(world, { unit });
  if (ability === null) return FAIL.EINVAL;
  if (key === null) return FAIL.ENODEV;
  const members = membersOf(world, key);
  if (!hasIsolatedInterrupts(world, members)) return FAIL.EPERM;
  const refused = claimGroup(world, context, { key, members });
  if (refused < 0) return refused;
  const device = addDevice(context, {
    driver: 'vtd',
    group: key,
    address,
    unit,
    maxPasids: maxPasidsOf(world, found.facts),
    noDirty: false,
    pasidLimit: groupPasidLimit(members.map(({ facts }) => maxPasidsOf(world, facts))),
  });
  if (device === null) return FAIL.ENOMEM;
  const owner = world.groupOwners.get(key) ?? { context: context.number, devices: 0 };
  owner.devices += 1;
  world.groupOwners.set(key, owner);
  context.references += 1;
  file.context = context.number;
  file.device = device.id;
  return device;
}

/** Whether another fd is bound, or another process has the device open. */
function isOpenElsewhere(world: World, file: VfioFile): boolean {
  const found = world.functions.get(file.address);
  if (found !== undefined && heldBy(world, found) !== null) return true;
  return [...world.files.values()].some(
    (other) => other !== file && other.kind === 'vfio' && other.address === file.address && other.context !== 0,
  );
}

/** Source: vfio/group.c vfio_device_block_group. */
function isGroupFileOpen(world: World, address: Bdf): boolean {
  const key = groupKey(world, address);
  return world.holders.some(
    (holder) => holder.through === 'group' && holder.address !== null && groupKey(world, holder.address) === key,
  );
}

/** Source: iommu_group_has_isolated_msi. */
function hasIsolatedInterrupts({ machine, units, kernel }: World, members: readonly SimFunction[]): boolean {
  const remapping = interruptRemapping({ ...machine, units, kernel });
  return members.every(({ facts }) => hasIsolatedMsi(facts, remapping)) || allowsUnsafeInterrupts(machine);
}

/**
 * A group that the context owns already is not checked again; one that another process has a device of is owned by that process.
 * Source: iommu_device_claim_dma_owner.
 */
function claimGroup(
  world: World,
  { number }: Context,
  { key, members }: { key: string; members: readonly SimFunction[] },
): number {
  const owner = world.groupOwners.get(key);
  if (owner !== undefined) return owner.context === number ? 0 : FAIL.EPERM;
  const held = world.holders.some(({ address }) => members.some(({ facts }) => facts.address === address));
  const group = groupOf(world.machine, members[0]?.facts.group ?? null);
  const all = [...members, ...(group?.others ?? [])];
  if (held || !all.every((member) => leavesGroup(member, world.kernel.release))) return FAIL.EPERM;
  return group !== null && refusingRegions(group).length > 0 ? FAIL.EINVAL : 0;
}

function membersOf(world: World, key: string): SimFunction[] {
  return [...world.functions.values()].filter(({ facts }) => facts.group !== null && `group:${facts.group}` === key);
}

/** Key of a function's IOMMU group; `null` when it has none. */
export function groupKey(world: World, address: Bdf): string | null {
  const group = world.functions.get(address)?.facts.group ?? null;
  return group === null ? null : `group:${group}`;
}
