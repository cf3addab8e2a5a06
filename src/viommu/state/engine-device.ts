/** A device of the vIOMMU as the engine is given it, and what of the host decides what can be bound to it. */

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
  /** The host has switched page requests on for it (PRI); a HWPT with a fault queue is refused otherwise (ENODEV). */
  readonly pageRequests: boolean;
  /** The nest parent of its unit, on which its RID is while nothing translates. */
  readonly parent: number;
  /** The parent was made with the PASID flag; without it no PASID can be attached (K3). */
  readonly parentTakesPasids: boolean;
}

/** What the device's unit takes; asked before anything is changed, since the kernel looks too late (K2). */
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

/** What the guest's own CAP and ECAP promise it. */
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
  /** A root entry has bits that must be 0, or points beyond the guest's addresses. */
  readonly hasReservedRoot: ReadFlag;
}

/** What decides, beside its bits, what one PASID's entry may ask for. */
export interface Judged {
  readonly guest: GuestAbility;
  readonly device: EngineDevice;
  readonly pasid: number;
}
