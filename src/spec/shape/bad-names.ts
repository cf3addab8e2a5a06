/** A device name that is not allowed is reported where the device is listed, and not again where the name is used. */

import { entries, entry } from '../normalize/fields.ts';
import type { PlainSpec } from '../normalize/normalize.ts';
import type { ShapeError } from './shape-error.ts';

export interface BadNames {
  /** True for a use of a name that another diagnostic is about: its device's, or that of the first use of a name without one. */
  isReported(error: ShapeError): boolean;
}

export function badNames(documents: readonly PlainSpec[]): BadNames {
  const reported = new Set(documents.flatMap(namesOf));
  return {
    isReported({ origin: { path }, keyword, data }) {
      if (!isUse(path) || (keyword !== 'type' && keyword !== 'pattern')) return false;
      const key = keyOf(data);
      if (key === null) return false;
      if (reported.has(key)) return true;
      reported.add(key);
      return false;
    },
  };
}

function namesOf({ value, document }: PlainSpec): readonly string[] {
  const origin = { document, path: [] };
  const devices = entry<{ readonly devices: unknown }>(value, origin)?.fields.devices;
  return entries<{ readonly name: unknown }>(devices, origin)
    .map(({ fields }) => keyOf(fields.name))
    .filter((key) => key !== null);
}

/** `null` for what is no name at all, such as a list. */
function keyOf(name: unknown): string | null {
  return ['string', 'number', 'boolean'].includes(typeof name) ? JSON.stringify(name) : null;
}

/** `bindings/3/device`, `viommus/0/devices/2` */
function isUse([list, , field, index]: ShapeError['origin']['path']): boolean {
  return list === 'bindings'
    ? field === 'device' && index === undefined
    : list === 'viommus' && field === 'devices' && index !== undefined;
}
