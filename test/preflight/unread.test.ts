import { describe, expect, test } from 'vitest';
import { readUnits } from '../../src/host/iommu-unit.ts';
import { asBooted } from '../../src/linux/as-booted.ts';
import { interruptRemapping } from '../../src/linux/isolated-msi.ts';
import { scalableMode } from '../../src/linux/scalable-mode.ts';
import { EMPTY_LIVE } from '../../src/model/live.ts';
import { examine } from '../../src/preflight/examine.ts';
import { textTree } from '../support/text-tree.ts';
import { below, DEVICE, ENDPOINT, ROOT_PORT, withEnable } from './switch-cases.ts';
import { type Case, ecapWithout, HOST, hostOf, pciFunction, SOURCES, specOf, UNIT } from './world.ts';

function told(changes: Case): readonly string[] {
  const input = { spec: specOf(changes), host: hostOf(changes), live: EMPTY_LIVE, sources: SOURCES };
  return examine({ ...input, backend: 'kernel' })
    .filter(({ state }) => state === 'fatal' || state === 'unknown')
    .map(({ message }) => message);
}

const UNIT_FILES = '/sys/class/iommu/dmar0/intel-iommu';
const SOUND = { version: '5:0', cap: UNIT.cap.toString(16), ecap: UNIT.ecap.toString(16) };

function unitOf(files: Partial<typeof SOUND>): readonly string[] {
  const text = Object.entries(files).map(([name, value]) => `${UNIT_FILES}/${name} = ${value}`);
  return told({ host: { units: readUnits(textTree(text.join('\n'))) } });
}

describe('registers of a unit', () => {
  test.each([
    ['ECAP is no number', { ...SOUND, ecap: 'zzzz' }, 'ECAP of dmar0'],
    ['CAP is no number', { ...SOUND, cap: 'zzzz' }, 'CAP of dmar0'],
    ['both are absent', { version: '5:0' }, 'CAP and ECAP of dmar0'],
    ['ECAP is empty', { ...SOUND, ecap: '' }, 'ECAP of dmar0'],
    ['both read as ones', { ...SOUND, cap: 'f'.repeat(16), ecap: 'f'.repeat(16) }, 'CAP and ECAP of dmar0'],
  ])('are not taken for a unit that can do nothing when %s', (_, files, words) => {
    const messages = unitOf(files);
    expect(messages).toEqual([expect.stringContaining(words)]);
    expect(messages[0]).toContain('could not be read');
  });

  test('decide although the version could not be read: the folder shows that it is VT-d', () => {
    expect(unitOf({ cap: SOUND.cap, ecap: SOUND.ecap })).toEqual([]);
  });

  test('that were not read foretell nothing, and speak for nothing else', () => {
    const unit = { ...UNIT, ecap: 0n };
    expect(scalableMode(unit, HOST)).toMatchObject({ state: 'on', by: 'function' });
    expect(interruptRemapping({ ...HOST, interruptChips: [], units: [unit] }).state).toBe('unknown');
    expect(asBooted({ ...HOST, units: [unit] }).functions).toEqual(HOST.functions);
    expect(ecapWithout()).not.toBe(0n);
  });
});

describe('PASIDs that are off behind a unit in scalable mode', () => {
  test('have their cause in a DEVCAP2 that reads 0', () => {
    const [message, ...more] = told(below(ROOT_PORT, { tlpPrefix: null }));
    expect(message).toContain(`DEVCAP2 of ${DEVICE} reads 0: no End-End TLP prefixes`);
    expect(more).toEqual([]);
  });

  test('have none in a DEVCAP2 that reads 0 while they are on', () => {
    expect(
      told({
        ...below(ROOT_PORT),
        fn: { ...below(ROOT_PORT, { tlpPrefix: null }).fn, capabilities: withEnable(true) },
      }),
    ).toEqual([]);
  });

  test('are in legacy mode before they lack a prefix', () => {
    const [message] = told({
      ...below(ROOT_PORT, { tlpPrefix: null }),
      commandLine: 'intel_iommu=on,sm_off',
      viommu: { svm: false },
    });
    expect(message).toContain('intel_iommu=sm_off');
  });

  test.each([
    ['a port that does not answer', { ...ROOT_PORT, express: 'unknown', answers: false } as const, 'does not answer'],
    ['a port that was not read', { ...ROOT_PORT, express: 'unknown' } as const, 'could not be read'],
  ])('may have it in %s, and it is named', (_, port, words) => {
    const messages = told(below(port)).filter((text) => text.includes('PASID Enable 0'));
    expect(messages[0]).toContain(port.address);
    expect(messages[0]).toContain(words);
  });
});

test('capabilities of a VF that only its PF hides are said to be the PF’s', () => {
  const pf = pciFunction('0000:6a:00.0', { group: 9, capabilities: 'unknown', express: 'unknown' });
  const fn = { physicalFunction: pf.address, capabilities: 'unknown', express: ENDPOINT } as const;
  expect(told({ fn, others: [pf] })[0]).toContain('0000:6a:00.0, the PF of 0000:6a:01.0, cannot be read');
});
