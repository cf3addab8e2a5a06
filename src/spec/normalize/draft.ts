/**
 * The spec while it is being checked: all well-formed entries, and what the rules need to know about the others.
 */

import type { Origin } from '../../model/source.ts';
import type { BindingSpec, DeviceSpec, Spec, ViommuSpec } from '../../model/spec.ts';
import type { Place } from '../problem.ts';

export interface Draft {
  readonly devices: readonly DeviceSpec[];
  readonly viommus: readonly ViommuSpec[];
  readonly bindings: readonly DraftBinding[];
  /** Names as declared, also of entries that are otherwise malformed. */
  readonly deviceNames: readonly NamedPlace[];
  readonly viommuNames: readonly NamedPlace[];
  /** `metadata.name` of each document that has one. */
  readonly hostNames: readonly NamedPlace[];
  /** Which vIOMMU lists which device. */
  readonly memberships: readonly Membership[];
  /** True when the names of all devices and vIOMMUs in the files are known. */
  readonly complete: boolean;
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

export interface DraftBinding extends Omit<BindingSpec, 'viommu'> {
  /** `null` when no vIOMMU lists the device. */
  readonly viommu: string | null;
  readonly viommuOrigin: Origin | null;
  /** The field that gives the PASIDs. */
  readonly pasidKey: 'pasid' | 'pasids';
  /** `levels` and `addressWidth` as written; each of the two implies the other. */
  readonly written: { readonly levels: 4 | 5 | null; readonly addressWidth: 48 | 57 | null };
}

/** The spec of a draft; the draft must have no errors. */
export function finish({ devices, viommus, bindings }: Draft): Spec {
  return { devices, viommus, bindings: bindings.flatMap(finishBinding) };
}

function finishBinding({
  viommu,
  viommuOrigin: _origin,
  pasidKey: _key,
  written: _written,
  ...binding
}: DraftBinding): BindingSpec[] {
  return viommu === null ? [] : [{ ...binding, viommu }];
}
