/**
 * One PASID entry → what should be attached for it, or why nothing can be. What the kernel would refuse only after it has torn
 * the old entry down is refused here (src/quirks.md Q2, Q3).
 *
 * Source: VT-d r5 §9.6; drivers/iommu/intel/pasid.c intel_pasid_setup_nested (7.3).
 */

import { firstStageWidth, PGTT, pasidEntry } from '../../vtd/pasid-entry.ts';
import type { EngineDevice, GuestAbility, Judged } from '../state/engine-device.ts';

/** What an entry asks for. */
export type Wish = 'absent' | 'pass-through' | 'first-stage' | RefusalName;

/**
 * `who`: `guest` when the entry asks for what the guest was not offered, `host` when the host does not support it. Only the
 * latter may change while the entry stays the same.
 */
export interface Refusal {
  readonly code: 'VIOMMU_NOT_OFFERED' | 'VIOMMU_PASID_TOO_WIDE' | 'VIOMMU_HOST_CANNOT';
  readonly who: 'guest' | 'host';
  readonly text: string;
}

const notOffered = (text: string): Refusal => ({ code: 'VIOMMU_NOT_OFFERED', who: 'guest', text });
const hostCannot = (text: string): Refusal => ({ code: 'VIOMMU_HOST_CANNOT', who: 'host', text });

export const REFUSALS = {
  'type-not-offered': notOffered('is of a type that the vIOMMU does not offer'),
  'second-stage': notOffered('has a second stage; only first-stage and pass-through entries can be bound'),
  'width-not-offered': notOffered('has a first stage of more levels than the vIOMMU offers'),
  'supervisor-not-offered': notOffered('sets SRE, which the vIOMMU does not offer'),
  'extended-access-not-offered': notOffered('sets EAFE, which the vIOMMU does not offer'),
  'pasid-too-wide': { code: 'VIOMMU_PASID_TOO_WIDE', who: 'guest', text: 'is beyond the PASID width of the device' },
  'parent-without-pasids': hostCannot('cannot be attached: the nest parent was made without the PASID flag'),
  'no-nesting': hostCannot('has a first stage, and the host IOMMU does not support nesting (ECAP.NEST)'),
  'host-width': hostCannot('has a first stage of 5 levels, and the host IOMMU supports 4 (CAP.FS5LP)'),
  'host-supervisor': hostCannot('sets SRE, which the host IOMMU does not support (ECAP.SRS)'),
  'host-extended-access': hostCannot('sets EAFE, which the host IOMMU does not support (ECAP.EAFS)'),
} as const satisfies Record<string, Refusal>;

export type RefusalName = keyof typeof REFUSALS;

export function isRefusal(wish: Wish): wish is RefusalName {
  return wish !== 'absent' && wish !== 'pass-through' && wish !== 'first-stage';
}

/** @param words @param at  the engine's copy of the entry: guest memory is never read twice for one decision */
export function judge(words: Uint32Array, at: number, judged: Judged): Wish {
  if (!pasidEntry.present(words, at)) return 'absent';
  const beyond = judgePasid(judged);
  if (beyond !== null) return beyond;
  const type = pasidEntry.type(words, at);
  if (type === PGTT.passThrough) return judged.guest.passThrough ? 'pass-through' : 'type-not-offered';
  // Also where the guest's ECAP has SSTS: iommufd has no operation that attaches a guest's second stage.
  if (type === PGTT.secondStage || type === PGTT.nested) return 'second-stage';
  if (type !== PGTT.firstStage || !judged.guest.firstStage) return 'type-not-offered';
  return judgeOffer(words, at, judged.guest) ?? judgeHost(words, at, judged.device) ?? 'first-stage';
}

/** On a device without PASIDs the kernel would return success and program nothing (src/quirks.md Q1). */
function judgePasid({ device, pasid }: Judged): RefusalName | null {
  if (pasid === 0) return null;
  if (device.maxPasidLog2 === 0 || pasid >>> Math.min(device.maxPasidLog2, 31) > 0) return 'pasid-too-wide';
  return device.parentTakesPasids ? null : 'parent-without-pasids';
}

function judgeOffer(words: Uint32Array, at: number, guest: GuestAbility): RefusalName | null {
  const width = firstStageWidth(pasidEntry.firstStageLevelsCode(words, at));
  if (width === null || (width === 57 && !guest.fiveLevels)) return 'width-not-offered';
  if (!guest.supervisor && pasidEntry.supervisor(words, at)) return 'supervisor-not-offered';
  if (!guest.extendedAccess && pasidEntry.extendedAccess(words, at)) return 'extended-access-not-offered';
  return null;
}

function judgeHost(words: Uint32Array, at: number, { host }: EngineDevice): RefusalName | null {
  if (!host.nesting) return 'no-nesting';
  if (!host.fiveLevels && pasidEntry.firstStageLevelsCode(words, at) === 1) return 'host-width';
  if (!host.supervisor && pasidEntry.supervisor(words, at)) return 'host-supervisor';
  if (!host.extendedAccess && pasidEntry.extendedAccess(words, at)) return 'host-extended-access';
  return null;
}
