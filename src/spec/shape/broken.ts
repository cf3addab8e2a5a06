/**
 * Which fields have a problem of their own. Rules still see such a field, with its default, and what they conclude from
 * it is dropped: one mistake, one complaint.
 */

import type { Origin } from '../../model/source.ts';
import type { Place } from '../problem.ts';

export interface BrokenFields {
  add(origin: Origin): void;
  has(place: Place): boolean;
}

/** Fields of an entry of a top-level list start at this depth: `viommus`, `0`, `pasidBits`. */
const FIELD_DEPTH = 3;

export function brokenFields(): BrokenFields {
  const paths = new Set<string>();
  return {
    /** The field itself, and those that hold it inside its entry: a vIOMMU's memory is broken when one size is. */
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
