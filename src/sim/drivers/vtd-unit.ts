/**
 * The features of a VT-d unit, from its CAP and ECAP registers and its mode.
 * Source: drivers/iommu/intel/iommu.h cap_* and ecap_* macros, sm_supported, nested_supported, ssads_supported (7.3).
 */

import { stagesOf } from '../../linux/apertures.ts';
import { scalableMode } from '../../linux/scalable-mode.ts';
import type { IommuUnit } from '../../model/host.ts';
import { CAP, ECAP } from '../../vtd/capability.ts';
import type { World } from '../state/world.ts';

export interface UnitAbility {
  /** Scalable mode is on: the kernel enables it and the unit has it. */
  readonly scalable: boolean;
  /** Upper limit of dev->iommu->max_pasids; 0 without PASIDs. */
  readonly pasids: number;
  readonly nesting: boolean;
  readonly dirtyTracking: boolean;
  readonly firstStage: boolean;
  readonly secondStage: boolean;
  readonly snoopControl: boolean;
  readonly walkSnoop: boolean;
  readonly fiveLevels: boolean;
  readonly firstStage1G: boolean;
  readonly supervisor: boolean;
  readonly extendedAccess: boolean;
  readonly deviceTlb: boolean;
  readonly writeBufferFlush: boolean;
  readonly cachingMode: boolean;
  readonly walkCoherency: boolean;
  /** MGAW: widest guest address in bits. */
  readonly guestWidthBits: number;
  /** SAGAW: bit 1 39-bit, bit 2 48-bit, bit 3 57-bit tables. */
  readonly tableWidths: number;
  /** Second-stage superpages: bit 0 2 MiB, bit 1 1 GiB. */
  readonly superpages: number;
}

const known = new WeakMap<World, WeakMap<IommuUnit, UnitAbility>>();

/** Cached per unit, since registers and mode do not change while the machine runs. */
export function abilityOf(unit: IommuUnit, world: World): UnitAbility {
  const ofWorld = known.get(world) ?? new WeakMap<IommuUnit, UnitAbility>();
  known.set(world, ofWorld);
  const ability = ofWorld.get(unit) ?? readAbility(unit, world);
  ofWorld.set(unit, ability);
  return ability;
}

function readAbility(unit: IommuUnit, { kernel, functions }: World): UnitAbility {
  const { cap, ecap } = unit;
  const low = CAP.decode([cap]);
  const has = (field: Parameters<typeof ECAP.has>[1]): boolean => ECAP.has([ecap], field);
  // Where nothing tells, the mode that Linux is built with by default.
  const scalable =
    scalableMode(unit, { kernel, functions: [...functions.values()].map(({ facts }) => facts) }).state !== 'off';
  return {
    scalable,
    pasids: scalable && has('PASID') ? 2 << Number(ECAP.get([ecap], 'PSS')) : 0,
    nesting: scalable && has('NEST'),
    dirtyTracking: scalable && has('SSADS') && has('SMPWC'),
    ...stagesOf({ firstStage: has('FSTS'), secondStage: has('SSTS') }, { scalable }),
    snoopControl: has('SC'),
    walkSnoop: has('SMPWC'),
    fiveLevels: low.FS5LP !== 0n,
    firstStage1G: low.FS1GP !== 0n,
    supervisor: has('SRS'),
    extendedAccess: has('EAFS'),
    deviceTlb: has('DT'),
    writeBufferFlush: low.RWBF !== 0n,
    cachingMode: low.CM !== 0n,
    walkCoherency: has('C'),
    guestWidthBits: Number(low.MGAW) + 1,
    tableWidths: Number(low.SAGAW),
    superpages: Number(low.SSLPS),
  };
}
