import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { cli } from '../support/run-cli.ts';

const CAPTURES = fileURLToPath(new URL('../../../shared/captures/', import.meta.url));
const FIRST_CASE = fileURLToPath(new URL('../cases/viommu/01-add-first-stage/script.jsonl', import.meta.url));

interface Line {
  readonly host?: string;
  readonly stage?: number | 'end';
  readonly bindings?: readonly { readonly [field: string]: unknown }[];
  readonly ranges?: readonly unknown[];
  readonly notTaken?: number;
}

function linesOf(stdout: string): readonly Line[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

/** Rows of the kernel's dmar_translation_struct as bindings: `6a:01.0 … PASID qword2:qword1:qword0`. */
function bindingsOfDump(text: string): readonly unknown[] {
  return text.split('\n').flatMap((row) => {
    const [bdf, , , pasid, entry] = row.split('\t');
    if (bdf === undefined || pasid === undefined || entry === undefined || !/^[0-9a-f:.]+$/.test(bdf)) return [];
    const [q2 = 0n, q1 = 0n] = entry.split(':').map(BigInt);
    const pageTable = `0x${(q2 & ~0xfffn).toString(16)}`;
    return [{ device: bdf, bdf, pasid: Number(pasid), domain: Number(q1 & 0xffffn), pageTable, state: 'attached' }];
  });
}

describe('replay of a capture', () => {
  test.runIf(existsSync(CAPTURES))('ends each stage with exactly what the guest’s own kernel showed', async () => {
    const { exitCode, stdout } = await cli(['replay', '-f', `${CAPTURES}q35-nvme.jsonl`, '-o', 'json']);
    expect(exitCode).toBe(0);
    const stages = linesOf(stdout).filter(({ stage }) => typeof stage === 'number');
    expect(stages.map(({ stage }) => stage)).toEqual([1, 2, 3, 4]);
    for (const { stage, bindings = [] } of stages) {
      const wanted = bindingsOfDump(readFileSync(`${CAPTURES}q35-nvme.stage${stage}.dmar.txt`, 'utf8'));
      expect(wanted.length).toBeGreaterThan(0);
      const shown = bindings.map(({ device, bdf, pasid, domain, pageTable, state }) => {
        return { device, bdf, pasid, domain, pageTable, state };
      });
      expect(shown).toEqual(wanted);
    }
  });

  test.runIf(!existsSync(CAPTURES))(`is not made: there are no captures at ${CAPTURES}`, () => {});
});

describe('replay of a script', () => {
  test('from standard input is that from a file', async () => {
    const fromFile = await cli(['replay', '-f', FIRST_CASE, '-o', 'json']);
    const fromStdin = await cli(['replay', '-f', '-', '-o', 'json'], { stdin: readFileSync(FIRST_CASE, 'utf8') });
    expect(fromStdin).toEqual(fromFile);
  });

  test('says the same to people', async () => {
    const { exitCode, stdout } = await cli(['replay', '-f', FIRST_CASE]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^hwpt-alloc 5 0x2000000 \(48 bits\) over 3 on dmar0\nattach A PASID 5 to 5$/m);
    expect(stdout).toMatch(/^End: 2 bindings, 2 first-stage HWPTs$/m);
  });

  test('says of what failed that the former table is still attached', async () => {
    const kept = FIRST_CASE.replace('01-add-first-stage', '48-replace-alloc-fails-kept');
    const { stdout } = await cli(['replay', '-f', kept]);
    expect(stdout).toContain('A PASID 5: 0x3000000 (48 bits), domain 1, failed (ENOMEM), still on 5\n');
    const failed = FIRST_CASE.replace('01-add-first-stage', '45-attach-fails');
    expect((await cli(['replay', '-f', failed])).stdout).toMatch(/domain 1, failed \(EINVAL\)$/m);
  });

  test('says what is invalidated in pages, or that it is everything', async () => {
    const pages = FIRST_CASE.replace('01-add-first-stage', '54-invalidate-pages');
    expect((await cli(['replay', '-f', pages])).stdout).toContain('invalidate 5 0x7f0000200000 (512 pages, leaf)\n');
    const pasid = FIRST_CASE.replace('01-add-first-stage', '53-invalidate-pasid');
    expect((await cli(['replay', '-f', pasid])).stdout).toContain('invalidate 5 everything\n');
  });

  test('says with every stage how many descriptors a stopped queue has not taken', async () => {
    const name = '67-reserved-granularity';
    const script = readFileSync(FIRST_CASE.replace('01-add-first-stage', name), 'utf8');
    const lost = '{"op":"descriptor","lo":"0x500010017","hi":"0x0"}\n';
    const clear = '{"op":"register","name":"FSTS","value":"0x10"}\n';
    const stdin = `${script}${lost.repeat(3)}{"op":"stage","n":1}\n${clear}{"op":"stage","n":2}\n{"op":"descriptor","lo":"0x27","hi":"0x0"}\n${lost}`;
    const { stdout } = await cli(['replay', '-f', '-', '-o', 'json'], { stdin });
    const stages = linesOf(stdout).filter(({ stage }) => stage !== undefined);
    expect(stages.map(({ stage, notTaken }) => [stage, notTaken])).toEqual([
      [0, undefined],
      [1, 3],
      [2, undefined],
      ['end', 1],
    ]);
    const text = (await cli(['replay', '-f', '-'], { stdin })).stdout;
    expect(text).toContain('  3 descriptors not taken: ');
    expect(text.trimEnd().split('\n').at(-1)).toContain('  1 descriptor not taken: ');
  });

  test('goes on with a stopped queue as examples/README.md says', async () => {
    const reference = readFileSync(new URL('../../examples/README.md', import.meta.url), 'utf8');
    const [, clear = ''] = /```json\n(.*FSTS.*\n.*\n)```/.exec(reference) ?? [];
    const name = '67-reserved-granularity';
    const script = readFileSync(FIRST_CASE.replace('01-add-first-stage', name), 'utf8');
    const { exitCode, stdout } = await cli(['replay', '-f', '-', '-o', 'json'], { stdin: `${script}${clear}` });
    expect(exitCode).toBe(0);
    expect(linesOf(stdout).at(-1)?.bindings).toHaveLength(1);
  });

  test('sends invalidations one by one when asked', async () => {
    const page = (at: string): string => JSON.stringify({ op: 'descriptor', lo: '0x500010036', hi: at });
    const name = '53-invalidate-pasid';
    const script = readFileSync(FIRST_CASE.replace('01-add-first-stage', name), 'utf8').split('\n').slice(0, -3);
    const stdin = [
      ...script,
      page('0x1000'),
      page('0x2000'),
      page('0x1000'),
      '{"op":"descriptor","lo":"0x25","hi":"0x0"}',
    ].join('\n');
    const calls = async (...more: readonly string[]): Promise<readonly number[]> => {
      const { stdout } = await cli(['replay', '-f', '-', '-o', 'json', ...more], { stdin });
      return linesOf(stdout).flatMap(({ ranges }) => (ranges === undefined ? [] : [ranges.length]));
    };
    expect(await calls()).toEqual([2]);
    expect(await calls('--no-batch')).toEqual([1, 1, 1]);
  });

  test('without a config finds the functions in the root table, in the order of their addresses', async () => {
    const script = readFileSync(FIRST_CASE, 'utf8').split('\n').slice(1).join('\n');
    const { exitCode, stdout } = await cli(['replay', '-f', '-', '-o', 'json'], { stdin: script });
    expect(exitCode).toBe(0);
    const end = linesOf(stdout).at(-1);
    expect(end?.bindings?.map(({ device, pasid }) => [device, pasid])).toEqual([
      ['00:05.0', 0],
      ['00:05.0', 5],
    ]);
  });

  test('of nothing ends with nothing', async () => {
    const { exitCode, stdout } = await cli(['replay', '-f', '-', '-o', 'json'], { stdin: '' });
    expect(exitCode).toBe(0);
    expect(linesOf(stdout)).toEqual([{ stage: 'end', bindings: [], hwpts: 0 }]);
  });
});

describe('a script that cannot be replayed', () => {
  test.each([
    ['no JSON', '{"op":"reset"}\nnonsense\n', 2],
    ['an unknown operation', '{"op":"reset"}\n\n{"op":"resett"}\n', 3],
    ['a missing field', '{"op":"descriptor","lo":"0x1"}\n', 1],
    ['a device that is not there', '{"op":"reset"}\n{"op":"unplug","device":"A"}\n', 2],
  ])('%s: exit 65, the line told, and nothing run', async (_, stdin, line) => {
    const { exitCode, stdout } = await cli(['replay', '-f', '-', '-o', 'json'], { stdin });
    expect(exitCode).toBe(65);
    const { kind, diagnostics } = JSON.parse(stdout);
    expect(kind).toBe('Diagnostics');
    expect(diagnostics).toMatchObject([{ code: 'SCRIPT_INVALID', file: '<stdin>', range: { start: { line } } }]);
    const text = await cli(['replay', '-f', '-'], { stdin });
    expect(text.stdout).toBe('');
    expect(text.stderr).toContain(`<stdin>:${line}:1`);
  });

  test('a wrong line is shown, the same by both commands', async () => {
    const stdin = '{"op":"reset"}\n{"op":"resett"}\n';
    const replayed = await cli(['replay', '-f', '-'], { stdin });
    expect(replayed.stderr).toContain('2 | {"op":"resett"}');
    expect(await cli(['guest', '--script', '-'], { stdin })).toEqual(replayed);
  });

  test('a device that is not there is told with those that are', async () => {
    const devices = '[{"name":"A","bdf":"00:05.0"},{"name":"B","bdf":"00:06.0"}]';
    const stdin = `{"op":"config","devices":${devices}}\n{"op":"unplug","device":"C"}\n`;
    expect((await cli(['replay', '-f', '-'], { stdin })).stderr).toContain('the devices are A, B');
  });

  test('two scripts at once: exit 64', async () => {
    const { exitCode, stdout } = await cli(['replay', '-f', FIRST_CASE, '-f', FIRST_CASE]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 64, stdout: '' });
  });

  test.each(['--follow', '--ram=x', '--qmp=x', '--region=0:1M:0', '--max-ram-below-4g=2G'])(
    '%s is for a trace, and named: exit 64',
    async (word) => {
      const { exitCode, stderr } = await cli(['replay', '-f', FIRST_CASE, word]);
      expect(exitCode).toBe(64);
      expect(stderr).toContain(word.replace(/=.*/, ' goes with --qemu-trace'));
    },
  );

  test('a file that is not there: exit 66', async () => {
    const { exitCode, stderr } = await cli(['replay', '-f', '/nonexistent/script.jsonl']);
    expect(exitCode).toBe(66);
    expect(stderr).toContain('GUEST_UNREADABLE');
  });

  test('a directory: exit 66', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'replay-'));
    expect((await cli(['replay', '-f', folder])).exitCode).toBe(66);
  });

  test('bytes that are no text: exit 65', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'replay-')), 'script.jsonl');
    writeFileSync(file, Buffer.from([0xff, 0xfe, 0x00]));
    expect((await cli(['replay', '-f', file])).exitCode).toBe(65);
  });
});
