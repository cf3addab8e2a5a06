/**
 * How another process keeps a function on a vfio driver from being bound and unbound.
 *
 * One open file description may own a vfio device. VFIO_DEVICE_BIND_IOMMUFD answers EBUSY while the file of the group is open
 * (drivers/vfio/group.c vfio_device_block_group) and EINVAL while another file has the device (vfio_main.c vfio_df_open, 7.3). An
 * unbind waits for the device to be closed (vfio_main.c vfio_unregister_group_dev).
 */

import type { Bdf } from '../model/bdf.ts';
import { groupBy } from '../model/group-by.ts';
import type { DeviceHolder, PciFunction } from '../model/host.ts';
import { isVfioDriver } from './vfio-drivers.ts';

export interface Hold {
  /** `unclear`: a process has a vfio device open that the kernel does not name, and it may be this one. */
  readonly through: 'device' | 'group' | 'unclear';
  readonly by: readonly DeviceHolder[];
  /** With `unclear`, the other functions that it may be. */
  readonly others: readonly Bdf[];
}

export interface VfioUse {
  readonly holders: readonly DeviceHolder[];
  /** Functions on a vfio driver. */
  readonly onVfio: readonly Bdf[];
  /** Functions whose holder is known otherwise: this process itself. */
  readonly accounted: ReadonlySet<Bdf>;
}

/** Who holds a function, or may hold it; `null` when nobody can. */
export type HoldOf = (address: Bdf) => Hold | null;

/** The lists are gone through once, and not again for each function. */
export function holdsOf({ holders, onVfio, accounted }: VfioUse): HoldOf {
  const byAddress = groupBy(holders, (holder) => holder.address);
  const unclear = byAddress.get(null) ?? [];
  const possible = unclear.length === 0 ? [] : onVfio.filter((one) => !byAddress.has(one) && !accounted.has(one));
  const mayBe = new Set(possible);
  return (address) => {
    const by = byAddress.get(address) ?? [];
    if (by.length > 0) {
      return { through: by.some(({ through }) => through === 'group') ? 'group' : 'device', by, others: [] };
    }
    if (!mayBe.has(address)) return null;
    return { through: 'unclear', by: unclear, others: possible.filter((one) => one !== address) };
  };
}

/** On a vfio driver, or on its way from one: while an unbind waits for a holder only the override is left. */
export function isOnVfio(fn: Pick<PciFunction, 'driver' | 'driverOverride' | 'vfioDevice' | 'vfioLacks'>): boolean {
  if (fn.vfioDevice !== null || fn.vfioLacks !== null) return true;
  return [fn.driver, fn.driver === null ? fn.driverOverride : null].some(isVfioDriver);
}
