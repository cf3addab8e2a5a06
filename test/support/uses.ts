/** Uses in tests: written and compared as the phrases that people see. */

import type { PciFunction } from '../../src/model/host.ts';
import type { Use } from '../../src/model/use.ts';
import { parseUse, useText } from '../../src/model/use-text.ts';

export function uses(...phrases: readonly string[]): readonly Use[] {
  return phrases.map(parseUse);
}

/** A function with what the machine does with it as phrases. */
export function withPhrases<F extends Pick<PciFunction, 'uses' | 'enabled'>>(fn: F) {
  return { ...fn, uses: fn.uses.map(useText), enabled: fn.enabled.map(useText) };
}
