import { describe, expect, test } from 'vitest';
import { readModuleParameters } from '../../src/host/module-parameters.ts';
import { textTree } from '../support/text-tree.ts';

/** Of vfio_pci.disable_denylist: `value from source (state)`; `unknown` when it is not listed. */
function denylist(text: string): string {
  const found = readModuleParameters(textTree(text)).find(({ module }) => module === 'vfio_pci');
  return found === undefined ? 'unknown' : `${found.value} from ${found.source} (${found.state})`;
}

const ON = 'options vfio-pci disable_denylist=1';
const OFF = 'options vfio-pci disable_denylist=0';
const LOADED = '/sys/module/vfio_pci/parameters/disable_denylist';

describe('the parameter of a loaded module', () => {
  test('is what /sys shows, whatever is configured', () => {
    expect(denylist(`${LOADED} = N\\n\n/etc/modprobe.d/a.conf = ${ON}`)).toBe(`N from ${LOADED} (effective)`);
  });

  test('is unknown when the module does not show it', () => {
    expect(denylist(`/sys/module/vfio_pci/refcnt = 0\n/etc/modprobe.d/a.conf = ${ON}`)).toBe('unknown');
    expect(denylist(`${LOADED} = \\n`)).toBe('unknown');
  });
});

describe('the parameter of a module that is not loaded', () => {
  test.each<[string, string, string]>([
    ['is the default on a machine that says nothing', '', 'N from default (configured)'],
    ['is that of modprobe.d', `/etc/modprobe.d/a.conf = ${ON}`, '1 from /etc/modprobe.d/a.conf (configured)'],
    ['is the last of a file', `/etc/modprobe.d/a.conf = ${ON}\\n${OFF}`, '0 from /etc/modprobe.d/a.conf (configured)'],
    [
      'is that of the last file by name, whatever its folder',
      `/etc/modprobe.d/10.conf = ${OFF}\n/lib/modprobe.d/20.conf = ${ON}\n/run/modprobe.d/15.conf = ${OFF}`,
      '1 from /lib/modprobe.d/20.conf (configured)',
    ],
    ...(
      [
        ['/etc', '/run'],
        ['/run', '/usr/local/lib'],
        ['/usr/local/lib', '/usr/lib'],
        ['/usr/lib', '/lib'],
      ] as const
    ).map(([first, second]): [string, string, string] => [
      `is that of ${first} where ${second} has a file of the same name`,
      `${second}/modprobe.d/a.conf = ${OFF}\n${first}/modprobe.d/a.conf = ${ON}`,
      `1 from ${first}/modprobe.d/a.conf (configured)`,
    ]),
    [
      'is not that of a file which a link to /dev/null hides, nor of one that does not count',
      `/etc/modprobe.d/a.conf -> /dev/null\n/lib/modprobe.d/a.conf = ${ON}
/etc/modprobe.d/b.conf.old = ${ON}\n/etc/modprobe.d/.c.conf = ${ON}\n/etc/modprobe.d/d.conf/e.conf = ${ON}`,
      'N from default (configured)',
    ],
    [
      'is not hidden by a link that leads nowhere',
      `/etc/modprobe.d/a.conf -> /nowhere\n/lib/modprobe.d/a.conf = ${ON}`,
      '1 from /lib/modprobe.d/a.conf (configured)',
    ],
    [
      'is that of the command line, which comes last',
      `/etc/modprobe.d/a.conf = ${ON}\n/proc/cmdline = ro vfio_pci.disable_denylist=n\\n`,
      'n from /proc/cmdline (configured)',
    ],
    ['is on when only named', '/proc/cmdline = vfio-pci.disable_denylist', '1 from /proc/cmdline (configured)'],
    ['is unknown when a command runs instead', '/etc/modprobe.d/a.conf = install vfio_pci /bin/x', 'unknown'],
    [
      'does not depend on the commands of other modules',
      '/etc/modprobe.d/a.conf = install vfio /bin/x',
      'N from default (configured)',
    ],
  ])('%s', (_, text, expected) => {
    expect(denylist(text)).toBe(expected);
  });

  test('is unknown when a file of modprobe.d cannot be read', () => {
    const tree = textTree(`/etc/modprobe.d/a.conf = ${ON}`);
    const read = tree.readText.bind(tree);
    tree.readText = (path) => (path.endsWith('a.conf') ? null : read(path));
    expect(readModuleParameters(tree)).toEqual([]);
  });

  test('is unknown when there are more files than anybody reads', () => {
    const files = Array.from({ length: 600 }, (_, index) => `/etc/modprobe.d/${index}.conf = ${ON}`);
    expect(denylist(files.join('\n'))).toBe('unknown');
  });
});
