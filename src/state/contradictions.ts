/** Faults of a ledger that has the right shape: names that are unknown or given twice, and ranges that overlap. */

import { formatHwptRef, heldStageRef, parentRef } from '../model/hwpt-ref.ts';
import type { Live, LiveViommu } from '../model/live.ts';
import { formatPasids, type PasidRange, pasidWords } from '../model/pasid.ts';

/** The first fault, in words; `null` when there is none. */
export function liveContradiction({ handovers, createdFiles, loadedModules, madeVfs, viommus }: Live): string | null {
  return first(
    repeated(
      'address',
      handovers.map(({ address }) => address),
    ),
    repeated('file', createdFiles),
    repeated('module', loadedModules),
    repeated(
      'PF',
      madeVfs.map(({ address }) => address),
    ),
    repeated(
      'vIOMMU',
      viommus.map(({ name }) => name),
    ),
    ...viommus.map(viommuContradiction),
  );
}

function viommuContradiction({ devices, bindings, nestParents, memory, firstStages }: LiveViommu): string | null {
  const names = devices.map(({ name }) => name);
  const stages = firstStages.map((stage) => formatHwptRef(heldStageRef(stage)));
  // What an engine holds follows a guest, whose bindings may overlap.
  const ofSpec = bindings.filter(({ owner }) => owner === 'spec');
  const hwpts = new Set([...nestParents.map(({ unit }) => formatHwptRef(parentRef(unit))), ...stages]);
  return first(
    repeated('device', names),
    repeated(
      'unit',
      nestParents.map(({ unit }) => unit),
    ),
    repeated(
      'guest address',
      memory.map(({ guestAddress }) => String(guestAddress)),
    ),
    missing(
      'device',
      bindings.map(({ device }) => device),
      new Set(names),
    ),
    repeated('HWPT', stages),
    missing('HWPT', new Set(bindings.map(({ to }) => formatHwptRef(to))), hwpts),
    overlapping(ofSpec),
  );
}

function overlapping(ranges: readonly (PasidRange & { readonly device: string })[]): string | null {
  const sorted = [...ranges].sort((a, b) => (a.device === b.device ? a.first - b.first : a.device < b.device ? -1 : 1));
  for (const [index, range] of sorted.entries()) {
    const before = sorted[index - 1];
    if (range.last < range.first) return `${pasidWords(range)} of ${range.device} end before they begin`;
    if (before !== undefined && before.device === range.device && before.last >= range.first)
      return `${pasidWords(range)} of ${range.device} overlap ${formatPasids(before)}`;
  }
  return null;
}

function repeated(what: string, names: readonly string[]): string | null {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) return `the ${what} ${name} is there twice`;
    seen.add(name);
  }
  return null;
}

function missing(what: string, names: Iterable<string>, known: ReadonlySet<string>): string | null {
  for (const name of names) if (!known.has(name)) return `the ${what} ${name} is not there`;
  return null;
}

function first(...faults: readonly (string | null)[]): string | null {
  const fault = faults.find((one) => one !== null) ?? null;
  return fault === null ? null : `it contradicts itself: ${fault}`;
}
