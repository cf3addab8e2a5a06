import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { CHECK_IDS } from '../../src/diagnostics/check-ids.ts';
import { GIVEN } from '../machines/given.ts';
import type { MachineCase } from '../machines/machine-case.ts';
import { placed } from '../machines/place.ts';
import { type CliRun, type CliWorld, cli } from '../support/run-cli.ts';

const SPEC = fileURLToPath(new URL('../../examples/two-pasids.yaml', import.meta.url));

let folder = '';
let sim: readonly string[];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pasidctl-doctor-'));
  sim = ['--backend', 'sim', '--state-dir', join(folder, 'sim')];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const doctor = (words: readonly string[], world: CliWorld = {}): Promise<CliRun> => cli(['doctor', ...words], world);

/** The words that read a machine, which is written below a folder. */
function machine(name: string): { readonly spec: string; readonly words: readonly string[] } {
  const given: MachineCase | undefined = GIVEN.find((one) => one.name === name);
  if (given === undefined) throw new Error(name);
  const { file, words } = placed(folder, given);
  return { spec: file, words };
}

function fileOf(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

interface Document {
  readonly verdict: string;
  readonly about: string;
  readonly summary: Readonly<Record<string, number>>;
  readonly assumed: readonly { readonly text: string; readonly changes: boolean }[];
  readonly devices: readonly { readonly name: string; readonly state: string }[];
  readonly findings: readonly { readonly check: string; readonly state: string; readonly silenced: string | null }[];
}

const json = async (words: readonly string[]): Promise<Document> =>
  JSON.parse((await doctor([...words, '-o', 'json'])).stdout);

describe('doctor with a spec', () => {
  test('says that a sound machine is sound, and exits 0', async () => {
    const { exitCode, stdout, stderr } = await doctor(['-f', SPEC, ...sim]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^Sound: /);
  });

  test('tells the first broken link first, with what it blocks, and exits 4', async () => {
    const { spec, words } = machine('04-vf-not-made');
    const { exitCode, stdout } = await doctor(['-f', spec, ...words]);
    expect(exitCode).toBe(4);
    const [, first = ''] = stdout.split('\n\n');
    expect(first).toMatch(/^fatal\[HOST_VF_NOT_MADE\]: /);
    expect(first).toContain('blocks   dev0');
    expect(first).toContain('learn    pasidctl explain HOST_VF_NOT_MADE');
    expect(stdout).toContain('Not checked, because device-present failed: ');
    expect(stdout.trimEnd().split('\n\n').at(-1)).toMatch(/^Broken, first at device-present \(device\)\./);
  });

  test('is told as JSON and YAML alike, each check by its id', async () => {
    const words = ['-f', SPEC, ...sim];
    const document = await json(words);
    expect(parse((await doctor([...words, '-o', 'yaml'])).stdout)).toEqual(document);
    expect(document).toMatchObject({ apiVersion: 'pasidctl/v1', kind: 'Doctor', about: 'spec', verdict: 'sound' });
    for (const { check } of document.findings) expect(CHECK_IDS).toContain(check);
  });

  test('reads a machine file', async () => {
    const file = fileOf('machine.yaml', (await cli(['inventory', ...sim, '-o', 'yaml'])).stdout);
    expect((await json(['-f', SPEC, '--machine', file])).verdict).toBe('sound');
  });

  test('refuses a spec with errors as every command does', async () => {
    const bad = fileOf('bad.yaml', 'apiVersion: pasidctl/v1\nkind: Host\ndevices: [1]\n');
    expect((await doctor(['-f', bad, ...sim])).exitCode).toBe(65);
    expect((await doctor(['-f', join(folder, 'none.yaml'), ...sim])).exitCode).toBe(66);
  });
});

/** The DSA and IAA of the sample machine are on the denylist of vfio-pci. */
const ALLOWED = ['--assume', 'module:vfio_pci.disable_denylist=1'];

describe('doctor without a spec', () => {
  test('asks about every device that could do PASIDs, each by its address', async () => {
    const { about, devices, verdict } = await json([...sim, ...ALLOWED]);
    expect({ about, verdict }).toEqual({ about: 'survey', verdict: 'sound' });
    expect(devices.map(({ name }) => name)).toContain('0000:6a:01.0');
  });

  test('tells of devices that vfio-pci refuses as it would be loaded', async () => {
    const { verdict, findings } = await json(sim);
    expect(verdict).toBe('broken');
    expect(findings.filter(({ state }) => state === 'fatal').map(({ check }) => check)).toEqual(['denylist']);
  });

  test('is not troubled by devices in use and by modules that are not loaded', async () => {
    const { words } = machine('06-held-by-group-fd');
    const document = await json(words);
    expect(document.findings.filter(({ check, state }) => check === 'device-free' && state === 'fatal')).toEqual([]);
  });

  test('says that nothing has PASIDs, and exits 4', async () => {
    const root = join(folder, 'empty');
    const given = machine('00-sound');
    expect(given.words).toHaveLength(4);
    const tree = GIVEN[0]?.build();
    tree?.remove('/sys/bus/pci/devices/0000:6a:01.0');
    tree?.writeBelow(root);
    const { exitCode, stdout } = await doctor(['--root', root, '--state-dir', join(folder, 'none')]);
    expect(exitCode).toBe(4);
    expect(stdout).toContain('fatal[HOST_NOTHING_WITH_PASIDS]: The machine has no PCI functions.');
  });

  test('says of a machine whose capabilities were not read that it does not know, and exits 4', async () => {
    const text = (await cli(['inventory', ...sim, '-o', 'yaml'])).stdout;
    const { functions, ...rest } = parse(text);
    const unread = functions.map(({ capabilities: _gone, ...fn }: Record<string, unknown>) => ({
      ...{ ...fn, capabilities: 'unknown' },
    }));
    const file = fileOf('unread.json', JSON.stringify({ ...rest, functions: unread }));
    const { exitCode, stdout } = await doctor(['--machine', file, ...ALLOWED]);
    expect(exitCode).toBe(4);
    expect(stdout).toMatch(/unknown\[HOST_CAPABILITIES_UNKNOWN\]: Whether any of \d+ PCI functions has PASIDs/);
    expect(stdout).toContain('Not known: ');
  });
});

describe('--fail-on', () => {
  const OLD = ['--assume', 'kernel=6.12.0-55.el10.x86_64'];

  test('decides whether a warning fails', async () => {
    expect((await doctor(['-f', SPEC, ...sim, ...OLD])).exitCode).toBe(0);
    expect((await doctor(['-f', SPEC, ...sim, ...OLD, '--fail-on', 'warning'])).exitCode).toBe(4);
    expect((await doctor(['-f', SPEC, ...sim, '--fail-on', 'warning'])).exitCode).toBe(0);
    expect((await doctor([...sim, '--fail-on', 'never'])).exitCode).toBe(64);
  });

  test('does not count what is silenced', async () => {
    const words = ['-f', SPEC, ...sim, ...OLD, '--fail-on', 'warning'];
    const { exitCode, stdout } = await doctor([...words, '--ignore', 'kernel-release=our vendor ports back']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/Silenced warning: kernel-release \(.*\): our vendor ports back/);
  });
});

describe('--ignore', () => {
  const old = ['-f', SPEC, '--assume', 'kernel=6.1'];

  test('accepts by check and by code, and counts', async () => {
    for (const id of ['kernel-release', 'HOST_KERNEL_TOO_OLD']) {
      const { summary, verdict } = await json([...old, ...sim, '--ignore', `${id}=a=b`]);
      expect({ verdict, ...summary }).toMatchObject({ verdict: 'sound', fatal: 0 });
      expect(summary.silenced).toBeGreaterThan(0);
    }
  });

  test('says that plan refuses for an error all the same', async () => {
    const { stdout } = await doctor([...old, ...sim, '--ignore', 'kernel-release=why not']);
    expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(/`plan` refuses for \d+ of the silenced ones all the same\./);
  });

  test.each([
    ['no-such=reason', /no check and no code is named no-such/],
    ['kernel-relaese=reason', /Did you mean kernel-release\?/],
    ['kernel-release', /gives no reason/],
    ['=x', /--ignore =x names no check/],
    ['kernel-release=one\ntwo', /must be 1 to 253 characters on one line/],
    ['kernel-release= ', /gives no reason/],
    ['', /names no check and no code/],
  ])('refuses %j', async (word, message) => {
    const { exitCode, stderr } = await doctor([...sim, '--ignore', word]);
    expect(exitCode).toBe(64);
    expect(stderr).toMatch(message);
  });

  test('can be written into the spec, for plan too', async () => {
    const text = `${readFileSync(SPEC, 'utf8')}\nignore: [{ check: device-unused, reason: a lab machine }]\n`;
    const file = fileOf('ignoring.yaml', text);
    expect((await json(['-f', file, ...sim])).verdict).toBe('sound');
    expect((await cli(['plan', '-f', file, ...sim])).exitCode).toBe(0);
    const misspelt = fileOf('misspelt.yaml', text.replace('device-unused', 'device-unsued'));
    const { exitCode, stderr } = await cli(['plan', '-f', misspelt, ...sim]);
    expect(exitCode).toBe(65);
    expect(stderr).toMatch(/SPEC_UNKNOWN_CHECK.*misspelt\.yaml:\d+:\d+.*Did you mean device-unused\?/s);
  });
});

describe('--assume', () => {
  test('says that it is about the machine as it would be, and what is so already', async () => {
    const words = ['-f', SPEC, ...sim, '--assume', 'kernel=6.1', '--assume', 'config:CONFIG_X=y'];
    const { exitCode, stdout } = await doctor([...words, '--assume', 'kernel=6.1']);
    expect(exitCode).toBe(4);
    expect(stdout).toContain('not about the machine as it is');
    expect(stdout).toContain('kernel=6.1 (it is like that already)');
    expect(stdout).toMatch(/\n\nAs it would be: Broken/);
    expect((await json(words)).assumed).toEqual([
      { text: 'kernel=6.1', changes: true },
      { text: 'config:CONFIG_X=y', changes: true },
    ]);
  });

  const checks: readonly string[] = CHECK_IDS;
  const listed: [string, string][] = [
    ['01-denylist', 'module:vfio_pci.disable_denylist=1'],
    ['01-denylist', 'cmdline+=vfio_pci.disable_denylist=1'],
  ];

  test.each([
    ...(checks.includes('denylist') ? listed : []),
    ['03-legacy-mode', 'cmdline+=intel_iommu=on,sm_on'],
    ['07-no-interrupt-remapping', 'cmdline-=intremap=off'],
    ['07-no-interrupt-remapping', 'module:iommufd.allow_unsafe_interrupts=1'],
    ['08-svm-without-ats', 'cmdline-=pci=noats'],
  ] as const)('makes %s sound with %s, which it is not now', async (name, what) => {
    const { spec, words } = machine(name);
    expect((await json(['-f', spec, ...words])).verdict).toBe('broken');
    const { verdict, findings } = await json(['-f', spec, ...words, '--assume', what]);
    expect(findings.filter(({ state }) => state !== 'fine')).toEqual([]);
    expect(verdict).toBe('sound');
    const other = await json(['-f', spec, ...words, '--assume', 'cmdline+=quiet']);
    expect(other.verdict).toBe('broken');
  });

  test.each([
    ...['kernel', 'cmdline=quiet', 'module:vfio_pci=1', ''],
    ...['config:CONFIG_VFIO_DEVICE_CDEV=q', 'kernel=foo', 'module:vfio_pci.disable_denylist=nonsense'],
  ])('refuses %j and names the forms', async (word) => {
    const { exitCode, stderr } = await doctor([...sim, '--assume', word]);
    expect(exitCode).toBe(64);
    expect(stderr).toContain('cmdline+=WORDS');
    const { exitCode: code, stdout } = await doctor([...sim, '--assume', word, '-o', 'json']);
    expect([code, JSON.parse(stdout).kind]).toEqual([64, 'Diagnostics']);
  });
});

describe('the text', () => {
  const wide = (line: string, columns: number): boolean => stringWidth(line) > columns;
  /** Commands are never broken, so that they can be copied. */
  const isCommand = (line: string, before: string | undefined): boolean =>
    /^ {2}(do|then see)$/.test(before ?? '') || line.startsWith('  learn ');

  test.each([80, 40])('fits %i columns but for commands to copy', async (columns) => {
    for (const { name } of GIVEN) {
      const { spec, words } = machine(name);
      for (const about of [['-f', spec], []]) {
        const lines = (await doctor([...about, ...words], { columns })).stdout.split('\n');
        const long = lines.filter((line, at) => wide(line, columns) && !isCommand(line, lines[at - 1]));
        expect(long, name).toEqual([]);
      }
    }
  });

  test.each([80, 40])('of the sample machine at %i columns is as its golden file says', async (columns) => {
    const spec = await doctor(['-f', SPEC, ...sim], { columns });
    const survey = await doctor(sim, { columns });
    // How many checks there are does not matter here.
    const text = `${spec.stdout}\n---\n\n${survey.stdout}`.replaceAll(/\d+(?=\s+(?:more\n|checks?\n|fine\.))/g, 'N');
    await expect(text).toMatchFileSnapshot(`golden/doctor-sample-${columns}.txt`);
  });

  test('has colours on a terminal and none in a pipe, and says the same', async () => {
    const words = ['-f', SPEC, ...sim];
    const [pipe, terminal] = [await doctor(words), await doctor(words, { stdoutIsTerminal: true })];
    expect(pipe.stdout).not.toContain('\u001b');
    expect(terminal.stdout).toContain('\u001b[');
    expect(stripVTControlCharacters(terminal.stdout)).toBe(pipe.stdout);
    const none = await doctor(words, { stdoutIsTerminal: true, env: { NO_COLOR: '1' } });
    expect(none.stdout).toBe(pipe.stdout);
  });
});
