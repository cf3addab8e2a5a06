import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandLineOptions, parseModprobeConfig } from '../../src/host/modprobe-config.ts';

const lines = (text: string) =>
  parseModprobeConfig(text).map(({ command, module, rest }) => `${command} ${module} ${rest}`);

describe('a file of modprobe.d', () => {
  test.each<[string, string, string[]]>([
    [
      'names a module with either sign',
      'options vfio-pci a=1\noptions vfio_pci b=2',
      ['options vfio_pci a=1', 'options vfio_pci b=2'],
    ],
    ['separates by blanks and tabs', '\t options\tvfio_pci \t a=1\tb=2', ['options vfio_pci a=1 b=2']],
    ['has comments that begin a line', '# options a b=1\n#options a b=1', []],
    ['has no comment after blanks, which is a bad line', '  # options a b=1', []],
    ['joins a line that ends in a backslash', 'options vfio_pci \\\n  a=1 \\\nb=2', ['options vfio_pci a=1 b=2']],
    ['joins comments too', '# no \\\noptions vfio_pci a=1', []],
    ['drops other backslashes', 'options vfio_pci a=\\1 b=\\\\2\\', ['options vfio_pci a=1 b=\\2']],
    ['keeps quotes for the kernel', 'options vfio_pci a="1 2"', ['options vfio_pci a="1 2"']],
    ['has options only with something to set', 'options\noptions vfio_pci\noptions vfio_pci\n', []],
    ['may run a command instead', 'install vfio-pci /bin/true', ['install vfio_pci /bin/true']],
    ['may give a module another name', 'alias vfio-pci off', ['alias vfio_pci off']],
    ['has other commands', 'blacklist vfio_pci\nsoftdep vfio_pci pre: a\nOptions vfio_pci a=1', []],
    ['may have the line ends of Windows', 'options vfio_pci a=1\r\n', ['options vfio_pci a=1\r']],
    ['ends a line at a NUL', 'options vfio_pci a=1\0b=2', ['options vfio_pci a=1']],
  ])('%s', (_, text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  test('is read whatever is in it, and in time that grows with its size', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(parseModprobeConfig(text))));
    for (const piece of ['\\\n', 'options vfio_pci ', '\\', '"', ' \t']) {
      expect(Array.isArray(parseModprobeConfig(piece.repeat(50_000)))).toBe(true);
    }
  });

  test('says what was written, however it is laid out', () => {
    const word = fc.stringMatching(/^[a-z_]{1,8}=[a-z0-9:,]{1,8}$/);
    const blank = fc.constantFrom(' ', '\t', '  ', ' \\\n');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), blank, (words, gap) => {
        const [found] = parseModprobeConfig(`# before\noptions${gap}vfio-pci${gap}${words.join(gap)}\nalias x y\n`);
        expect(found?.rest.split(/ +/)).toEqual(words);
      }),
    );
  });
});

test('a line has the number of its first line', () => {
  const text = '# a \\\nb\n\noptions a \\\n b=1\ninstall c /bin/true';
  expect(parseModprobeConfig(text).map(({ module, line }) => `${module} ${line}`)).toEqual(['a 4', 'c 6']);
});

describe('the kernel command line', () => {
  test.each<[string, string, string[]]>([
    ['names the module with either sign, in order', 'vfio-pci.a=1 quiet vfio_pci.b=2', ['a=1', 'b=2']],
    ['may give no value', 'ro vfio_pci.a', ['a']],
    ['keeps blanks in quotes', 'vfio_pci.a="1 2" x', ['a=1 2']],
    ['may be quoted whole, as GRUB writes it', '"vfio_pci.a=1 2"', ['a=1 2']],
    ['has other modules and no modules', 'vfio.a=1 vfio_pci=1 root=vfio_pci.a=1 vfio_pci_core.a=1 .a=1', []],
    ['has no parameter with a dot', 'vfio_pci.a.b=1', []],
    ['loses a word whose quote is not closed', 'vfio_pci.a=1 vfio_pci.b="2', ['a=1']],
    ['has no quotes before the value', 'vfio_"pci.a=1" vfio_pci."a"=1 "vfio_pci.a"', []],
    ['is read up to 4095 bytes', `${' '.repeat(4090)}vfio_pci.a=1`, []],
  ])('%s', (_, text, expected) => {
    const found = commandLineOptions(text, 'vfio_pci');
    expect(found.map(({ name, value }) => (value === null ? name : `${name}=${value}`))).toEqual(expected);
  });
});
