import { describe, expect, it } from 'vitest';
import { pasidPath } from '../../src/linux/pasid-path.ts';
import type { ExpressFacts, PciFunction } from '../../src/model/host.ts';
import { bdf, pciFunction } from '../preflight/world.ts';

const ACS = { capable: 0x1f, control: 0x1d };
const TYPE = {
  endpoint: 0,
  legacy: 1,
  root: 4,
  upstream: 5,
  downstream: 6,
  pciBridge: 7,
  integrated: 9,
  collector: 10,
};

type Change = Partial<ExpressFacts> | null | 'unknown';

function at(address: string, portType: number, change: Change = {}, more: Partial<PciFunction> = {}): PciFunction {
  const port = portType === TYPE.root || portType === TYPE.downstream;
  const sound: ExpressFacts = { portType, multiFunction: false, tlpPrefix: true, acs: port ? ACS : null };
  return pciFunction(address, {
    vendor: 0x1234,
    express: change === null || change === 'unknown' ? change : { ...sound, ...change },
    ...more,
  });
}

/** Chains functions from the root down: each gets the one before it as its bridge. */
function chain(...functions: readonly PciFunction[]): readonly PciFunction[] {
  return functions.map((fn, index) => {
    const above = functions[index - 1];
    return above === undefined ? fn : { ...fn, bridge: { address: above.address, kind: 'pcie' } };
  });
}

function verdict(functions: readonly PciFunction[]): string {
  const last = functions.at(-1);
  if (last === undefined) throw new Error('a way has functions');
  const path = pasidPath(last, { functions });
  if (path.state === 'open') return 'open';
  return `${path.state === 'closed' ? path.lacks : 'unknown'} ${path.at.join(' ')}`;
}

const PORT = '0000:00:01.0';
const UP = '0000:01:00.0';
const DOWN = '0000:02:03.0';
const END = '0000:03:00.0';

/** A root port, a switch and an endpoint. */
function behindSwitch(change: { root?: Change; up?: Change; down?: Change; end?: Change }): readonly PciFunction[] {
  return chain(
    at(PORT, TYPE.root, change.root),
    at(UP, TYPE.upstream, change.up),
    at(DOWN, TYPE.downstream, change.down),
    at(END, TYPE.endpoint, change.end),
  );
}

describe('PASIDs can be switched on', () => {
  it.each<[string, readonly PciFunction[]]>([
    ['below a root port that redirects', chain(at(PORT, TYPE.root), at(END, TYPE.endpoint))],
    ['below a switch whose downstream port redirects', behindSwitch({})],
    ['below an upstream port without ACS, alone in its device', behindSwitch({ up: { acs: null } })],
    ['below a port in which redirection is hard-wired', behindSwitch({ down: { acs: { capable: 0, control: 0 } } })],
    [
      'below a port in which upstream forwarding is hard-wired',
      behindSwitch({ root: { acs: { capable: 0x04, control: 0x04 } } }),
    ],
    ['for an integrated endpoint, alone in its device', [at(END, TYPE.integrated)]],
    [
      'for an integrated endpoint of Intel’s among others',
      [at(END, TYPE.integrated, { multiFunction: true }, { vendor: 0x8086 })],
    ],
    ['for one function of several with ACS', behindSwitch({ end: { multiFunction: true, acs: ACS } })],
    [
      'for Huawei’s device that needs no prefixes',
      [at(END, TYPE.integrated, { tlpPrefix: false }, { vendor: 0x19e5, device: 0xa250 })],
    ],
  ])('%s', (_, functions) => {
    expect(verdict(functions)).toBe('open');
  });

  it('for a VF where they can for its PF', () => {
    const functions = behindSwitch({});
    const vf = at('0000:03:00.1', TYPE.endpoint, { tlpPrefix: false }, { physicalFunction: bdf(END) });
    expect(pasidPath(vf, { functions })).toEqual({ state: 'open' });
  });
});

