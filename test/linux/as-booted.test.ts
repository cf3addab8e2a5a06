import { describe, expect, it } from 'vitest';
import { asBooted } from '../../src/linux/as-booted.ts';
import type { Host, PciCapabilities, PciFunction } from '../../src/model/host.ts';
import { SAMPLE_MACHINE } from '../../src/sim/sample-machine.ts';
import { bdf, ecapWithout, HOST, pciFunction, UNIT } from '../preflight/world.ts';

const ALL_OFF: PciCapabilities = {
  pasid: { widthBits: 20, exec: false, privileged: false, enabled: false },
  ats: { queueDepth: 32, enabled: false },
  pri: { capacity: 512, enabled: false, responsePasid: true },
};

/** PASIDs, ATS and PRI of the first function after a boot. */
function booted(words: string, change: { fn?: Partial<PciFunction>; host?: Partial<Host>; seen?: Host } = {}): string {
  const fn = pciFunction('0000:6a:01.0', { capabilities: ALL_OFF, ...change.fn });
  const host = { ...HOST, kernel: { ...HOST.kernel, commandLine: words }, functions: [fn], ...change.host };
  const [first] = asBooted(host, change.seen).functions;
  return bits(first);
}

function bits(fn: PciFunction | undefined): string {
  if (fn === undefined || fn.capabilities === 'unknown') return 'unknown';
  const { pasid, ats, pri } = fn.capabilities;
  return [pasid, ats, pri].map((one) => (one?.enabled === true ? 'on' : 'off')).join(' ');
}

const SM_ON = 'intel_iommu=on,sm_on';

describe('after a boot', () => {
  it('in scalable mode everything is on', () => {
    expect(booted(SM_ON)).toBe('on on on');
  });

  it.each<[string, string, Parameters<typeof booted>[1], string]>([
    ['PASIDs and PRI are off in legacy mode', 'intel_iommu=on,sm_off', {}, 'off off off'],
    [
      'all stays as it is where nothing decides the mode',
      'intel_iommu=on',
      { host: { kernel: { ...HOST.kernel, commandLine: '', config: null } } },
      'off off off',
    ],
    ['ATS and PRI are off with pci=noats', `${SM_ON} pci=nomsi,noats`, {}, 'on off off'],
    [
      'ATS and PRI are off on a unit without device TLBs',
      SM_ON,
      { host: { units: [{ ...UNIT, ecap: ecapWithout('DT') }] } },
      'on off off',
    ],
    [
      'PRI is off on a unit that drains no page requests',
      SM_ON,
      { host: { units: [{ ...UNIT, ecap: ecapWithout('PDS') }] } },
      'on on off',
    ],
    [
      'PASIDs are off on a unit without',
      SM_ON,
      { host: { units: [{ ...UNIT, ecap: ecapWithout('PASID') }] } },
      'off on on',
    ],
    [
      'PASIDs are off behind a closed path',
      SM_ON,
      { fn: { express: { portType: 0, multiFunction: false, tlpPrefix: true, acs: null } } },
      'off on on',
    ],
    ['PASIDs are on where a part of the path was not read', SM_ON, { fn: { express: 'unknown' } }, 'on on on'],
    [
      'nothing is changed behind another IOMMU',
      SM_ON,
      { host: { units: [{ ...UNIT, version: null }] } },
      'off off off',
    ],
    [
      'PASIDs wait for an attach before 6.12',
      SM_ON,
      { host: { kernel: { ...HOST.kernel, release: '6.6.1' } } },
      'off on on',
    ],
  ])('%s', (_, words, change, expected) => {
    expect(booted(words, change)).toBe(expected);
  });

  it('a VF shows what its PF has', () => {
    const pf = pciFunction('0000:6a:01.0', { capabilities: ALL_OFF });
    const vf = pciFunction('0000:6a:01.1', { capabilities: ALL_OFF, physicalFunction: bdf('0000:6a:01.0') });
    const [, after] = asBooted({ ...HOST, functions: [pf, vf] }).functions;
    expect(bits(after)).toBe('on on on');
  });

  it('what is off for a reason that the facts do not show stays off', () => {
    const fn = pciFunction('0000:6a:01.0', { capabilities: ALL_OFF });
    const seen = { ...HOST, functions: [fn] };
    expect(booted(SM_ON, { seen })).toBe('off off off');
    const legacy = { ...seen, kernel: { ...HOST.kernel, commandLine: 'intel_iommu=on,sm_off' } };
    expect(booted(SM_ON, { seen: legacy })).toBe('on on on');
    const quiet = { ...HOST.kernel, commandLine: '', config: { CONFIG_INTEL_IOMMU_SCALABLE_MODE_DEFAULT_ON: 'y' } };
    expect(booted(SM_ON, { seen: { ...seen, kernel: quiet } })).toBe('on on on');
  });

  it('the sound machine is as it was', () => {
    expect(asBooted(SAMPLE_MACHINE)).toEqual(SAMPLE_MACHINE);
  });
});
