/**
 * The fields that the shape check has reported. Rules see such a field with its default value; problems that they derive from
 * it are dropped, so that one mistake is reported once.
 */

import type { Origin } from '../../model/source.ts';
import type { Place } from '../problem.ts';

export interface BrokenFields {
  add(origin: Origin): void;
  has(place: Place): boolean;
}

/** Length of the path of a field of a top-level list's entry: `viommus`, `0`, `pasidBits`. */
const FIELD_DEPTH = 3;

export function brokenFields(): BrokenFields {
  const paths = new Set<string>();
  return {
    /** Adds the field and the fields around it, up to its list entry: a wrong size breaks its vIOMMU's `memory` too. */
    add({ document, path }) {
      paths.add(pathText(document, path));
      for (let depth = FIELD_DEPTH; depth < path.length; depth++) paths.add(pathText(document, path.slice(0, depth)));
    },
    has({ origin, key }) {
      const { document, path } = origin;
      return paths.has(pathText(document, key === undefined ? path : [...path, key]));
    },
  };
}

function pathText(document: number, path: Origin['path']): string {
  return JSON.stringify([document, ...path.map(String)]);
}
