import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { decodePasidEntry } from '../../src/vtd/decode-pasid-entry.ts';
import { guestImage, IMAGE_WORDS } from '../support/guest-image.ts';
import { type CliWorld, cli } from '../support/run-cli.ts';

/** A real guest's tables and the answer of its kernel, where a checkout has them beside it. */
const CAPTURES = new URL('../../../shared/captures/', import.meta.url).pathname;

let folder = '';
const path = (name: string): string => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pasidctl-guest-'));
  const image = guestImage();
  writeFileSync(path('vm.ram'), image.bytes);
  writeFileSync(path('vm.jsonl'), image.script);
  writeFileSync(path('empty.ram'), new Uint8Array(0x10_0000));
  writeFileSync(path('two.ram'), guestImage([...IMAGE_WORDS, [0x8000, [0x2001n, 0n]]]).bytes);
});
afterAll(() => rmSync(folder, { recursive: true }));

const guest = (words: readonly string[], world: CliWorld = {}) => cli(['guest', ...words], { cwd: folder, ...world });

describe.skipIf(!existsSync(CAPTURES))(`a real guest (skipped without ${CAPTURES})`, () => {
  test.each([1, 2, 3, 4])('stage %i is what its kernel printed, byte for byte', async (stage) => {
    const script = join(CAPTURES, 'q35-nvme.jsonl');
    const { exitCode, stdout, stderr } = await guest(['--script', script, '--stage', String(stage), '-o', 'dmar']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toBe(readFileSync(join(CAPTURES, `q35-nvme.stage${stage}.dmar.txt`), 'utf8'));
  });

  test('the kernel’s line and the JSON say the same', async () => {
    const script = join(CAPTURES, 'q35-nvme.jsonl');
    const { functions } = JSON.parse((await guest(['--script', script, '-o', 'json'])).stdout);
    const text = readFileSync(join(CAPTURES, 'q35-nvme.stage4.dmar.txt'), 'utf8');
    const lines = [...text.matchAll(/^([0-9a-f:.]{7})\t.*\t(\d+) +\t(\S+):(\S+):(\S+)$/gm)];
    const told = lines.map(([, address, pasid, q2 = '', q1 = '', q0 = '']) => {
      const { domain, type, firstStage } = decodePasidEntry([BigInt(q0), BigInt(q1), BigInt(q2)]);
      return { address, pasid: Number(pasid), domain, type, pageTable: `0x${firstStage?.pageTable.toString(16)}` };
    });
    expect(told.length).toBe(8);
    expect(
      // JSON.parse has no types.
      functions.flatMap((fn: { address: string; entries: { firstStage: { pageTable: string } }[] }) =>
        fn.entries.map(({ firstStage, ...entry }) => ({
          address: fn.address,
          pageTable: firstStage.pageTable,
          ...entry,
        })),
      ),
    ).toMatchObject(told);
  });
});

describe('guest', () => {
  test('shows one row per present entry, the same from a RAM file and from a script', async () => {
    const ram = await guest(['--ram', 'vm.ram', '--root-table', '0x1000']);
    const script = await guest(['--script', 'vm.jsonl']);
    expect({ ...ram, stderr: '' }).toEqual({ ...script, stderr: '' });
    expect(ram.exitCode).toBe(0);
    expect(ram.stdout).toMatch(/^00:05\.0 +5 +1 +first-stage +0x2000000 \(48 bits\)/m);
    expect(ram.stdout).toMatch(/^00:05\.0 +70 +1 +pass-through/m);
  });

  test('finds the root table where nobody tells where it is', async () => {
    const told = await guest(['--ram', 'vm.ram', '--root-table', '0x1000']);
    expect(await guest(['--ram', 'vm.ram'])).toEqual(told);
  });

  test('reads memory from where --region says it lies', async () => {
    const moved = new Uint8Array(0x2_0000);
    moved.set(guestImage().bytes.subarray(0, 0x3000), 0x1_0000);
    moved.set(guestImage().bytes.subarray(0x3000, 0x6000), 0x1000);
    writeFileSync(path('moved.ram'), moved);
    const regions = ['--region', '0:0x3000:64k', '--region', '0x3000:0x3000:4K'];
    expect(await guest(['--ram', 'moved.ram', ...regions])).toEqual(await guest(['--ram', 'vm.ram']));
  });

  test('says the same in YAML and JSON, 64-bit values as text', async () => {
    const source = ['--ram', 'vm.ram', '--root-table', '4096'];
    const [json, yaml] = [await guest([...source, '-o', 'json']), await guest([...source, '-o', 'yaml'])];
    const data = JSON.parse(json.stdout);
    expect(parse(yaml.stdout)).toEqual(data);
    expect(data).toMatchObject({
      apiVersion: 'pasidctl/v1',
      kind: 'GuestTables',
      mode: 'scalable',
      rootTable: '0x1000',
      translation: true,
      problems: [],
      functions: [
        {
          address: '00:05.0',
          directory: '0x3000',
          directoryEntries: 128,
          pasidsAllowed: true,
          entries: [
            { pasid: 5, domain: 1, firstStage: { pageTable: '0x2000000', addressWidth: 48, flags: [] } },
            { pasid: 70, domain: 1, type: 'pass-through', firstStage: null, secondStage: null },
          ],
        },
      ],
    });
  });

  test('--raw shows every field of every entry', async () => {
    const { stdout } = await guest(['--ram', 'vm.ram', '--root-table', '0x1000', '--raw']);
    for (const field of ['LCTP', 'PASIDDIRPTR', 'SMPTBLPTR', 'FSPTPTR', 'PGTT']) expect(stdout).toContain(field);
    const json = await guest(['--ram', 'vm.ram', '--root-table', '0x1000', '--raw', '-o', 'json']);
    expect(JSON.parse(json.stdout).functions[0].entries[0].fields.length).toBeGreaterThan(20);
  });

  test('-o dmar has one line per entry, in the form of the kernel', async () => {
    const { stdout } = await guest(['--ram', 'vm.ram', '--root-table', '0x1000', '-o', 'dmar']);
    const entry = '0x0000000002000000:0x0000000000000001:0x0000000000000041';
    expect(stdout.split('\n')[0]).toBe('IOMMU dmar0: Root Table Address: 0x1000');
    expect(stdout.split('\n')[2]).toBe(
      `00:05.0\t0x0000000000000000:0x0000000000002001\t0x0000000000000000:0x0000000000003009\t5     \t${entry}`,
    );
    expect(stdout.endsWith('\n\n')).toBe(true);
  });

  test('a script before its registers has no root table, and translates nothing', async () => {
    const stdin = '{"op":"stage","n":1}\n';
    const text = await guest(['--script', '-', '--stage', '1'], { stdin });
    expect(text).toMatchObject({ exitCode: 0, stderr: '' });
    expect(text.stdout).toContain('no root table');
    expect((await guest(['--script', '-', '-o', 'dmar'], { stdin })).stdout).toBe(
      'DMA Remapping is not enabled on dmar0\n',
    );
  });

  test('a table in a hole is a warning; one that cannot be read is a failure', async () => {
    const hole = await guest(['--ram', 'vm.ram', '--root-table', '0xfff0000000']);
    expect(hole.exitCode).toBe(0);
    expect(hole.stderr).toContain('GUEST_TABLE_HOLE');
    const json = await guest(['--ram', 'vm.ram', '--root-table', '0xfff0000000', '-o', 'json']);
    expect(JSON.parse(json.stdout).problems).toMatchObject([{ problem: 'hole', table: 'root table' }]);
  });
});

describe('a script that is wrong exits 65 with its line', () => {
  test.each([
    ['no JSON', '{"op":"reset"}\nnonsense\n', 2],
    ['an unknown operation', '\n\n{"op":"jump"}\n', 3],
    ['an unknown field', '{"op":"stage","n":1,"m":2}', 1],
  ])('%s', async (_, stdin, line) => {
    const text = await guest(['--script', '-'], { stdin });
    expect(text).toMatchObject({ exitCode: 65, stdout: '' });
    expect(text.stderr).toContain(`Line ${line}`);
    const json = await guest(['--script', '-', '-o', 'json'], { stdin });
    expect(json.exitCode).toBe(65);
    expect(JSON.parse(json.stdout).diagnostics).toMatchObject([
      { code: 'SCRIPT_INVALID', file: '<stdin>', range: { start: { line } } },
    ]);
  });
});

describe('what cannot be looked at', () => {
  test.each([
    ['nothing named', [], 64],
    ['two sources', ['--script', 'vm.jsonl', '--ram', 'vm.ram'], 64],
    ['memory in which no root table is', ['--ram', 'empty.ram'], 64],
    ['memory in which two root tables are', ['--ram', 'two.ram'], 64],
    ['a stage without a script', ['--ram', 'vm.ram', '--root-table', '0x1000', '--stage', '1'], 64],
    ['a root table with a script', ['--script', 'vm.jsonl', '--root-table', '0x1000'], 64],
    ['a stage that is not there', ['--script', 'vm.jsonl', '--stage', '99'], 64],
    ['a region without a file', ['--script', 'vm.jsonl', '--region', '0:1M:0'], 64],
    ['a region that is none', ['--ram', 'vm.ram', '--region', '0:1M'], 64],
    ['a region beyond the file', ['--ram', 'vm.ram', '--region', '0:99999999T:0'], 64],
    ['an address that is none', ['--ram', 'vm.ram', '--root-table', 'here'], 64],
    ['a size that is none', ['--ram', 'vm.ram', '--root-table', '0x1000', '--max-ram-below-4g', 'much'], 64],
    ['a script that is not there', ['--script', 'none.jsonl'], 66],
    ['a script that is a folder', ['--script', '.'], 66],
    ['memory that is not there', ['--ram', 'none', '--root-table', '0x1000'], 66],
    ['memory that is a device', ['--ram', '/dev/zero', '--root-table', '0x1000'], 66],
    ['a socket that is not there', ['--qmp', 'none'], 66],
    ['a socket that is a file', ['--qmp', 'vm.ram'], 66],
  ])('%s', async (_, words, expected) => {
    const { exitCode, stdout, stderr } = await guest(words);
    expect({ exitCode, stdout }).toEqual({ exitCode: expected, stdout: '' });
    expect(stderr).not.toBe('');
  });

  test.each([
    ['--region', 'a:b:c', 'guest address "a"'],
    ['--region', '0:b:0', 'size "b"'],
    ['--region', '0:1M:', 'file offset ""'],
    ['--region', '0:1M', '2 parts instead of 3'],
    ['--region', '0:1M:0:0', '4 parts instead of 3'],
    ['--region', '', '1 part instead of 3'],
    ['--region', '0:0:0', 'size "0" is nothing'],
    ['--region', '0xfffffffffffff000:1M:0', 'beyond 2^64'],
    ['--root-table', '', 'such as 0x692000'],
    ['--root-table', '0x692001', 'multiple of 4096'],
    ['--max-ram-below-4g', '', 'from 1M to 4G'],
    ['--max-ram-below-4g', '0', 'from 1M to 4G'],
    ['--max-ram-below-4g', '8G', 'from 1M to 4G'],
    ['--stage', '', 'from 0 to 2147483647'],
    ['--stage', '-1', 'from 0 to 2147483647'],
    ['--stage', '2147483648', 'from 0 to 2147483647'],
    ['--script', '', 'a replay script'],
    ['--ram', '', 'guest’s memory'],
    ['--qmp', ' ', 'option -qmp'],
  ])('%s %j is wrong usage that names option, value and what is allowed', async (option, value, allowed) => {
    const { exitCode, stdout, stderr } = await guest([`${option}=${value}`]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 64, stdout: '' });
    for (const told of [option, `'${value}'`, allowed]) expect(stderr).toContain(told);
  });

  test.each(['--script', '--ram', '--qmp', '--stage', '--root-table', '--max-ram-below-4g'])(
    '%s twice is wrong usage, since one of the two would be lost',
    async (option) => {
      const { exitCode, stderr } = await guest([option, '4096', option, '1M']);
      expect(exitCode).toBe(64);
      expect(stderr).toContain(option);
    },
  );

  test('regions that overlap are wrong usage', async () => {
    const { exitCode, stderr } = await guest(['--ram', 'vm.ram', '--region', '4K:8K:0', '--region', '0:8K:8K']);
    expect(exitCode).toBe(64);
    expect(stderr).toContain('The region at 0x1000 overlaps');
  });

  test.each([
    [['--script', 'none.jsonl'], /none\.jsonl cannot be read: .*does not exist .*\nhelp: .*path/],
    [['--script', '.'], /\. is a folder\.\nhelp: .*path/],
    [['--ram', 'none'], /none cannot be read: .*does not exist .*\nhelp: .*memory/],
    [['--qmp', 'none'], /none cannot be read: .*does not exist .*\nhelp: .*-qmp/],
    [['--qmp', 'vm.ram'], /vm\.ram is not a socket on which QEMU listens\.\nhelp: .*-qmp/],
    [['--ram', 'empty.ram'], /help: .*--root-table/],
    [['--ram', 'vm.ram', '--region', '0:1M:0'], /vm\.ram, which has \d+\.\nhelp: .*--region/],
  ])('%j tells why, and what to give', async (words, expected) => {
    expect((await guest(words)).stderr).toMatch(expected);
  });
});
