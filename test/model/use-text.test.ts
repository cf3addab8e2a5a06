import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Use } from '../../src/model/use.ts';
import { parseUse, useText } from '../../src/model/use-text.ts';
import { arbitraryUse, phraseLike } from '../support/arbitrary-use.ts';

const RUNS = { numRuns: 5000 };

test.each<[string, Use]>([
  ['disk sda1 mounted at /', { kind: 'mounted', disk: 'sda1', mountPoint: '/' }],
  ['disk sda1 mounted at /srv/a b', { kind: 'mounted', disk: 'sda1', mountPoint: '/srv/a b' }],
  [
    'disk sda1 mounted at /x opened by y (pid 9)',
    { kind: 'mounted', disk: 'sda1', mountPoint: '/x opened by y (pid 9)' },
  ],
  ['disk sda2 used as swap', { kind: 'swap', disk: 'sda2' }],
  ['disk sda2 held by dm-0', { kind: 'held', disk: 'sda2', holder: 'dm-0' }],
  ['disk sda opened by dd (pid 77)', { kind: 'opened', file: 'disk', name: 'sda', command: 'dd', pid: 77 }],
  [
    'disk sda opened by x mounted at /y (pid 7)',
    { kind: 'opened', file: 'disk', name: 'sda', command: 'x mounted at /y', pid: 7 },
  ],
  [
    '/dev/dri/card0 opened by X\norg (pid 1) (pid 4444)',
    { kind: 'opened', file: 'character device', name: 'dri/card0', command: 'X\norg (pid 1)', pid: 4444 },
  ],
  ['network eth0', { kind: 'network', name: 'eth0', state: 'up' }],
  ['network eth1 (on, without a link)', { kind: 'network', name: 'eth1', state: 'no link' }],
  ['network eth1 (port of br0)', { kind: 'network', name: 'eth1', state: { portOf: 'br0' } }],
  ['queue wq0.0 (user, dedicated)', { kind: 'queue', name: 'wq0.0', type: 'user', mode: 'dedicated', clients: 0 }],
  ['queue wq0.0 (none) with 1 client', { kind: 'queue', name: 'wq0.0', type: 'none', mode: null, clients: 1 }],
  [
    'queue wq0.0 (kernel, shared) with 2 clients',
    { kind: 'queue', name: 'wq0.0', type: 'kernel', mode: 'shared', clients: 2 },
  ],
  ['display HDMI-A-1 of card0', { kind: 'display', connector: 'HDMI-A-1', card: 'card0' }],
])('%j is written and read', (text, use) => {
  expect(parseUse(text)).toEqual(use);
  expect(useText(use)).toBe(text);
});

test('a blank in a name is no end of it', () => {
  const use = { kind: 'mounted', disk: 'a mounted at /b', mountPoint: '/c' } as const;
  expect(useText(use)).toBe(String.raw`disk a\x20mounted\x20at\x20/b mounted at /c`);
});

describe('a text that useText does not write', () => {
  test.each([
    '',
    '\n',
    'framebuffer',
    'disk sda',
    'disk a b used as swap',
    'disk sda used as swap twice',
    '/dev/x opened by y (pid 1; id)',
    '/dev/x opened by y (pid 0)',
    '/dev/x opened by y (pid 007)',
    '/dev/x opened by y (pid 99999999999999999999)',
    'network eth0 (up)',
    'queue wq0.0',
    'queue wq0.0 (user) with 0 clients',
    'queue wq0.0 (user) with 2 client',
    'display',
    String.raw`disk a\b used as swap`,
  ])('is kept: %j', (text) => {
    expect(parseUse(text)).toEqual({ kind: 'other', text });
  });
});

describe('any', () => {
  test('use is read as it was written', () => {
    fc.assert(
      fc.property(arbitraryUse, (use) => {
        expect(parseUse(useText(use))).toEqual(use);
      }),
      RUNS,
    );
  });

  test('text is written as it was read', () => {
    fc.assert(
      fc.property(phraseLike, (text) => {
        expect(useText(parseUse(text))).toBe(text);
      }),
      RUNS,
    );
  });
});

test('a long text takes no longer than its length', () => {
  const started = process.cpuUsage();
  for (const text of ['/dev/x opened by', 'queue wq0.0 (', 'network eth0 (', 'disk '].map(
    (start) => start + ' (pid 1),)'.repeat(50_000),
  ))
    expect(useText(parseUse(text))).toBe(text);
  expect(process.cpuUsage(started).user).toBeLessThan(1_000_000);
});
