/** One binding of the spec. */

import type { BindingTarget } from '../../model/spec.ts';
import type { WrittenBinding, WrittenFirstStage } from '../generated/written-spec.ts';
import { below, type Place } from '../problem.ts';
import type { DraftBinding, DraftRange, Membership } from './draft.ts';
import { choice, type Entry, entry, flag, integer, text } from './fields.ts';
import { parseAddress, parsePasidList } from './scalars.ts';

/**
 * `null` when its device, PASIDs or target are not well-formed.
 *
 * @param viommuOf  the vIOMMU of each device, by the device's name
 */
export function normalizeBinding(
  binding: Entry<WrittenBinding>,
  viommuOf: ReadonlyMap<string, Membership>,
): DraftBinding | null {
  const { fields, origin } = binding;
  const device = text(binding, 'device');
  const pasidKey = fields.pasid === undefined ? 'pasids' : 'pasid';
  const ranges = rangesOf(fields[pasidKey], { origin, key: pasidKey });
  const stage = entry<WrittenFirstStage>(fields.firstStage, below(origin, 'firstStage'));
  const written = writtenWidth(stage);
  const target = targetOf(binding, stage, written);
  if (device === null || ranges.length === 0 || target === null) return null;
  return {
    device,
    viommu: viommuOf.get(device)?.viommu ?? null,
    viommuOrigin: viommuOf.get(device)?.viommuOrigin ?? null,
    ranges,
    target,
    domain: integer(binding, 'domain', 1),
    origin,
    pasidKey,
    written,
  };
}

function rangesOf(value: unknown, field: Place): readonly DraftRange[] {
  const list = below(field.origin, 'pasids');
  return parsePasidList(value).map(({ first, last, index }) => ({
    first,
    last,
    at: index === null ? field : { origin: list, key: index },
  }));
}

function targetOf(
  { fields }: Entry<WrittenBinding>,
  stage: Entry<WrittenFirstStage> | null,
  written: DraftBinding['written'],
): BindingTarget | null {
  if (fields.from === 'guest') return { kind: 'guest' };
  if (fields.passThrough === true) return { kind: 'pass-through' };
  const pageTable = parseAddress(stage?.fields.pageTable);
  if (stage === null || pageTable === null) return null;
  return {
    kind: 'first-stage',
    pageTable,
    addressWidth: written.addressWidth ?? (written.levels === 5 ? 57 : 48),
    supervisor: flag(stage, 'supervisor', false),
    writeProtect: flag(stage, 'writeProtect', false),
    extendedAccess: flag(stage, 'extendedAccess', false),
  };
}

function writtenWidth(stage: Entry<WrittenFirstStage> | null): DraftBinding['written'] {
  if (stage === null) return { levels: null, addressWidth: null };
  return {
    levels: choice(stage, 'levels', { allowed: [4, 5], fallback: null }),
    addressWidth: choice(stage, 'addressWidth', { allowed: [48, 57], fallback: null }),
  };
}
