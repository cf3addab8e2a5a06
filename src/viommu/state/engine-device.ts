/** A device of the vIOMMU as the engine is given it, and the capabilities of guest and host that decide what can be bound. */

import type { IommuUnit } from '../../model/host.ts';
import { decodeCap, decodeEcap } from '../../vtd/capability.ts';
import type { ReadFlag } from '../../vtd/field-reader.ts';

export interface EngineDevice {
  readonly name: string;
  /** Address in the guest. */
  readonly bus: number;
  /** As packDevfn makes it. */
  readonly devfn: number;
  /** Index of its unit in the host; first stages are shared within one. */
  readonly unit: number;
  readonly host: HostAbility;
  /** GET_HW_INFO: usable PASIDs are 1 … 2^n − 1; 0: none. */
  readonly maxPasidLog2: number;
  /** The host has enabled PRI of the device. Without it a HWPT with a fault queue is refused (src/quirks.md Q19). */
  readonly pageRequests: boolean;
  /** The nest parent of its unit, to which its RID is attached while translation is off. */
  readonly parent: number;
  /** The parent was allocated with the PASID flag. Without it no PASID can be attached (src/quirks.md Q4). */
  readonly parentTakesPasids: boolean;
}

/** What the device's unit supports. Checked before each attach, since the kernel checks too late (src/quirks.md Q3). */
export interface HostAbility {
  readonly nesting: boolean;
  readonly fiveLevels: boolean;
  readonly supervisor: boolean;
  readonly extendedAccess: boolean;
}

export function hostAbility({ cap, ecap }: Pick<IommuUnit, 'cap' | 'ecap'>): HostAbility {
  const { nesting, scalableMode, supervisor, extendedAccess } = decodeEcap(ecap);
  return { nesting: nesting && scalableMode, fiveLevels: decodeCap(cap).firstStage5Level, supervisor, extendedAccess };
}

/** What the CAP and ECAP of the vIOMMU offer the guest. */
export interface GuestAbility {
  readonly firstStage: boolean;
  readonly passThrough: boolean;
  readonly fiveLevels: boolean;
  readonly supervisor: boolean;
  readonly extendedAccess: boolean;
  /** ECAP.PRS */
  readonly pageRequests: boolean;
  readonly drainsPageRequests: boolean;
  readonly maxAddressMask: number;
  /** Whether a root entry has reserved bits set, which includes those above the guest's address width. */
  readonly hasReservedRoot: ReadFlag;
}

/** What decides, beside its bits, what one PASID's entry may ask for. */
export interface Judged {
  readonly guest: GuestAbility;
  readonly device: EngineDevice;
  readonly pasid: number;
}
