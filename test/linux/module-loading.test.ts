import { describe, expect, test } from 'vitest';
import { modprobeOrders, readModprobeFiles } from '../../src/host/modprobe-files.ts';
import { answerToLoad, meansModule } from '../../src/linux/module-loading.ts';
import { makeWorld } from '../../src/sim/state/make-world.ts';
import { loadModule } from '../../src/sim/tree/modules.ts';
import { HOST } from '../preflight/world.ts';
import { textTree } from '../support/text-tree.ts';

interface Machine {
  /** Of /etc/modprobe.d/a.conf. */
  readonly config?: string;
  readonly line?: string;
  readonly modules?: readonly string[];
}

function factsOf({ config = '', line = '', modules = ['iommufd', 'vfio'] }: Machine) {
  const files = readModprobeFiles(textTree(`/etc/modprobe.d/a.conf = ${config.replaceAll('\n', '\\n')}`));
  return { kernel: { ...HOST.kernel, commandLine: line }, modules, modprobe: modprobeOrders(files) };
}

/** `state kind source: text`, and what the simulator’s modprobe answers. */
function told(machine: Machine): readonly [string, number, boolean] {
  const facts = factsOf(machine);
  const answer = { obstacle: null, ...answerToLoad('vfio_pci', facts) };
  const { obstacle } = answer;
  const world = makeWorld({ ...HOST, ...facts, parameters: [] });
  const errno = loadModule(world, 'vfio-pci');
  const words = obstacle === null ? '' : ` ${obstacle.module} ${obstacle.kind} ${obstacle.source}: ${obstacle.text}`;
  return [`${answer.state}${words}`, errno, world.modules.includes('vfio_pci')];
}

describe('vfio_pci is loaded', () => {
  test.each<[string, Machine]>([
    ['where nothing is said', {}],
    [
      'though it is on a list for aliases',
      { config: 'blacklist vfio-pci\nblacklist vfio', line: 'modprobe.blacklist=vfio_pci' },
    ],
    ['when another name leads to it', { config: 'alias foo vfio-pci\nalias vfio-pci vfio-pci' }],
    ['when commands run for others', { config: 'install vfio_iommu_type1 /bin/false\ninstall vfio-pci-x /bin/true' }],
    ['when a needed module that is loaded has a command', { config: 'install vfio /bin/false' }],
    ['with what it does not have', { config: 'options vfio-pci nonsense=maybe ids=8086:0b25' }],
    ['with booleans of all forms', { config: 'options vfio-pci disable_denylist=Y nointxmask=on disable_idle_d3' }],
    ['when the kernel refuses another name', { line: 'module_blacklist=vfio-pci,vfio_pci_x,vfio_iommu_type1' }],
    ['when a later word takes that back', { line: 'module_blacklist=vfio_pci module_blacklist=a' }],
    ['when the words are of init', { line: 'ro -- module_blacklist=vfio_pci' }],
  ])('%s', (_, machine) => {
    expect(told(machine)).toEqual(['loads', 0, true]);
  });
});

describe('vfio_pci is not loaded', () => {
  test.each<[string, Machine, string, number]>([
    [
      'by a command that fails',
      { config: '# why\ninstall vfio-pci /bin/false' },
      'fails vfio_pci command /etc/modprobe.d/a.conf:2: /bin/false',
      -1,
    ],
    [
      'by one that does nothing',
      { config: 'install vfio-pci /bin/true' },
      'fails vfio_pci command /etc/modprobe.d/a.conf:1: /bin/true',
      0,
    ],
    [
      'by the first of several, whose name is a pattern',
      { config: 'install vfio* :\ninstall vfio_pci /sbin/x' },
      'fails vfio_pci_core command /etc/modprobe.d/a.conf:1: :',
      -2,
    ],
    [
      'without what it needs',
      { config: 'install vfio /bin/true', modules: ['iommufd'] },
      'fails vfio command /etc/modprobe.d/a.conf:1: /bin/true',
      -2,
    ],
    [
      'by a name that leads nowhere',
      { config: 'alias vfio-pci off' },
      'fails vfio_pci alias /etc/modprobe.d/a.conf:1: off',
      -2,
    ],
    [
      'by the kernel',
      { line: 'module-blacklist=a,vfio_pci ro' },
      'fails vfio_pci blacklist /proc/cmdline: module-blacklist=a,vfio_pci',
      -1,
    ],
    [
      'with a value that is none',
      { config: 'options vfio-pci nointxmask=1 disable_denylist=maybe\noptions vfio-pci disable_denylist=1' },
      'fails vfio_pci value /etc/modprobe.d/a.conf:1: disable_denylist=maybe',
      -22,
    ],
    [
      'with such a value on the command line',
      { line: 'vfio-pci.disable_idle_d3=zz' },
      'fails vfio_pci value /proc/cmdline: disable_idle_d3=zz',
      -22,
    ],
  ])('%s', (_, machine, words, errno) => {
    expect(told(machine)).toEqual([words, errno, false]);
  });
});

test('what another command does is not known', () => {
  const [words] = told({ config: 'install vfio-pci modprobe -i vfio-pci && logger x' });
  expect(words).toMatch(/^unknown vfio_pci unknown-command /);
});

test('what modprobe.d says is not known when it was not read', () => {
  const facts = { ...factsOf({}), modprobe: null };
  expect(answerToLoad('vfio_pci', facts)).toEqual({ state: 'unknown', obstacle: null });
});

test('patterns are those of fnmatch', () => {
  const means = (pattern: string) => meansModule(pattern, 'vfio_pci');
  expect(['vfio_pci', 'vfio*', '*', 'vfio?pci', 'vfio[_-]pci', '[!a]fio_pci'].filter(means)).toHaveLength(6);
  expect(['vfio', 'vfio?', '[vfio', 'vfio.pci', '*x', '[!v]fio_pci'].filter(means)).toEqual([]);
});
