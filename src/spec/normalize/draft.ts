/**
 * The spec while it is being checked: all well-formed entries, and what the rules need to know about the others.
 */

import type { PasidRange } from '../../model/pasid.ts';
import type { Origin } from '../../model/source.ts';
import type {
  AcceptedFinding,
  BindingSpec,
  DeviceSpec,
  PhysicalFunctionSpec,
  Spec,
  ViommuSpec,
} from '../../model/spec.ts';
import type { Place } from '../problem.ts';

export interface Draft {
  readonly devices: readonly DraftDevice[];
  readonly viommus: readonly ViommuSpec[];
  readonly bindings: readonly DraftBinding[];
  readonly accepted: readonly (AcceptedFinding & { readonly origin: Origin })[];
  /** Names as declared, also of entries that are otherwise malformed. */
  readonly deviceNames: readonly NamedPlace[];
  readonly viommuNames: readonly NamedPlace[];
  /** `metadata.name` of each document that has one. */
  readonly hostNames: readonly NamedPlace[];
  /** `vfioPci.disableDenylist` of each document that has it. */
  readonly denylistSettings: readonly Setting[];
  /** Which vIOMMU lists which device. */
  readonly memberships: readonly Membership[];
  /** True when the names of all devices and vIOMMUs in the files are known. */
  readonly complete: boolean;
}

/** A setting of the whole host. */
export interface Setting {
  readonly value: boolean;
  readonly at: Place;
}

export interface NamedPlace {
  readonly name: string;
  readonly at: Place;
}

export interface Membership {
  readonly viommu: string;
  /** Tells two vIOMMUs of one name apart. */
  readonly viommuOrigin: Origin;
  readonly device: string;
  readonly at: Place;
}

export interface DraftDevice extends DeviceSpec {
  /** `null`: the device itself is taken; else it is a PF that makes VFs. */
  readonly virtualFunctions: number | null;
}

/** PASIDs as written. */
export interface DraftRange extends PasidRange {
  /** The same object for ranges that one text gives. */
  readonly at: Place;
}

export interface DraftBinding extends Omit<BindingSpec, 'viommu' | 'first' | 'last'> {
  /** At least one, as written. */
  readonly ranges: readonly DraftRange[];
  /** `null` when no vIOMMU lists the device. */
  readonly viommu: string | null;
  readonly viommuOrigin: Origin | null;
  /** The field that gives the PASIDs. */
  readonly pasidKey: 'pasid' | 'pasids';
  /** `levels` and `addressWidth` as written; each of the two implies the other. */
  readonly written: { readonly levels: 4 | 5 | null; readonly addressWidth: 48 | 57 | null };
}

/** The spec of a draft; the draft must have no errors. */
export function finish({ denylistSettings: [setting], devices, viommus, bindings, accepted }: Draft): Spec {
  return {
    vfioPci: { disableDenylist: setting?.value ?? false, origin: setting?.at.origin ?? null },
    devices: devices.flatMap(takenDevice),
    viommus,
    bindings: bindings.flatMap(finishBinding),
    physicalFunctions: devices.flatMap(physicalFunctionOf),
    ignore: accepted.map(({ check, reason }) => ({ check, reason })),
  };
}

function takenDevice({ virtualFunctions, ...device }: DraftDevice): DeviceSpec[] {
  return virtualFunctions === null ? [device] : [];
}

function physicalFunctionOf({ virtualFunctions, release: _, ...device }: DraftDevice): PhysicalFunctionSpec[] {
  return virtualFunctions === null ? [] : [{ ...device, virtualFunctions }];
}

/** A binding for each range. */
function finishBinding(draft: DraftBinding): BindingSpec[] {
  const { viommu, viommuOrigin: _origin, pasidKey: _key, written: _written, ranges, ...binding } = draft;
  return viommu === null ? [] : joined(ranges).map(({ first, last }) => ({ ...binding, viommu, first, last }));
}

/** Ascending, and neighbours as one range, so that equal sets of PASIDs are equal however they are written. */
function joined(ranges: readonly DraftRange[]): readonly PasidRange[] {
  const [only] = ranges;
  if (ranges.length === 1 && only !== undefined) return [only];
  const result: { first: number; last: number }[] = [];
  for (const { first, last } of ranges.toSorted((a, b) => a.first - b.first)) {
    const before = result.at(-1);
    if (before !== undefined && first === before.last + 1) before.last = last;
    else result.push({ first, last });
  }
  return result;
}
