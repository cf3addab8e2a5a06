/** Any use that a machine could show: names and commands made of each other's words, of blanks, line feeds and backslashes. */

import fc from 'fast-check';
import type { Use } from '../../src/model/use.ts';
import { parseUse } from '../../src/model/use-text.ts';

const WORDS = [
  ...['disk ', '/dev/', 'network ', 'queue ', 'display ', 'sda', 'eth0', 'wq0.0', 'card0', '/', '/srv/a b'],
  ...[' mounted at ', ' used as swap', ' held by ', ' opened by ', ' (pid 7)', ' (pid 07)', ' (pid 0)', ' of '],
  ...[
    ' (on, without a link)',
    ' (port of ',
    ' (user, shared)',
    '(',
    ')',
    ', ',
    ',',
    ' with 1 client',
    ' with 2 clients',
  ],
  ...[' ', '\n', '\t', '\\', '\\x20', '\\x5c', 'x20', '\u0000', '\u2028', '\ud800', '0', '1'],
] as const;

/** Texts of which many are phrases, and more are nearly so. */
export const phraseLike: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.constantFrom(...WORDS), { maxLength: 7 }).map((words) => words.join('')),
  fc.string({ unit: 'binary' }),
);

const amount = fc.nat(Number.MAX_SAFE_INTEGER);
const few = fc.oneof(fc.nat(2), amount);
const text = phraseLike;

export const arbitraryUse: fc.Arbitrary<Use> = fc.oneof(
  fc.record({ kind: fc.constant('mounted' as const), disk: text, mountPoint: text }),
  fc.record({ kind: fc.constant('swap' as const), disk: text }),
  fc.record({ kind: fc.constant('held' as const), disk: text, holder: text }),
  fc.record({
    kind: fc.constant('opened' as const),
    file: fc.constantFrom('disk' as const, 'character device' as const),
    name: text,
    command: text,
    pid: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  }),
  fc.record({
    kind: fc.constant('network' as const),
    name: text,
    state: fc.oneof(fc.constantFrom('up' as const, 'no link' as const), fc.record({ portOf: text })),
  }),
  fc.record({
    kind: fc.constant('queue' as const),
    name: text,
    type: text,
    mode: fc.option(text, { nil: null }),
    clients: few,
  }),
  fc.record({ kind: fc.constant('display' as const), connector: text, card: text }),
  text.map(parseUse),
);
