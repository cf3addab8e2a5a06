/** A descriptor without a fault, as an object with all its fields. */

import { known } from '../assert.ts';
import type { ValidDescriptor } from './descriptor.ts';
import { DESCRIPTOR_FIELDS } from './descriptor-fields.ts';
import { descriptorKind } from './descriptor-rules.ts';

/** Throws BugError for an undefined type. Other faults are not checked. */
export function readDescriptor(words: Uint32Array): ValidDescriptor {
  const kind = known(descriptorKind(words), 'the kind of a descriptor');
  const fields = Object.entries(DESCRIPTOR_FIELDS[kind]).map(([name, read]) => [name, read(words, 0)]);
  // The readers of each kind were checked against its type; `null` is a fault.
  return { kind, ...Object.fromEntries(fields) } as ValidDescriptor;
}
