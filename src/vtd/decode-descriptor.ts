/** Bits of an invalidation descriptor → a decoded descriptor, or the reason why hardware would stop its queue at it. */

import type { Descriptor } from './descriptor.ts';
import { descriptorType } from './descriptor-fields.ts';
import { descriptorFault, type QueueRules, type UnitRules } from './descriptor-rules.ts';
import { descriptorWords } from './descriptor-words.ts';
import { readDescriptor } from './read-descriptor.ts';

export interface DescriptorRules extends UnitRules, QueueRules {}

/** @param lo @param hi  the descriptor's first two words; the others of a 256-bit one must be 0 */
export function decodeDescriptor(lo: bigint, hi: bigint, rules: DescriptorRules = {}): Descriptor {
  const words = descriptorWords(lo, hi);
  const reason = descriptorFault(words, rules, rules);
  if (reason !== null) return { kind: 'invalid', reason, type: descriptorType(words, 0), lo, hi };
  return readDescriptor(words);
}
