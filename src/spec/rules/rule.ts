/** A rule checks what the schema cannot: fields that depend on each other. */

import { groupBy } from '../../model/group-by.ts';
import type { Origin } from '../../model/source.ts';
import type { MemorySpec, ViommuSpec } from '../../model/spec.ts';
import type { Draft, DraftBinding } from '../normalize/draft.ts';
import { formatPlace, type Place, type Problem } from '../problem.ts';
import type { SpecSources } from '../sources.ts';

export type Rule = (context: RuleContext) => Iterable<Problem>;

export interface RuleContext {
  readonly draft: Draft;
  viommuOf(binding: DraftBinding): ViommuSpec | null;
  /** In spec order. */
  bindingsOf(viommu: ViommuSpec): readonly DraftBinding[];
  /** `host.yaml:12:5`, to name the other place of a conflict. */
  where(place: Place): string;
  /** The text of a field as it was written. */
  written(place: Place): string | null;
}

export function ruleContext(draft: Draft, sources: SpecSources): RuleContext {
  // By place, not by name: a second vIOMMU of one name would be judged by the first one's settings.
  const viommus = new Map<Origin | null, ViommuSpec>(draft.viommus.map((viommu) => [viommu.origin, viommu]));
  const bindings = groupBy(draft.bindings, ({ viommuOrigin }) => viommuOrigin);
  return {
    draft,
    viommuOf: ({ viommuOrigin }) => viommus.get(viommuOrigin) ?? null,
    bindingsOf: ({ origin }) => bindings.get(origin) ?? [],
    where: (place) => formatPlace(place, sources),
    written: ({ origin, key }) =>
      sources.written(key === undefined ? origin : { ...origin, path: [...origin.path, key] }),
  };
}

/** A field of an entry. */
export function at(item: { readonly origin: Place['origin'] }, key: string): Place {
  return { origin: item.origin, key };
}

/** The field that gives a binding's PASIDs. */
export function pasidsAt({ origin, pasidKey }: DraftBinding): Place {
  return { origin, key: pasidKey };
}

/** First guest address after a region. */
export function endOf({ guestAddress, sizeBytes }: MemorySpec): bigint {
  return guestAddress + sizeBytes;
}
