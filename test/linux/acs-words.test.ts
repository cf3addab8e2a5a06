import { describe, expect, test } from 'vitest';
import { acsControlAtBoot, acsOrders } from '../../src/linux/acs-words.ts';
import { pciFunction } from '../preflight/world.ts';

const ROOT = pciFunction('0000:6a:01.0', {
  express: { portType: 4, multiFunction: false, tlpPrefix: true, acs: null },
});
const PORT = pciFunction('0000:6c:08.0', {
  vendor: 0x8086,
  device: 0x1234,
  bridge: { address: ROOT.address, kind: 'pcie' },
  express: { portType: 6, multiFunction: false, tlpPrefix: true, acs: { capable: 0x5f, control: 0x11 } },
});
const functions = new Map([ROOT, PORT].map((fn) => [fn.address, fn]));

describe('a word about ACS', () => {
  test.each<[string, boolean]>([
    ['disable_acs_redir=0000:6c:08.0', true],
    ['disable_acs_redir=6c:8.0', true],
    ['disable_acs_redir=0000:00:1c.0;6c:08.0', true],
    ['disable_acs_redir=6a:01.0/08.0', true],
    ['disable_acs_redir=pci:8086:1234', true],
    ['disable_acs_redir=pci:8086:0:0:0', true],
    ['config_acs=x0x1xx@0000:6c:08.0', true],
    ['disable_acs_redir=0000:00:1c.0', false],
    ['disable_acs_redir=0001:6c:08.0', false],
    ['disable_acs_redir=6a:02.0/08.0', false],
    ['disable_acs_redir=pci:8086:1235', false],
    ['disable_acs_redir=6c:08.0,disable_acs_redir=00:1c.0', false],
    ['config_acs=0000:6c:08.0', false],
    ['noats', false],
  ])('pci=%s', (option, named) => {
    expect(acsOrders(PORT, `ro pci=${option}`, functions).length > 0).toBe(named);
  });

  test('decides the control register of the next boot', () => {
    const word = 'pci=disable_acs_redir=6c:08.0';
    expect(acsControlAtBoot(PORT, { before: word, after: '', functions })).toBe(0x1d);
    expect(acsControlAtBoot(PORT, { before: '', after: word, functions })).toBe(0x11);
    expect(acsControlAtBoot(PORT, { before: '', after: 'pci=config_acs=0x11xx@6c:08.0', functions })).toBe(0x1d);
    expect(acsControlAtBoot(PORT, { before: word, after: `${word} quiet`, functions })).toBeNull();
  });
});
