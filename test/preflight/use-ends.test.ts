import { describe, expect, it, test } from 'vitest';
import type { Use } from '../../src/model/use.ts';
import { parseUse } from '../../src/model/use-text.ts';
import { endOf, sourceOf } from '../../src/preflight/use-ends.ts';

test.each([
  ['disk sda1 mounted at /', '/proc/self/mountinfo', undefined],
  ['disk sda1 mounted at /srv/a b', '/proc/self/mountinfo', "sudo umount '/srv/a b'"],
  ['disk sda1 mounted at /x opened by y (pid 9)', '/proc/self/mountinfo', "sudo umount '/x opened by y (pid 9)'"],
  ['disk sda2 used as swap', '/proc/swaps', 'sudo swapoff /dev/sda2'],
  ['disk sda2 held by dm-0', '/sys/class/block/sda2', undefined],
  ['disk sda opened by dd (pid 77)', '/proc/77/fd', 'sudo kill 77'],
  ['/dev/dri/card0 opened by X\norg (pid 4444)', '/proc/4444/fd', 'sudo kill 4444'],
  ['/dev/dri/card0 opened by a (pid 1) (pid 4444)', '/proc/4444/fd', 'sudo kill 4444'],
  ['disk sda opened by x mounted at /y (pid 7)', '/proc/7/fd', 'sudo kill 7'],
  ['network eth0', '/sys/class/net/eth0', 'sudo ip link set eth0 down'],
  ['queue wq0.0 (user, dedicated) with 1 client', '/sys/bus/dsa/devices/wq0.0/state', undefined],
  ['display HDMI-A-1 of card0', '/sys/class/drm', undefined],
])('%j shows, and ends', (phrase, source, fix) => {
  expect(sourceOf(parseUse(phrase))).toBe(source);
  expect(endOf(parseUse(phrase))?.fix ?? undefined).toBe(fix);
});

describe('a phrase of a machine file', () => {
  it.each([
    'disk sda mounted at /a\nb',
    'disk sda mounted at /a\u202eb',
    'network $(id)',
    'network -x',
    'disk ;id used as swap',
    '/dev/x opened by y (pid 1; id)',
    '',
    '\n',
  ])('never puts %j into a command', (phrase) => {
    expect(endOf(parseUse(phrase))?.fix ?? null).toBeNull();
    expect(sourceOf(parseUse(phrase))).not.toMatch(/[\n;$]/);
  });
});

test.each<Use>([
  { kind: 'mounted', disk: 'sda', mountPoint: '-a' },
  { kind: 'mounted', disk: 'sda', mountPoint: '' },
  { kind: 'swap', disk: 'sda; id' },
  { kind: 'held', disk: '../..', holder: 'dm-0' },
  { kind: 'network', name: 'a b', state: 'up' },
  { kind: 'queue', name: 'wq0.0\n', type: 'user', mode: null, clients: 1 },
])('no command has the name of $kind of a hostile machine', (use) => {
  expect(endOf(use)).toBeNull();
  expect(sourceOf(use)).toMatch(/^\/(?:proc|sys)\/[a-z/]+$/);
});
