/** Names that must be unique, and settings that must agree. */

import type { Code } from '../../diagnostics/codes.ts';
import { printable } from '../../text/escape.ts';
import type { NamedPlace } from '../normalize/draft.ts';
import type { Problem } from '../problem.ts';
import type { RuleContext } from './rule.ts';

export function duplicateDeviceName(context: RuleContext): Iterable<Problem> {
  return repeated(context.draft.deviceNames, { context, what: 'device' });
}

export function duplicateViommuName(context: RuleContext): Iterable<Problem> {
  return repeated(context.draft.viommuNames, { context, what: 'vIOMMU' });
}

/** Each repetition of a name; the message has the place of the first one. */
function* repeated(
  names: readonly NamedPlace[],
  { context, what }: { readonly context: RuleContext; readonly what: string },
): Generator<Problem> {
  const code: Code = 'SPEC_DUPLICATE_NAME';
  const first = new Map<string, NamedPlace>();
  for (const named of names) {
    const earlier = first.get(named.name);
    first.set(named.name, earlier ?? named);
    if (earlier === undefined) continue;
    const message = `The ${what} ${named.name} is already at ${context.where(earlier.at)}; names are unique.`;
    yield { code, message, at: named.at, basis: [earlier.at] };
  }
}

/** A setting of the whole host may be repeated only with the same value. */
export function* conflictingHostName({ draft, where }: RuleContext): Generator<Problem> {
  const [first, ...others] = draft.hostNames;
  if (first === undefined) return;
  for (const { name, at } of others) {
    if (name === first.name) continue;
    const message = `\`metadata.name\` is ${printable(name)} here, but ${printable(first.name)} at ${where(first.at)}.`;
    yield { code: 'SPEC_CONFLICTING_SETTING', message, at, basis: [first.at] };
  }
}

export function* conflictingDenylist({ draft, where }: RuleContext): Generator<Problem> {
  const [first, ...others] = draft.denylistSettings;
  if (first === undefined) return;
  for (const { value, at } of others) {
    if (value === first.value) continue;
    const message = `\`vfioPci.disableDenylist\` is ${value} here, but ${first.value} at ${where(first.at)}.`;
    yield { code: 'SPEC_CONFLICTING_SETTING', message, at, basis: [first.at] };
  }
}
