import { describe, expect, it } from 'vitest';
import { scalableMode, scalableModeAtBoot } from '../../src/linux/scalable-mode.ts';
import type { Host, PciFunction } from '../../src/model/host.ts';
import { withEnable } from '../preflight/switch-cases.ts';
import { bdf, ecapWithout, HOST, pciFunction, UNIT } from '../preflight/world.ts';

const BUILD = 'CONFIG_INTEL_IOMMU_SCALABLE_MODE_DEFAULT_ON';

interface Facts {
  readonly words?: string;
  readonly build?: 'y' | 'n';
  readonly release?: string;
  readonly functions?: readonly PciFunction[];
}

function machine({ words = '', build, release = '7.3.4', functions = [] }: Facts): Pick<Host, 'kernel' | 'functions'> {
  const config = build === undefined ? null : { [BUILD]: build };
  return { kernel: { ...HOST.kernel, commandLine: words, release, config }, functions };
}

const on = pciFunction('0000:6a:01.0', { capabilities: withEnable(true) });
const off = pciFunction('0000:6a:01.0', { capabilities: withEnable(false) });

describe('scalable mode', () => {
  it.each<[string, Facts, string]>([
    ['is on by its word', { words: 'quiet intel_iommu=on,sm_on' }, 'on word'],
    ['is off by its word', { words: 'intel_iommu=sm_off' }, 'off word'],
    ['is what the last word says', { words: 'intel_iommu=on,sm_off intel_iommu=sm_on' }, 'on word'],
    ['is what the last word of one parameter says', { words: 'intel_iommu=sm_on,sm_off' }, 'off word'],
    ['is on by the build option', { build: 'y' }, 'on build'],
    ['is off by the build option', { build: 'n' }, 'off build'],
    ['is off by a word against the build option', { words: 'intel_iommu=sm_off', build: 'y' }, 'off word'],
    ['is on by Enable of a function, against the build option', { build: 'n', functions: [on] }, 'on function'],
    ['is off by a word, and Enable is a leftover', { words: 'intel_iommu=sm_off', functions: [on] }, 'off word'],
    ['is off by a function that would have been switched on', { functions: [off] }, 'off function'],
    ['is off by such a function, against the build option', { build: 'y', functions: [off] }, 'off function'],
    ['is on by its word, against such a function', { words: 'intel_iommu=sm_on', functions: [off] }, 'on word'],
    ['is not judged by Enable = 0 of an old kernel', { functions: [off], release: '6.6.70' }, 'unknown nothing'],
    [
      'is not judged by Enable = 0 of a vendor’s kernel',
      { functions: [off], release: '5.14.0-503.el9' },
      'unknown nothing',
    ],
    [
      'is not judged by Enable = 0 below a port that is in the way',
      { functions: [{ ...off, express: { portType: 0, multiFunction: false, tlpPrefix: false, acs: null } }] },
      'unknown nothing',
    ],
    ['is not judged by functions behind another unit', { functions: [{ ...on, unit: 'dmar1' }] }, 'unknown nothing'],
    ['is not judged by VFs', { functions: [{ ...on, physicalFunction: bdf('0000:6a:00.0') }] }, 'unknown nothing'],
    ['is unknown when nothing tells', {}, 'unknown nothing'],
    [
      'is unknown with another word',
      { words: 'intel_iommu=on xintel_iommu=sm_on intel_iommu_sm_on' },
      'unknown nothing',
    ],
  ])('%s', (_, facts, expected) => {
    const { state, by } = scalableMode(UNIT, machine(facts));
    expect(`${state} ${by}`).toBe(expected);
  });

  it('is off in a unit that has none, whatever is said', () => {
    const unit = { ...UNIT, ecap: ecapWithout('SMTS') };
    expect(scalableMode(unit, machine({ words: 'intel_iommu=sm_on', functions: [on] }))).toMatchObject({
      state: 'off',
      by: 'hardware',
    });
  });

  it('is judged per unit', () => {
    const functions = [
      { ...on, unit: 'dmar0' },
      { ...off, unit: 'dmar1' },
    ];
    expect(scalableMode({ ...UNIT, name: 'dmar1' }, machine({ functions })).state).toBe('off');
    expect(scalableMode(UNIT, machine({ functions })).state).toBe('on');
  });

  it('after a boot does not depend on what functions show now', () => {
    expect(scalableModeAtBoot(UNIT, machine({ functions: [on] }))).toBeNull();
    expect(scalableModeAtBoot(UNIT, machine({ build: 'n', functions: [on] }))).toBe(false);
    expect(scalableModeAtBoot(UNIT, machine({ words: 'intel_iommu=sm_on', functions: [off] }))).toBe(true);
  });
});
