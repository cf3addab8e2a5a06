/**
 * The devices that vfio-pci refuses as unsafe for guests, unless it was loaded with `disable_denylist=1`.
 * Source: drivers/vfio/pci/vfio_pci.c vfio_pci_dev_in_denylist, vfio_pci_is_denylisted (the same list in 6.1, 6.12, 7.2 and 7.3).
 */

import type { PciFunction } from '../model/host.ts';

type Identity = Pick<PciFunction, 'vendor' | 'device'>;

const INTEL = 0x8086;

/** Why Linux lists the device: what a guest that has it can do to the host. */
type DenylistReason = 'accelerator' | 'quick-assist';

/** Device ids of Intel. QuickAssist: since 5.9. DSA and IAA of Sapphire Rapids: since 6.9, 6.8.10 and 6.1.91. */
const LISTED: ReadonlyMap<number, DenylistReason> = new Map([
  [0x0435, 'quick-assist'], // DH895XCC
  [0x0443, 'quick-assist'], // DH895XCC, VF
  [0x19e2, 'quick-assist'], // C3XXX
  [0x19e3, 'quick-assist'], // C3XXX, VF
  [0x37c8, 'quick-assist'], // C62X
  [0x37c9, 'quick-assist'], // C62X, VF
  [0x0b25, 'accelerator'], // DSA
  [0x0cfe, 'accelerator'], // IAA
]);

/** `null` when the device is not on the list. */
export function denylistReason({ vendor, device }: Identity): DenylistReason | null {
  return vendor === INTEL ? (LISTED.get(device) ?? null) : null;
}

/**
 * Whether vfio-pci's probe answers EINVAL. Variant drivers do not ask. `null`: it depends on the parameter, which is not known.
 *
 * @param disabled  `disable_denylist` of the module; `null` when it is not known
 */
export function denylistRefuses(fn: Identity, disabled: boolean | null): boolean | null {
  if (denylistReason(fn) === null) return false;
  return disabled === null ? null : !disabled;
}
