import { describe, expect, it } from 'vitest';
import { CHECK_IDS } from '../../src/diagnostics/check-ids.ts';
import type { Finding } from '../../src/diagnostics/finding.ts';
import { EMPTY_LIVE } from '../../src/model/live.ts';
import { type Check, problem } from '../../src/preflight/check.ts';
import { CHECKS } from '../../src/preflight/checks.ts';
import { examine, type Manner } from '../../src/preflight/examine.ts';
import { diagnosticsOf, preflight } from '../../src/preflight/preflight.ts';
import { uses } from '../support/uses.ts';
import { type Case, hostOf, SOURCES, specOf, viommuSpec } from './world.ts';

const input = (changes: Case = {}) => ({
  spec: specOf(changes),
  host: hostOf(changes),
  live: { ...EMPTY_LIVE, ...changes.live },
  sources: SOURCES,
  backend: 'kernel' as const,
});

const first: Check = { id: 'first', link: 'unit', title: 'the first holds', needs: [], rule: () => [] };
const second: Check = { id: 'second', link: 'group', title: 'the second holds', needs: ['first'], rule: () => [] };
const broken: Check = {
  ...first,
  rule: () => {
    throw new TypeError('no such fact\u001b[2J');
  },
};
const states = (findings: readonly Finding[]) => findings.map(({ check, state, because }) => [check, state, because]);

describe('a check that throws', () => {
  it('is a bug, which is thrown on where a change may follow', () => {
    expect(() => examine(input(), [broken, second])).toThrow(TypeError);
  });

  it('is unknown to whoever asks to be told, and what needs it is not checked', () => {
    const findings = examine(input(), [broken, second], { bugs: 'tell' });
    expect(states(findings)).toEqual([
      ['first', 'unknown', null],
      ['second', 'skipped', 'first'],
    ]);
    expect(findings[0]?.diagnostic?.code).toBe('HOST_CHECK_FAILED');
    expect(findings[0]?.message).toContain('no such fact\\u{1b}[2J');
  });

  it.each(['concerns', 'evidence'] as const)('is unknown too when its %s throws', (part) => {
    const fault = { ...first, [part]: broken.rule };
    expect(states(examine(input(), [fault], { bugs: 'tell' }))).toEqual([['first', 'unknown', null]]);
  });
});

describe('a vIOMMU without devices', () => {
  const alone: Case = { spec: { devices: [], viommus: [viommuSpec({ devices: [] })], bindings: [] } };

  it.each<[string, Case, string]>([
    ['/dev/iommu', { host: { iommufd: false } }, 'HOST_NO_IOMMUFD'],
    ['its kernel', { release: '6.1.0' }, 'HOST_KERNEL_TOO_OLD'],
    ['its memory files', { host: { files: [] } }, 'HOST_MEMORY_MISSING'],
  ])('still needs %s', (_, changes, code) => {
    const told = diagnosticsOf(examine(input({ ...alone, ...changes })));
    expect(new Set(told.map((one) => one.code))).toEqual(new Set([code]));
  });
});

describe('what passes by itself', () => {
  const inUse: Case = { fn: { uses: uses('disk nvme0n1 mounted at /') } };
  const unused = (manner: Manner) =>
    examine(input(inUse), CHECKS, manner).filter(({ check }) => check === 'device-unused');

  it('is a fault for a spec', () => {
    expect(unused({})[0]).toMatchObject({ state: 'fatal', devices: ['dsa0'] });
  });

  it('is a note with the same words where nobody has asked to take the device', () => {
    const [note] = unused({ survey: true });
    expect(note).toMatchObject({ state: 'note', devices: ['dsa0'], diagnostic: null, blocks: [] });
    expect(note?.message).toBe(unused({})[0]?.message);
  });

  it('stops no other check there', () => {
    const passing: Check = {
      ...first,
      passing: true,
      rule: (context) => [problem(context, { code: 'HOST_NO_IOMMUFD', message: 'no', at: null })],
    };
    expect(states(examine(input(), [passing, second], { survey: true }))).toEqual([
      ['first', 'note', null],
      ['second', 'fine', null],
    ]);
    expect(states(examine(input(), [passing, second]))).toEqual([
      ['first', 'fatal', null],
      ['second', 'skipped', 'first'],
    ]);
  });
});

describe('a finding that the spec accepts', () => {
  const OLD: Case = { release: '6.12.0-55.el10.x86_64' };
  const accepting = (check: string, changes: Case) => ({
    ...input(changes),
    spec: { ...specOf(changes), ignore: [{ check, reason: 'ported back' }] },
  });

  it.each(['kernel-release', 'HOST_KERNEL_UNSURE'])('is not told by plan, and stays a finding, by %s', (check) => {
    const findings = examine(accepting(check, OLD));
    expect(diagnosticsOf(findings)).toEqual([]);
    expect(findings.filter(({ silenced }) => silenced === 'ported back').map(({ state }) => state)).toEqual([
      'warning',
      'warning',
    ]);
  });

  it('is told all the same when it is an error', () => {
    const bridge: Case = { fn: { classCode: 0x060400 } };
    expect(preflight(accepting('device-endpoint', bridge)).map(({ code }) => code)).toEqual(['HOST_DEVICE_IS_BRIDGE']);
  });

  it('leaves every other finding alone', () => {
    expect(examine(accepting('function-reset', OLD))).toEqual(examine(input(OLD)));
  });
});

it('the list of ids that specs may name has each check, in their order, and no other', () => {
  expect(CHECKS.map(({ id }) => id)).toEqual([...CHECK_IDS]);
});

it('a sound machine has one finding for each check that concerns the spec, and each is fine', () => {
  const findings = examine(input());
  expect(findings.filter(({ state }) => state !== 'fine')).toEqual([]);
  expect(findings.map(({ check }) => check)).toEqual(
    CHECK_IDS.filter((id) => findings.some(({ check }) => check === id)),
  );
  for (const id of [
    'device-present',
    'kernel-release',
    'scalable-mode',
    'pasid-enabled',
    'memory-file-system',
  ] as const) {
    expect(findings.map(({ check }) => check)).toContain(id);
  }
});
