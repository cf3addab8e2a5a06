/** Decimal numbers in texts, such as `010-020` and `010MiB`. For plain numbers src/spec/yaml/yaml-1.1.ts has a warning. */

import { printable } from '../../text/escape.ts';
import type { Place, Problem } from '../problem.ts';
import { at, type RuleContext } from './rule.ts';

export function* leadingZero({ draft, written }: RuleContext): Generator<Problem> {
  const memory = draft.viommus.flatMap((viommu) => viommu.memory);
  const places: readonly Place[] = [
    ...memory.flatMap((region) => ['offset', 'size', 'guestAddress'].map((key) => at(region, key))),
    ...draft.bindings.flatMap(({ pasidKey, ranges }) =>
      pasidKey === 'pasid' ? [] : [...new Set(ranges.map((range) => range.at))],
    ),
  ];
  for (const place of places) {
    const text = written(place);
    if (text === null || !/(?<![0-9a-zA-Z])0[0-9]/.test(text) || /^[0-9]+$/.test(text)) continue;
    const field = typeof place.key === 'number' ? '' : `${place.key}: `;
    const message = `\`${field}${printable(text)}\` is decimal and means ${printable(text.replace(/(?<![0-9a-zA-Z])0+(?=[0-9])/g, ''))}.`;
    yield { code: 'SPEC_LEADING_ZERO', message, at: place };
  }
}
