/** Documents → draft: defaults filled in, lists of all documents joined, bindings linked to their vIOMMUs. */

import type {
  WrittenAccepted,
  WrittenBinding,
  WrittenDevice,
  WrittenMetadata,
  WrittenSpec,
  WrittenVfioPci,
  WrittenViommu,
} from '../generated/written-spec.ts';
import { below } from '../problem.ts';
import type { BrokenFields } from '../shape/broken.ts';
import type { Draft, Membership, NamedPlace, Setting } from './draft.ts';
import { type Entry, entries, entry, text } from './fields.ts';
import { normalizeBinding } from './normalize-binding.ts';
import { normalizeDevice } from './normalize-device.ts';
import { normalizeViommu } from './normalize-viommu.ts';

export interface PlainSpec {
  readonly value: unknown;
  /** Index of the document in the run. */
  readonly document: number;
}

/**
 * @param whole   false when some document could not be read at all
 * @param broken  fields that the shape check refused
 */
export function normalize(
  documents: readonly PlainSpec[],
  { whole, broken }: { readonly whole: boolean; readonly broken: BrokenFields },
): Draft {
  const roots = documents
    .map(({ value, document }) => entry<WrittenSpec>(value, { document, path: [] }))
    .filter((root) => root !== null);
  const devices = roots.flatMap((root) => listed<WrittenDevice>(root, 'devices'));
  const viommus = roots.flatMap((root) => listed<WrittenViommu>(root, 'viommus'));
  const memberships = viommus.flatMap(membershipsOf);
  const viommuOf = firstOf(memberships);
  return {
    devices: devices.map(normalizeDevice).filter((device) => device !== null),
    viommus: viommus.map(normalizeViommu).filter((viommu) => viommu !== null),
    bindings: roots
      .flatMap((root) => listed<WrittenBinding>(root, 'bindings'))
      .map((binding) => normalizeBinding(binding, viommuOf))
      .filter((binding) => binding !== null),
    accepted: roots.flatMap((root) => listed<WrittenAccepted>(root, 'ignore')).flatMap(acceptedOf),
    deviceNames: devices.flatMap(nameOf),
    viommuNames: viommus.flatMap(nameOf),
    hostNames: roots.flatMap(hostName),
    denylistSettings: roots.flatMap(denylistSetting),
    memberships,
    complete: whole && roots.every((root) => isWhole(root, broken)),
  };
}

function listed<T>(root: Entry<WrittenSpec>, list: 'devices' | 'viommus' | 'bindings' | 'ignore'): readonly Entry<T>[] {
  return entries<T>(root.fields[list], below(root.origin, list));
}

function acceptedOf(item: Entry<WrittenAccepted>): Draft['accepted'] {
  const [check, reason] = [text(item, 'check'), text(item, 'reason')];
  return check === null || reason === null ? [] : [{ check, reason, origin: item.origin }];
}

function nameOf<T extends { readonly name: string }>(item: Entry<T>): NamedPlace[] {
  const name = text(item, 'name');
  return name === null ? [] : [{ name, at: { origin: item.origin, key: 'name' } }];
}

function hostName(root: Entry<WrittenSpec>): NamedPlace[] {
  const metadata = entry<WrittenMetadata>(root.fields.metadata, below(root.origin, 'metadata'));
  const name = metadata === null ? null : text(metadata, 'name');
  return metadata === null || name === null ? [] : [{ name, at: { origin: metadata.origin, key: 'name' } }];
}

function denylistSetting(root: Entry<WrittenSpec>): Setting[] {
  const vfioPci = entry<WrittenVfioPci>(root.fields.vfioPci, below(root.origin, 'vfioPci'));
  const value = vfioPci?.fields.disableDenylist;
  return vfioPci === null || typeof value !== 'boolean'
    ? []
    : [{ value, at: { origin: vfioPci.origin, key: 'disableDenylist' } }];
}

function membershipsOf(viommu: Entry<WrittenViommu>): Membership[] {
  const { devices } = viommu.fields;
  const name = text(viommu, 'name');
  if (name === null || !Array.isArray(devices)) return [];
  const origin = below(viommu.origin, 'devices');
  return devices.flatMap((device: unknown, key) =>
    typeof device === 'string' ? [{ viommu: name, viommuOrigin: viommu.origin, device, at: { origin, key } }] : [],
  );
}

function firstOf(memberships: readonly Membership[]): ReadonlyMap<string, Membership> {
  return new Map(memberships.toReversed().map((membership) => [membership.device, membership]));
}

/** True when the draft has the names and memberships of all entries of this document. */
function isWhole(root: Entry<WrittenSpec>, broken: BrokenFields): boolean {
  const { origin } = root;
  if (broken.has({ origin, key: 'devices' }) || broken.has({ origin, key: 'viommus' })) return false;
  const isKnown = (item: Entry<WrittenViommu>): boolean => isNamed(item, broken);
  return listsAll(root, 'devices', isKnown) && listsAll(root, 'viommus', (viommu) => isListing(viommu, broken));
}

function listsAll(
  root: Entry<WrittenSpec>,
  list: 'devices' | 'viommus',
  isSound: (item: Entry<WrittenViommu>) => boolean,
): boolean {
  const written = root.fields[list] ?? [];
  const items = listed<WrittenViommu>(root, list);
  return Array.isArray(written) && items.length === written.length && items.every(isSound);
}

/** Whether it has a name that the shape check has accepted: the right spelling of a refused one is unknown. */
function isNamed(item: Entry<WrittenViommu>, broken: BrokenFields): boolean {
  return text(item, 'name') !== null && !broken.has({ origin: item.origin, key: 'name' });
}

function isListing(viommu: Entry<WrittenViommu>, broken: BrokenFields): boolean {
  return isNamed(viommu, broken) && !broken.has({ origin: viommu.origin, key: 'devices' });
}
