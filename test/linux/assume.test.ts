import { describe, expect, test } from 'vitest';
import { assume } from '../../src/linux/assume.ts';
import { ASSUMPTION_FORMS, parseAssumption } from '../../src/linux/assumption.ts';
import { moduleWord, withoutWords, withWords, wordsOf } from '../../src/linux/command-line.ts';
import type { Host } from '../../src/model/host.ts';
import { HOST, hostOf, UNIT } from '../preflight/world.ts';

const assumed = (host: Host, ...texts: readonly string[]): Host =>
  assume(
    host,
    texts.map((text) => {
      const assumption = parseAssumption(text);
      if (assumption === null) throw new Error(`no assumption: ${text}`);
      return assumption;
    }),
  );
const lineAfter = (line: string, ...texts: readonly string[]): string =>
  assumed(hostOf({ commandLine: line }), ...texts).kernel.commandLine;

describe('the command line', () => {
  test('has words that quotes hold together', () => {
    expect(wordsOf(' root=/dev/sda2  dyndbg="file a.c +p" x="y z" ro\n')).toEqual([
      'root=/dev/sda2',
      'dyndbg="file a.c +p"',
      'x="y z"',
      'ro',
    ]);
    expect(wordsOf('')).toEqual([]);
    expect(wordsOf('a="never closed b')).toEqual(['a="never closed b']);
  });

  test('gets words at its end, where they win', () => {
    expect(withWords('ro intel_iommu=off', ['intel_iommu=on'])).toBe('ro intel_iommu=off intel_iommu=on');
  });

  test('loses a word, or a part of a word, and nothing else', () => {
    expect(withoutWords('ro pci=noats quiet', ['pci=noats'])).toBe('ro quiet');
    expect(withoutWords('pci=realloc,noats pci=noats,nomsi', ['pci=noats'])).toBe('pci=realloc pci=nomsi');
    expect(withoutWords('nosmt=force pci=noatsx xpci=noats', ['nosmt', 'pci=noats'])).toBe(
      'nosmt=force pci=noatsx xpci=noats',
    );
    expect(withoutWords('intremap=off nointremap', ['nointremap', 'intremap=off'])).toBe('');
  });

  test('sets parameters of modules, with - for _', () => {
    const denylist = { module: 'vfio_pci', name: 'disable_denylist', value: '1' };
    expect(moduleWord('vfio-pci.disable-denylist=1')).toEqual([denylist]);
    expect(moduleWord('"vfio-pci.disable-denylist=1"')).toEqual([denylist]);
    expect(moduleWord('iommufd.allow_unsafe_interrupts')[0]?.value).toBeNull();
    expect(['root=/dev/a.b=c', 'quiet', 'a.=1'].flatMap(moduleWord)).toEqual([]);
  });
});

describe('an assumption', () => {
  test.each([
    'cmdline+=',
    'cmdline-= ',
    'cmdline=ro',
    'kernel=new',
    'kernel=7',
    'kernel=',
    'module:vfio_pci=1',
    'module:vfio_pci.disable_denylist',
    'config:IOMMUFD=y',
    'config:CONFIG_IOMMUFD',
    'config:CONFIG_VFIO_DEVICE_CDEV=q',
    'config:CONFIG_VFIO_DEVICE_CDEV=Y',
    'config:CONFIG_VFIO_DEVICE_CDEV=m',
    'config:CONFIG_INTEL_IOMMU=m',
    'config:CONFIG_IOMMUFD=yes',
    'kernel=foo',
    'kernel=7.3foo',
    'kernel=1234.1',
    'module:vfio_pci.disable_denylist=nonsense',
    'module:iommufd.allow-unsafe-interrupts=2',
    'root=/',
    '',
  ])('%j is none', (text) => {
    expect(parseAssumption(text)).toBeNull();
  });

  test.each([
    ...[
      'config:CONFIG_IOMMUFD=m',
      'config:CONFIG_VFIO_DEVICE_CDEV=n',
      'kernel=7.3',
      'kernel=7.3-rc1',
      'kernel=6.12.48+deb13-amd64',
    ],
    ...['kernel=5.14.0-503.el9', 'module:vfio_pci.disable_denylist=off', 'module:igb.max_vfs=7'],
  ])('%j is one', (text) => {
    expect(parseAssumption(text)).not.toBeNull();
  });

  test('has five forms', () => {
    expect(ASSUMPTION_FORMS).toHaveLength(5);
  });

  test('that nobody makes leaves the machine alone', () => {
    expect(assume(HOST, [])).toBe(HOST);
  });

  test('adds and removes words in the given order', () => {
    expect(lineAfter('ro', 'cmdline+=intel_iommu=on,sm_on quiet')).toBe('ro intel_iommu=on,sm_on quiet');
    expect(lineAfter('ro a', 'cmdline-=a', 'cmdline+=a b')).toBe('ro a b');
    expect(lineAfter('ro a', 'cmdline+=a b', 'cmdline-=a')).toBe('ro b');
  });

  test('names another release, and a build option', () => {
    expect(assumed(HOST, 'kernel=7.3.9-custom').kernel.release).toBe('7.3.9-custom');
    const host = assumed(hostOf({ host: { kernel: { ...HOST.kernel, config: null } } }), 'config:CONFIG_IOMMUFD=m');
    expect(host.kernel.config).toEqual({ CONFIG_IOMMUFD: 'm' });
  });

  test('sets a parameter in place of what was read, by option and by word alike', () => {
    const off = hostOf({ host: { parameters: [] } });
    for (const text of ['module:vfio_pci.disable_denylist=1', 'cmdline+=vfio_pci.disable_denylist=1']) {
      for (const host of [off, HOST]) {
        const own = assumed(host, text).parameters.filter(({ name }) => name === 'disable_denylist');
        expect(own).toEqual([expect.objectContaining({ module: 'vfio_pci', value: '1', state: 'effective' })]);
      }
    }
    const unloaded = assumed(hostOf({ host: { modules: [] } }), 'module:vfio_pci.disable_denylist=1');
    expect(unloaded.parameters.find(({ name }) => name === 'disable_denylist')?.state).toBe('configured');
  });

  test('takes back what a word had set, so that it is not known', () => {
    const host = hostOf({ commandLine: 'ro iommufd.allow_unsafe_interrupts=1' });
    const names = assumed(host, 'cmdline-=iommufd.allow_unsafe_interrupts=1').parameters.map(({ name }) => name);
    expect(names).toEqual(['disable_denylist']);
  });
});

