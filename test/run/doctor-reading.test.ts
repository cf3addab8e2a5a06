import { describe, expect, test } from 'vitest';
import { type Diagnosis, isRefused, verdictOf } from '../../src/diagnostics/diagnosis.ts';
import type { Finding } from '../../src/diagnostics/finding.ts';
import type { Host } from '../../src/model/host.ts';
import { EMPTY_LIVE } from '../../src/model/live.ts';
import { NO_SOURCES } from '../../src/model/source.ts';
import type { Reading } from '../../src/preflight/machine-read.ts';
import { preflight } from '../../src/preflight/preflight.ts';
import { diagnose } from '../../src/run/doctor.ts';
import { parseAccepted } from '../../src/run/doctor-words.ts';
import { NO_COLORS } from '../../src/views/colors.ts';
import { doctorText } from '../../src/views/doctor-text.ts';
import { HOST, hostOf, SPEC } from '../preflight/world.ts';
import { uses } from '../support/uses.ts';

const HELD = { live: EMPTY_LIVE, backend: 'kernel' as const };
const NAMES = SPEC.devices.map(({ name }) => name);
const [FIRST] = SPEC.devices;

interface Asked {
  readonly host?: Host;
  readonly reading?: Partial<Reading>;
  readonly ignore?: readonly string[];
  readonly survey?: boolean;
}

function asked({ host = HOST, reading = {}, ignore = [], survey = false }: Asked): Diagnosis {
  const desired = survey ? null : { spec: SPEC, sources: NO_SOURCES };
  const request = { desired, accepted: parseAccepted(ignore), assumed: [] };
  return diagnose(host, request, { ...HELD, reading: { hung: [], late: false, ...reading } });
}

const of = ({ findings }: Diagnosis, id: string): readonly Finding[] => findings.filter(({ check }) => check === id);
const states = (diagnosis: Diagnosis, id: string): readonly string[] => of(diagnosis, id).map(({ state }) => state);

const textOf = (diagnosis: Diagnosis): string =>
  doctorText(diagnosis, { colors: NO_COLORS, columns: 100, all: false }).replaceAll(/\s+/g, ' ');

const UNREAD = hostOf({ host: { unreadProcesses: 3 } });

describe('processes that were not looked at', () => {
  test('leave open what nobody was seen to use or hold', () => {
    const diagnosis = asked({ host: UNREAD });
    expect(states(asked({}), 'device-free')).toEqual(['fine']);
    expect(states(diagnosis, 'open-files-read')).toEqual(['unknown']);
    for (const id of ['group-free', 'device-unused', 'device-free']) {
      expect(of(diagnosis, id)).toMatchObject([{ state: 'skipped', because: 'open-files-read', devices: NAMES }]);
    }
    expect(verdictOf(diagnosis)).toBe('doubtful');
    expect(textOf(diagnosis)).toContain(
      'because open-files-read could not tell: group-free, device-unused, device-free.',
    );
  });

  test('hide no user that was seen', () => {
    const functions = UNREAD.functions.map((fn) =>
      fn.address === FIRST?.address ? { ...fn, uses: uses('network eth0') } : fn,
    );
    const diagnosis = asked({ host: { ...UNREAD, functions } });
    expect(of(diagnosis, 'device-unused')).toMatchObject([
      { state: 'fatal', devices: [FIRST?.name] },
      ...(NAMES.length > 1 ? [{ state: 'skipped', devices: NAMES.slice(1) }] : []),
    ]);
    expect(verdictOf(diagnosis)).toBe('broken');
  });

  test('are a note where nobody asked to take a device', () => {
    const diagnosis = asked({ host: UNREAD, survey: true });
    expect(states(diagnosis, 'open-files-read')).toEqual(['note']);
    expect(states(diagnosis, 'device-free')).toEqual(['skipped']);
    expect(verdictOf(diagnosis)).toBe(verdictOf(asked({ survey: true })));
  });
});

describe('a diagnosis for which the time was up', () => {
  test.each([false, true])('is not sound, and says why; survey: %j', (survey) => {
    const diagnosis = asked({ host: UNREAD, reading: { late: true }, survey });
    expect(verdictOf(diagnosis)).toBe('doubtful');
    expect(of(diagnosis, 'machine-read')).toMatchObject([{ state: 'unknown', diagnostic: { code: 'HOST_TIME_UP' } }]);
    expect(textOf(diagnosis)).toMatch(/mind what is said above\. Not everything could be read\./);
  });
});

describe('a read that hangs', () => {
  test.each([false, true])('leaves nothing known for certain, as what plan refuses for; survey: %j', (survey) => {
    const diagnosis = asked({ reading: { hung: ['/sys/class/iommu'] }, survey });
    expect(verdictOf(diagnosis)).toBe('unknown');
    expect(diagnosis.findings.filter(({ state }) => state === 'fine')).toEqual([]);
    expect(of(diagnosis, 'machine-read').map(isRefused)).toEqual([true]);
    expect(textOf(diagnosis)).toContain('reading /sys/class/iommu does not come back');
    expect(textOf(diagnosis)).toContain('Not everything could be read.');
  });

  const fineFor = (diagnosis: Diagnosis, name: string): readonly string[] =>
    diagnosis.findings
      .filter(({ state, devices }) => state === 'fine' && devices.includes(name))
      .map(({ link }) => link);

  test('of a function leaves that device open, and what its group rests on', () => {
    const path = `/sys/devices/pci0000:00/0000:00:01.0/${FIRST?.address}/config`;
    const diagnosis = asked({ reading: { hung: [path] } });
    expect(fineFor(diagnosis, FIRST?.name ?? '')).toEqual([]);
    for (const name of NAMES.slice(1)) {
      expect(fineFor(diagnosis, name).length).toBeGreaterThan(0);
      expect(fineFor(diagnosis, name)).not.toContain('group');
    }
  });

  test.each([
    ['/proc/77/comm', 'driver'],
    [SPEC.viommus.flatMap(({ memory }) => memory)[0]?.file ?? '/', 'memory'],
  ])('at %s leaves open what %s says', (path, link) => {
    const diagnosis = asked({ reading: { hung: [path] } });
    const links = diagnosis.findings.filter(({ state }) => state === 'fine').map((one) => one.link);
    expect(links).not.toContain(link);
    expect(links).toContain('unit');
    expect(verdictOf(diagnosis)).toBe('unknown');
  });

  test('hides no fault that was seen', () => {
    const diagnosis = asked({ host: hostOf({ release: '6.1.0' }), reading: { hung: ['/proc/cpuinfo'] } });
    expect(verdictOf(diagnosis)).toBe('broken');
  });

  test('can be accepted, by check and by code', () => {
    for (const id of ['machine-read', 'HOST_READ_HANGS']) {
      const diagnosis = asked({ reading: { hung: ['/proc/77/fd'] }, ignore: [`${id}=known`] });
      expect(of(diagnosis, 'machine-read')).toMatchObject([{ silenced: 'known' }]);
    }
  });
});

test('what plan says stays what doctor says of a machine that is read in part', () => {
  const planned = preflight({ spec: SPEC, host: UNREAD, ...HELD, sources: NO_SOURCES });
  expect(planned.map(({ code }) => code)).toEqual(['HOST_OPEN_FILES_UNREAD']);
  const told = asked({ host: UNREAD, reading: { late: true } }).findings.flatMap(({ diagnostic }) => diagnostic ?? []);
  expect(told.map(({ code }) => code)).toEqual(['HOST_TIME_UP', 'HOST_OPEN_FILES_UNREAD']);
});
