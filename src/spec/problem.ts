/** What shape checks and rules report, before line and column are looked up. */

import type { Code } from '../diagnostics/codes.ts';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Location, Origin } from '../model/source.ts';
import type { SpecSources } from './sources.ts';

export interface Place {
  readonly origin: Origin;
  /** A field of the mapping at the origin. When the field is not written, the place is that of the mapping. */
  readonly key?: string | number;
  /** Point at the field's name, not at its value. */
  readonly atKey?: boolean;
}

export interface Problem {
  readonly code: Code;
  readonly message: string;
  readonly at: Place;
  /** Other fields that this problem depends on. When one of them has a problem of its own, this one is not reported. */
  readonly basis?: readonly Place[];
  /** Replaces the catalogue's advice. */
  readonly advice?: string;
}

export function toDiagnostic({ code, message, at, advice }: Problem, sources: SpecSources): Diagnostic {
  const location = locatePlace(at, sources);
  return diagnostic(code, message, advice === undefined ? { location } : { location, advice });
}

function locatePlace({ origin, key, atKey }: Place, sources: SpecSources): Location | null {
  return atKey === true && key !== undefined ? sources.locateKey(origin, String(key)) : sources.locate(origin, key);
}

/** `host.yaml:12:5`, for a second place in a message. */
export function formatPlace(place: Place, sources: SpecSources): string {
  const location = locatePlace(place, sources);
  return location === null
    ? 'an unknown place'
    : `${location.file}:${location.range.start.line}:${location.range.start.column}`;
}

/** The origin of a descendant node. */
export function below(origin: Origin, ...steps: readonly (string | number)[]): Origin {
  return { document: origin.document, path: [...origin.path, ...steps] };
}
