/** CAP and ECAP as the guest sees them → what its entries may ask for. Source: VT-d r5 §9.6, §11.4.2, §11.4.3. */

import { CAP, decodeCap, decodeEcap, ECAP } from '../../vtd/capability.ts';
import { rootReservedReader } from '../../vtd/root-entry.ts';
import type { GuestAbility } from './engine-device.ts';

/** All of VT-d but 5-level tables, for guests whose registers are not known. The limits of the host still apply. */
export const EVERYTHING: GuestAbility = {
  firstStage: true,
  passThrough: true,
  fiveLevels: false,
  supervisor: true,
  extendedAccess: true,
  pageRequests: true,
  drainsPageRequests: true,
  maxAddressMask: 18,
  hasReservedRoot: rootReservedReader(52),
};

export function guestAbility(cap: bigint, ecap: bigint): GuestAbility {
  const { firstStage, supervisor, extendedAccess } = decodeEcap(ecap);
  const { firstStage5Level, guestAddressBits } = decodeCap(cap);
  return {
    firstStage,
    passThrough: ECAP.has([ecap], 'PT'),
    fiveLevels: firstStage5Level,
    supervisor,
    extendedAccess,
    pageRequests: ECAP.has([ecap], 'PRS'),
    drainsPageRequests: ECAP.has([ecap], 'PDS'),
    maxAddressMask: Number(CAP.get([cap], 'MAMV')),
    hasReservedRoot: rootReservedReader(Math.min(guestAddressBits, 52)),
  };
}