describe('the words of init', () => {
  test('are not the kernel’s, and stay the last', () => {
    expect(wordsOf('ro -- intel_iommu=off')).toEqual(['ro']);
    expect(wordsOf('ro "--" quiet')).toEqual(['ro']);
    expect(lineAfter('intel_iommu=off -- single', 'cmdline+=intel_iommu=on')).toBe(
      'intel_iommu=off intel_iommu=on -- single',
    );
    expect(lineAfter('a -- a', 'cmdline-=a')).toBe('-- a');
  });
});

describe('VT-d after a boot', () => {
  test.each(['cmdline+=intel_iommu=off', 'cmdline+=iommu=pt,off', 'config:CONFIG_INTEL_IOMMU=n'])(
    'is gone with %s',
    (text) => {
      const host = assumed(HOST, text);
      expect(host.units).toEqual([]);
      expect(host.groups).toEqual([]);
      expect(host.functions.map(({ unit, group }) => [unit, group])).toEqual([
        [null, null],
        [null, null],
      ]);
    },
  );

  test('stays with other words', () => {
    expect(assumed(HOST, 'cmdline+=iommu=pt intel_iommu=sp_off').units).toEqual(HOST.units);
  });

  test('is only seen then, when it is off now', () => {
    const off: Host = { ...hostOf({ commandLine: 'intel_iommu=off' }), units: [] };
    expect(assumed(off, 'cmdline+=intel_iommu=on').unitsUnseen).toBe(true);
    expect(assumed(off, 'cmdline+=quiet').unitsUnseen).toBeUndefined();
    const bare: Host = { ...off, firmware: { tables: [], dmarFlags: null, hypervisor: null } };
    expect(assumed(bare, 'cmdline+=intel_iommu=on').unitsUnseen).toBeUndefined();
  });
});

describe('modules after a boot', () => {
  test('go with their build option, and with what they need', () => {
    expect(assumed(HOST, 'config:CONFIG_IOMMUFD=n')).toMatchObject({ iommufd: false, modules: [] });
    expect(assumed(HOST, 'config:CONFIG_VFIO_PCI=n')).toMatchObject({ iommufd: true, modules: ['iommufd'] });
  });

  test('go when the kernel refuses them, unless they are built in', () => {
    const text = 'cmdline+=module_blacklist=vfio_pci';
    expect(assumed(HOST, text).modules).toEqual(['iommufd']);
    expect(assumed(HOST, 'config:CONFIG_VFIO_PCI=y', text).modules).toEqual(['iommufd', 'vfio_pci']);
  });
});

describe('interrupts after a boot', () => {
  const IR = { ...UNIT, ecap: UNIT.ecap | 8n };
  const plain = (changes: Partial<Host> = {}): Host => ({
    ...hostOf({ commandLine: 'ro intremap=off' }),
    ...{ units: [IR], interruptChips: ['DMAR-MSI', 'IO-APIC', 'PCI-MSI', 'PCI-MSIX'] },
    ...changes,
  });

  test('are remapped once nothing turns that off', () => {
    expect(assumed(plain(), 'cmdline-=intremap=off').interruptChips).toEqual([
      'DMAR-MSI',
      'IR-IO-APIC',
      'IR-PCI-MSI',
      'IR-PCI-MSIX',
    ]);
    expect(assumed(plain(), 'cmdline+=intremap=on').interruptChips).toContain('IR-PCI-MSI');
  });

  test('are not while a word, a unit or the firmware says no', () => {
    const remove = 'cmdline-=intremap=off';
    expect(assumed(plain(), 'cmdline+=quiet').interruptChips).toContain('PCI-MSI');
    expect(assumed(plain({ units: [IR, { ...UNIT, name: 'dmar1' }] }), remove).interruptChips).toContain('PCI-MSI');
    const firmware = { tables: ['DMAR'], dmarFlags: 0, hypervisor: null };
    expect(assumed(plain({ firmware }), remove).interruptChips).toContain('PCI-MSI');
  });

  test('lose it with intremap=off', () => {
    const host = plain({ interruptChips: ['IR-PCI-MSI'], kernel: { ...HOST.kernel, commandLine: 'ro' } });
    expect(assumed(host, 'cmdline+=intremap=off').interruptChips).toEqual(['PCI-MSI']);
  });

  test('stay unread, and stay as they are where the command line does', () => {
    expect(assumed(plain({ interruptChips: null }), 'cmdline-=intremap=off').interruptChips).toBeNull();
    expect(assumed(plain(), 'kernel=7.3').interruptChips).toEqual(plain().interruptChips);
  });
});
