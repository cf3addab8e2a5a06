/**
 * Interrupt remapping as it is, and what follows from it: iommufd binds a device only when all members of its group have
 * interrupts that a guest cannot forge, or when the administrator allows otherwise; else EPERM.
 * Source: drivers/iommu/iommufd/device.c iommufd_device_bind, iommu_group_has_isolated_msi (7.3).
 */

import type { FirmwareFacts, Host, IommuUnit, KernelFacts, ModuleParameter, PciFunction } from '../model/host.ts';
import { ECAP } from '../vtd/capability.ts';
import { DMAR_FLAG } from '../vtd/dmar-flags.ts';
import { intremapOffWord } from './kernel-words.ts';
import { isOn, parameterOf } from './module-parameters.ts';
import { isReadVtd } from './unit-registers.ts';

export interface InterruptFacts {
  readonly interruptChips: readonly string[] | null;
  readonly units: readonly IommuUnit[];
  readonly kernel: Pick<KernelFacts, 'commandLine'>;
  readonly firmware: FirmwareFacts | null;
}

export interface Remapping {
  /** `unknown`: no interrupt chip could be read, and nothing else says that it is off. */
  readonly state: 'on' | 'off' | 'unknown';
  /** Why it is off, from the strongest sign; `null` when on, unknown, or when only the kernel log tells. */
  readonly cause: RemappingCause | null;
}

export type RemappingCause =
  | { readonly kind: 'command-line'; readonly word: string }
  /** ECAP.IR is clear: one such unit keeps remapping off for all. */
  | { readonly kind: 'unit'; readonly unit: string }
  /** The DMAR table says that the platform has none. */
  | { readonly kind: 'firmware' };

/**
 * Chips under a remapping domain have names with `IR-`, those of Arm's ITS with `ITS-`. The kernel remaps the interrupts of all
 * units or of none. Source: drivers/iommu/intel/irq_remapping.c intel_prepare_irq_remapping, irq-gic-v3-its.c its_node_init (7.3).
 */
export function interruptRemapping(facts: InterruptFacts): Remapping {
  const chips = facts.interruptChips ?? [];
  if (chips.some((name) => /^(?:IR|ITS)-/.test(name))) return { state: 'on', cause: null };
  const cause = causeOf(facts);
  // A running machine has interrupts, so an empty list was not read either.
  return { state: cause === null && chips.length === 0 ? 'unknown' : 'off', cause };
}

function causeOf({ units, kernel, firmware }: InterruptFacts): RemappingCause | null {
  const word = intremapOffWord(kernel.commandLine);
  if (word !== null) return { kind: 'command-line', word };
  const without = units.find((unit) => isReadVtd(unit) && !ECAP.has([unit.ecap], 'IR'));
  if (without !== undefined) return { kind: 'unit', unit: without.name };
  const flags = firmware?.dmarFlags ?? null;
  return flags === null || (flags & DMAR_FLAG.INTR_REMAP) !== 0 ? null : { kind: 'firmware' };
}

/**
 * Whether the interrupts of this member are isolated. Children of a VMD controller have its own MSI domain, with no remapping
 * parent. Where nothing could be read they count as isolated, as they are on nearly every machine.
 */
export function hasIsolatedMsi({ vmd }: Pick<PciFunction, 'vmd'>, { state }: Remapping): boolean {
  return vmd === null && state !== 'off';
}

/** `allow_unsafe_interrupts` of iommufd, read at each bind; that of vfio_iommu_type1 does not count. `null`: not read. */
export function unsafeInterrupts({ parameters }: Pick<Host, 'parameters'>): ModuleParameter | null {
  return parameterOf(parameters, 'iommufd', 'allow_unsafe_interrupts');
}

export function allowsUnsafeInterrupts(facts: Pick<Host, 'parameters'>): boolean {
  const parameter = unsafeInterrupts(facts);
  return parameter !== null && isOn(parameter);
}
