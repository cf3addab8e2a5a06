import { describe, expect, test } from 'vitest';
import { EMPTY_LIVE } from '../../src/model/live.ts';
import { CHECKS } from '../../src/preflight/checks.ts';
import { examine } from '../../src/preflight/examine.ts';
import { surveyOf } from '../../src/preflight/survey.ts';
import { bdf, HOST, pciFunction, SOURCES } from './world.ts';

const WITHOUT = { pasid: null, ats: null, pri: null };
const vf = (number: number) =>
  pciFunction(`0000:6b:00.${number}`, { physicalFunction: bdf('0000:6b:00.0'), driver: null });
const asked = (functions: (typeof HOST.functions)[number][]) =>
  surveyOf({ ...HOST, functions }).spec.devices.map(({ address }) => address);

describe('a survey asks about', () => {
  test('every function with PASIDs, and no other', () => {
    const others = [
      pciFunction('0000:00:1f.0', { capabilities: WITHOUT }),
      pciFunction('0000:00:1e.0', { capabilities: 'unknown' }),
    ];
    expect(asked([...HOST.functions, ...others])).toEqual(['0000:6a:01.0', '0000:6a:02.0']);
  });

  test('a few VFs of a PF, and counts the others', () => {
    const functions = [pciFunction('0000:6b:00.0'), ...[1, 2, 3, 4, 5, 6].map(vf)];
    expect(asked(functions)).toEqual(['0000:6b:00.0', '0000:6b:00.1', '0000:6b:00.2']);
    expect(surveyOf({ ...HOST, functions }).alike).toEqual([{ physicalFunction: '0000:6b:00.0', others: 4 }]);
    expect(asked([1, 2, 3].map(vf))).toHaveLength(3);
  });

  test('a binding with a first stage for each, and nothing that a PASID does not need', () => {
    const { spec } = surveyOf(HOST);
    expect(spec.bindings.map(({ device, target }) => [device, target.kind])).toEqual([
      ['0000:6a:01.0', 'first-stage'],
      ['0000:6a:02.0', 'first-stage'],
    ]);
    expect(spec.viommus).toMatchObject([
      { firstStage: true, svm: false, deviceIotlb: false, memory: [], pasidBits: 1 },
    ]);
  });

  test('what a sound machine answers with fine', () => {
    const { spec, findings } = surveyOf(HOST);
    const input = { spec, host: HOST, live: EMPTY_LIVE, sources: SOURCES, backend: 'kernel' as const };
    const states = new Set([...findings, ...examine(input, CHECKS, { survey: true })].map(({ state }) => state));
    expect(states).toEqual(new Set(['fine']));
  });
});

test('a survey says which functions of a group can be given away only together', () => {
  const functions = [pciFunction('0000:6a:01.0', { group: 4 }), pciFunction('0000:6a:01.1', { group: 4 })];
  const apart = pciFunction('0000:6b:00.0', { group: 5 });
  expect(surveyOf({ ...HOST, functions: [...functions, apart] }).findings).toMatchObject([
    {
      ...{ check: 'group-viable', state: 'note', devices: ['0000:6a:01.0', '0000:6a:01.1'], diagnostic: null },
      message: expect.stringContaining('are in IOMMU group 4: they can be given away only together'),
    },
  ]);
});

describe('where no function is known to have PASIDs, a survey says', () => {
  const told = (functions: (typeof HOST.functions)[number][], mayReadConfig = true) => {
    const process = {
      ...{ uid: 1000, inFirstNamespace: true, mayLock: false, memlockBytes: 0n, mayOpenIommufd: null },
      mayReadConfig,
    };
    const [finding] = surveyOf({ ...HOST, functions, process }).findings;
    return [finding?.state, finding?.diagnostic?.code, finding?.message];
  };

  test('that none has', () => {
    expect(told([pciFunction('0000:00:1f.0', { capabilities: WITHOUT })])).toEqual([
      'fatal',
      'HOST_NOTHING_WITH_PASIDS',
      'None of 1 PCI function has the PASID capability.',
    ]);
    expect(told([])[2]).toBe('The machine has no PCI functions.');
  });

  test('that it could not read, and how many, and why', () => {
    const unread = [1, 2, 3].map((n) => pciFunction(`0000:6a:0${n}.0`, { capabilities: 'unknown' }));
    const bridge = pciFunction('0000:00:01.0', { capabilities: 'unknown', classCode: 0x06_0400 });
    expect(told([...unread, bridge], false)).toEqual([
      'unknown',
      'HOST_CAPABILITIES_UNKNOWN',
      'Whether any of 3 PCI functions has PASIDs could not be read: that needs root.',
    ]);
    expect(told(unread)[2]).toContain('absent or cut short');
  });

  test('what it can see of the rest of the chain, by two of those functions', () => {
    const functions = [1, 2, 3].map((n) => pciFunction(`0000:6a:0${n}.0`, { capabilities: 'unknown' }));
    expect(asked(functions)).toHaveLength(2);
    expect(asked(functions.map((fn) => ({ ...fn, unit: null })))).toHaveLength(2);
  });
});
