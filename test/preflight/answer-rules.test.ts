import { describe, expect, test } from 'vitest';
import { EMPTY_LIVE } from '../../src/model/live.ts';
import { examine } from '../../src/preflight/examine.ts';
import { type Case, complaints, hostOf, pciFunction, SOURCES, SPEC, specOf } from './world.ts';

const DRIVERS_ONLY: Case = { spec: { viommus: [], bindings: [] } };

describe('a device that does not answer', () => {
  test.each([['in a vIOMMU', {}] as const, ['whose driver alone is wanted', DRIVERS_ONLY] as const])(
    '%s is refused, nothing that it would have to say is checked, and its driver is all the same',
    (_, spec) => {
      const changes: Case = { ...spec, fn: { answers: false, capabilities: 'unknown', express: 'unknown' } };
      expect(complaints(changes)).toEqual(['HOST_DEVICE_NOT_ANSWERING devices.0.address']);
      const findings = examine({
        ...{ spec: specOf(changes), host: hostOf(changes), live: EMPTY_LIVE, sources: SOURCES, backend: 'kernel' },
      });
      const mine = findings.filter(({ devices }) => devices.includes('dsa0'));
      expect(mine.find(({ state }) => state === 'fatal')).toMatchObject({
        check: 'device-answers',
        evidence: [{ source: '/sys/bus/pci/devices/0000:6a:01.0/config' }],
        fix: expect.stringContaining('/rescan'),
      });
      expect(mine.find(({ check }) => check === 'capabilities-read')).toMatchObject({
        ...{ state: 'skipped', because: 'device-answers' },
      });
      expect(mine.find(({ check }) => check === 'device-unused')).toMatchObject({ state: 'fine' });
    },
  );

  test('is told of the PF when that is the silent one, and not of the VF, which was read', () => {
    const pf = pciFunction('0000:6a:00.0', { group: 9, answers: false, capabilities: 'unknown', express: 'unknown' });
    const changes: Case = { fn: { physicalFunction: pf.address, capabilities: 'unknown' }, others: [pf] };
    expect(complaints(changes)).toEqual(['HOST_DEVICE_NOT_ANSWERING devices.0.address']);
    const [fatal] = examine({
      ...{ spec: specOf(changes), host: hostOf(changes), live: EMPTY_LIVE, sources: SOURCES, backend: 'kernel' },
    }).filter(({ state }) => state === 'fatal');
    expect(fatal?.message).toContain('0000:6a:00.0, the PF of 0000:6a:01.0, does not answer');
    expect(fatal?.fix).toContain('/0000:6a:00.0/remove');
  });

  test('is not claimed of one whose configuration space was not read: that is unknown', () => {
    const unread: Case = { ...DRIVERS_ONLY, fn: { answers: null, capabilities: 'unknown' } };
    expect(complaints(unread)).toEqual(['HOST_DEVICE_ANSWER_UNKNOWN devices.0.address']);
  });

  test('is not feared where capabilities were read, as an old machine file has them', () => {
    expect(complaints({ fn: { answers: null } })).toEqual([]);
    expect(complaints({ ...DRIVERS_ONLY, fn: { answers: true, capabilities: 'unknown' } })).toEqual([]);
  });

  test('is no matter for the mock devices of the selftest', () => {
    expect(SPEC.devices).toHaveLength(2);
    expect(complaints({ fn: { answers: null, capabilities: 'unknown' }, backend: 'selftest' })).toEqual([]);
  });
});