describe('PASIDs cannot be switched on', () => {
  it.each<[string, readonly PciFunction[], string]>([
    ['below a root port without prefixes', behindSwitch({ root: { tlpPrefix: false } }), `prefix ${PORT}`],
    ['below an upstream port without prefixes', behindSwitch({ up: { tlpPrefix: false } }), `prefix ${UP}`],
    ['below a downstream port without prefixes', behindSwitch({ down: { tlpPrefix: false } }), `prefix ${DOWN}`],
    [
      'below several ports without prefixes: all are named',
      behindSwitch({ up: { tlpPrefix: false }, down: { tlpPrefix: false } }),
      `prefix ${DOWN} ${UP}`,
    ],
    ['without prefixes in the device itself', behindSwitch({ end: { tlpPrefix: false } }), `prefix ${END}`],
    ['without prefixes in an integrated endpoint', [at(END, TYPE.integrated, { tlpPrefix: false })], `prefix ${END}`],
    ['for an endpoint on a root bus', [at(END, TYPE.endpoint)], `no-port ${END}`],
    ['below a root port without ACS', behindSwitch({ root: { acs: null } }), `acs ${PORT}`],
    ['below a downstream port without ACS', behindSwitch({ down: { acs: null } }), `acs ${DOWN}`],
    [
      'below a port that does not redirect requests',
      behindSwitch({ down: { acs: { capable: 0x1f, control: 0x19 } } }),
      `redirect ${DOWN}`,
    ],
    [
      'below a port that does not forward upstream',
      behindSwitch({ root: { acs: { capable: 0x1f, control: 0x0d } } }),
      `redirect ${PORT}`,
    ],
    ['for one function of several without ACS', behindSwitch({ end: { multiFunction: true } }), `acs ${END}`],
    [
      'for function 1, whatever its own header says',
      chain(at(PORT, TYPE.root), at('0000:03:00.1', TYPE.endpoint)),
      'acs 0000:03:00.1',
    ],
    [
      'for a legacy endpoint among several',
      chain(at(PORT, TYPE.root), at(END, TYPE.legacy, { multiFunction: true })),
      `acs ${END}`,
    ],
    [
      'below an upstream port among several functions without ACS',
      behindSwitch({ up: { multiFunction: true } }),
      `acs ${UP}`,
    ],
    [
      'for an integrated endpoint of others among several',
      [at(END, TYPE.integrated, { multiFunction: true })],
      `acs ${END}`,
    ],
    ['below a function that is not PCI Express', behindSwitch({ up: null }), `conventional ${UP}`],
    ['for an event collector', [at(END, TYPE.collector)], `no-port ${END}`],
    ['below a bridge to conventional PCI', behindSwitch({ up: { portType: TYPE.pciBridge } }), `conventional ${UP}`],
  ])('%s', (_, functions, expected) => {
    expect(verdict(functions)).toBe(expected);
  });

  it('for a VF where they cannot for its PF', () => {
    const functions = behindSwitch({ end: { tlpPrefix: false } });
    const vf = at('0000:03:00.1', TYPE.endpoint, {}, { physicalFunction: bdf(END) });
    expect(pasidPath(vf, { functions })).toEqual({ state: 'closed', lacks: 'prefix', at: [END] });
  });
});

describe('whether PASIDs can be switched on is unknown', () => {
  it.each<[string, readonly PciFunction[], string]>([
    ['where a port was not read', behindSwitch({ down: 'unknown' }), `unknown ${DOWN}`],
    [
      'where the device’s second capability register is empty',
      behindSwitch({ end: { tlpPrefix: null } }),
      `unknown ${END}`,
    ],
    ['where a bridge is not listed', behindSwitch({}).slice(1), `unknown ${PORT}`],
  ])('%s', (_, functions, expected) => {
    const [first] = functions;
    const known =
      expected.endsWith(PORT) && first !== undefined
        ? [{ ...first, bridge: { address: bdf(PORT), kind: 'pcie' as const } }, ...functions.slice(1)]
        : functions;
    expect(verdict(known)).toBe(expected);
  });

  it('where the PF of a VF is not listed', () => {
    const vf = at('0000:03:00.1', TYPE.endpoint, {}, { physicalFunction: bdf(END) });
    expect(pasidPath(vf, { functions: [vf] })).toEqual({ state: 'unknown', at: [END] });
  });

  it('but a port that certainly lacks something is named', () => {
    expect(verdict(behindSwitch({ up: 'unknown', root: { acs: null } }))).toBe(`acs ${PORT}`);
  });
});

it('bridges above each other end the walk', () => {
  const a = at(PORT, TYPE.upstream, {}, { bridge: { address: bdf(UP), kind: 'pcie' } });
  const b = at(UP, TYPE.upstream, {}, { bridge: { address: bdf(PORT), kind: 'pcie' } });
  expect(pasidPath(a, { functions: [a, b] }).state).toBe('open');
});
