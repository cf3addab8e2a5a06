import { describe, expect, test } from 'vitest';
import { EXIT_CODES } from '../../src/cli/exit-codes.ts';
import { type CliWorld, cli } from '../support/run-cli.ts';

const COMMANDS = [
  'validate',
  'plan',
  'apply',
  'destroy',
  'status',
  'state',
  'inventory',
  'doctor',
  'guest',
  'explain',
  'schema',
  'completion',
  'version',
] as const;

describe('help', () => {
  test.each(COMMANDS)('of %s has examples of itself, and exits 0', async (command) => {
    const { exitCode, stdout } = await cli([command, '--help']);
    expect(exitCode).toBe(0);
    const [, examples = ''] = stdout.split('\nEXAMPLES\n');
    expect(examples).toContain(`pasidctl ${command}`);
  });

  test('of the program lists every command and every exit code', async () => {
    const { exitCode, stdout } = await cli(['--help']);
    expect(exitCode).toBe(0);
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
    for (const { code, meaning } of EXIT_CODES) expect(stdout).toContain(`${code}  ${meaning}`);
    expect(stdout).toContain('EXAMPLES');
  });

  test('shows no command that only completion scripts call', async () => {
    expect((await cli(['--help'])).stdout).not.toMatch(/^ {2}complete /m);
  });
});

describe('an empty path is wrong usage, with the option and what to give', () => {
  test.each([
    ...['validate', 'plan', 'apply', 'destroy'].map((command) => ['-f', [command, '-f', '']] as const),
    ...['plan', 'apply', 'destroy', 'status'].flatMap((command) => {
      const spec = command === 'plan' || command === 'apply' ? ['-f', 'x'] : [];
      return ['--state-dir', '--machine', '--root'].map((option) => [option, [command, ...spec, option, '']] as const);
    }),
    ['--state-dir', ['state', 'repair', '--state-dir', ' ']],
    ['--out', ['plan', '-f', 'x', '--out', '']],
    ["'plan'", ['apply', '']],
    ['--file', ['replay', '-f', '']],
    ['--qemu-trace', ['replay', '--qemu-trace', '', '--ram', 'x']],
    ['--script', ['guest', '--script', '']],
    ['--qmp', ['guest', '--qmp', '']],
  ] as const)('%s in %j', async (option, words) => {
    const { exitCode, stderr } = await cli(words);
    expect(exitCode).toBe(64);
    expect(stderr).toContain(option);
    expect(stderr).toContain('It is empty. Give the path of ');
  });

  test('--out with a slash at its end too, since it names a folder', async () => {
    const { exitCode, stderr } = await cli(['plan', '-f', 'x', '--out', 'new/']);
    expect(exitCode).toBe(64);
    expect(stderr).toContain('It names a folder');
  });

  test.each(['--state-dir', '--machine', '--root', '--out'])(
    '%s twice too, since one of them would be lost',
    async (option) => {
      const { exitCode, stderr } = await cli(['plan', '-f', 'x', option, 'a', option, 'b']);
      expect(exitCode).toBe(64);
      expect(stderr).toContain('It was given before');
    },
  );
});

describe('wrong usage exits 64, says what was wrong on stderr and where to look', () => {
  test.each([
    ['no command', []],
    ['an unknown command', ['aply']],
    ['an unknown option', ['plan', '-f', 'x.yaml', '--frce']],
    ['a missing -f', ['plan']],
    ['an unknown backend', ['status', '--backend', 'magic']],
    ['an unknown format', ['status', '-o', 'xml']],
    ['an unknown colour choice', ['status', '--color', 'blue']],
    ['an option without its value', ['status', '--root']],
    ['a duration that is none', ['destroy', '--lock-timeout', 'soon']],
    ['a duration beyond what a timer can wait', ['destroy', '--lock-timeout', '9999h']],
    ['too many words', ['status', 'now']],
    ['an unknown schema', ['schema', 'nonsense']],
    ['an unknown shell', ['completion', 'tcsh']],
    ['an unknown code', ['explain', 'SPEC_NO_SUCH']],
  ])('%s', async (_, words) => {
    const { exitCode, stdout, stderr } = await cli(words);
    expect({ exitCode, stdout }).toEqual({ exitCode: 64, stdout: '' });
    expect(stderr).toMatch(/--help|explain|Usage/);
  });

  test('a misspelt command, option and code are guessed', async () => {
    expect((await cli(['aply'])).stderr).toContain('apply');
    expect((await cli(['plan', '-f', 'x', '--bakend', 'sim'])).stderr).toContain('--backend');
    expect((await cli(['explain', 'HOST_NO_IOMUFD'])).stderr).toContain('HOST_NO_IOMMUFD');
  });

  test('hostile words are shown escaped', async () => {
    const { stderr } = await cli(['\u001b[2J']);
    expect(stderr).toContain('\\x1b[2J');
    expect(stderr).not.toContain('\u001b');
  });
});

test('--version prints the version alone', async () => {
  expect(await cli(['--version'])).toEqual({
    exitCode: 0,
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    stderr: '',
  });
});

describe('colours', () => {
  const ESC = '\u001b[';
  const colored = async (words: readonly string[], world: CliWorld): Promise<boolean> =>
    (await cli(['explain', ...words], world)).stdout.includes(ESC);

  test('are for terminals, unless told otherwise', async () => {
    expect(await colored([], {})).toBe(false);
    expect(await colored([], { stdoutIsTerminal: true })).toBe(true);
    expect(await colored(['--color', 'always'], {})).toBe(true);
    expect(await colored(['--color', 'never'], { stdoutIsTerminal: true })).toBe(false);
  });

  test('go with NO_COLOR and with a terminal that has none', async () => {
    expect(await colored([], { stdoutIsTerminal: true, env: { NO_COLOR: '1' } })).toBe(false);
    expect(await colored([], { stdoutIsTerminal: true, env: { TERM: 'dumb' } })).toBe(false);
    expect(await colored(['--color', 'always'], { env: { NO_COLOR: '1' } })).toBe(true);
  });
});

describe('wrong usage, for programs', () => {
  test.each([
    ['an unknown command', ['nonsense', '-o', 'json']],
    ['an unknown option', ['plan', '--nonsense', '-o=json']],
    ['a missing option', ['validate', '--output', 'json']],
    ['a value that is none', ['apply', '-f', 'x', '--backend', 'none', '-ojson']],
  ])('is a JSON document on stdout: %s', async (_, words) => {
    const { exitCode, stdout, stderr } = await cli(words);
    expect(exitCode).toBe(64);
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'Diagnostics', diagnostics: [{ code: 'USAGE_WRONG' }] });
    expect(stderr).toBe('');
  });

  test('is YAML where that was asked for, and words for people', async () => {
    expect((await cli(['nonsense', '-o', 'yaml'])).stdout).toContain('code: USAGE_WRONG');
    expect(await cli(['nonsense', '-o', 'text'])).toMatchObject({ exitCode: 64, stdout: '' });
  });
});

test('help COMMAND is COMMAND --help', async () => {
  expect((await cli(['help', 'plan'])).stdout).toBe((await cli(['plan', '--help'])).stdout);
});
