/** A guest replayed from QEMU's log and its memory. */

import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { guestImage } from '../support/guest-image.ts';
import { cli } from '../support/run-cli.ts';

const CAPTURES = fileURLToPath(new URL('../../../shared/captures/', import.meta.url));

/** Root table at 0x1000 in scalable mode, queue and translation on, then a global PASID-cache invalidation. */
const LOG = `
vtd_reg_write addr 0x90 size 0x8 value 0x800
vtd_reg_write addr 0x20 size 0x8 value 0x1400
vtd_reg_write addr 0x18 size 0x4 value 0x44000000
vtd_reg_write addr 0x18 size 0x4 value 0x84000000
vtd_inv_desc invalidate desc type pasid-cache high 0x0 low 0x37
`;

let folder = '';
let log = '';
let ram = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pasidctl-trace-'));
  log = join(folder, 'log');
  ram = join(folder, 'ram');
  writeFileSync(log, LOG);
  writeFileSync(ram, guestImage().bytes);
});
afterEach(() => rmSync(folder, { recursive: true }));

async function replay(...words: readonly string[]) {
  const { exitCode, stdout, stderr } = await cli(['replay', '-o', 'json', ...words]);
  const lines = stdout.split('\n').filter((line) => line !== '');
  return { exitCode, stderr, lines: lines.map((line) => JSON.parse(line)) };
}

function script(...operations: readonly object[]): string {
  const file = join(folder, 'script.jsonl');
  writeFileSync(file, operations.map((one) => `${JSON.stringify(one)}\n`).join(''));
  return file;
}

const BINDINGS = [
  { device: '00:05.0', pasid: 5, target: 'first-stage', state: 'attached' },
  { device: '00:05.0', pasid: 70, target: 'pass-through', state: 'attached' },
];

describe('replay of a trace', () => {
  test('ends with the bindings that memory holds', async () => {
    const { exitCode, stderr, lines } = await replay('--qemu-trace', log, '--ram', ram);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(lines.at(-1)).toMatchObject({ stage: 'end', bindings: BINDINGS, hwpts: 1 });
  });

  test('takes what the guest is offered, and its devices, from a script', async () => {
    const device = { name: 'A', bdf: '0000:00:05.0' };
    const before = script(
      { op: 'config', devices: [device] },
      { op: 'registers', cap: '0xd2008c222f0686', ecap: '0x480080f00f4a' },
    );
    const { lines } = await replay('--qemu-trace', log, '--ram', ram, '-f', before);
    expect(lines.at(-1)).toMatchObject({ bindings: [{ device: 'A', pasid: 70, target: 'pass-through' }], hwpts: 0 });
    expect(lines).toContainEqual({
      diagnostic: expect.objectContaining({ code: 'VIOMMU_NOT_OFFERED', device: 'A', pasid: 5 }),
    });
  });

  test.each([{ memoryBytes: '0x100000' }, { memory: [{ guestAddress: '0x0', size: '0x100000' }] }])(
    'refuses %j in the script, since memory is in a file (exit 65)',
    async (memory) => {
      const given = script({ op: 'config', ...memory });
      const { exitCode, stderr } = await cli(['replay', '--qemu-trace', log, '--ram', ram, '-f', given]);
      expect(exitCode).toBe(65);
      expect(stderr).toContain('the memory of `config` cannot be used with a trace');
    },
  );

  test('goes on while the log is written, and ends with its writer', async () => {
    const writer = openSync(log, 'a');
    const running = replay('--qemu-trace', log, '--ram', ram, '--follow');
    writeSync(writer, 'vtd_reg_write addr 0x18 size 0x4 value 0x4000000\n');
    setTimeout(() => closeSync(writer), 200);
    const { exitCode, lines } = await running;
    expect(exitCode).toBe(0);
    expect(lines.at(-1)).toEqual({ stage: 'end', bindings: [], hwpts: 0 });
  });

  test.each<[string, string, () => void]>([
    ['the log is shortened', 'TRACE_LOG_LOST', () => truncateSync(log)],
    ['the log is removed', 'TRACE_LOG_LOST', () => rmSync(log)],
    ['the log is another file', 'TRACE_LOG_LOST', () => renameSync(script(), log)],
    ['memory is shortened', 'TRACE_MEMORY_LOST', () => truncateSync(ram)],
    ['memory is removed', 'TRACE_MEMORY_LOST', () => rmSync(ram)],
    ['memory is another file', 'TRACE_MEMORY_LOST', () => renameSync(script(), ram)],
  ])('says it when %s, after the bindings of then', async (_, code, change) => {
    const running = replay('--qemu-trace', log, '--ram', ram, '--follow');
    setTimeout(change, 300);
    const { exitCode, stderr, lines } = await running;
    expect(exitCode).toBe(65);
    expect(stderr).toContain(`error[${code}]`);
    expect(lines.at(-2)).toMatchObject({ diagnostic: { code, device: null, pasid: null } });
    expect(lines.at(-1)).toMatchObject({ stage: 'end', bindings: BINDINGS, hwpts: 1 });
  });

  test('says it when memory was not whole while a log was read to its end', async () => {
    truncateSync(ram, 0x2000);
    const writer = openSync(log, 'a');
    writeFileSync(ram, guestImage().bytes);
    const running = replay('--qemu-trace', log, '--ram', ram, '--follow');
    setTimeout(() => {
      truncateSync(ram, 0x1000);
      writeSync(writer, 'vtd_inv_desc invalidate desc type pasid-cache high 0x0 low 0x37\n');
      closeSync(writer);
    }, 300);
    const { exitCode, lines } = await running;
    expect(exitCode).toBe(65);
    expect(lines).toContainEqual({ diagnostic: expect.objectContaining({ code: 'TRACE_MEMORY_LOST' }) });
  });

  test('keeps what was replayed before a line that is no text', async () => {
    writeFileSync(log, Buffer.concat([Buffer.from(LOG), Buffer.alloc(70_000, '\n'), Buffer.from([0xff, 0x0a])]));
    const { exitCode, stderr, lines } = await replay('--qemu-trace', log, '--ram', ram);
    expect(exitCode).toBe(65);
    expect(stderr).toContain('TRACE_INVALID');
    expect(lines.at(-1)).toMatchObject({ stage: 'end', bindings: BINDINGS });
  });

  test('says how to make a log that tells something', async () => {
    writeFileSync(log, 'a log of something else\n');
    const { exitCode, stdout } = await cli(['replay', '--qemu-trace', log, '--ram', ram, '-o', 'json']);
    expect(exitCode).toBe(65);
    const [problem] = JSON.parse(stdout).diagnostics;
    expect(problem).toMatchObject({ code: 'TRACE_INVALID', file: null });
    expect(problem.advice).toContain('-trace vtd_reg_write -trace vtd_inv_desc');
  });

  test('shows the line of a log that is no text', async () => {
    writeFileSync(log, Buffer.concat([Buffer.from(LOG), Buffer.from([0xff, 0x0a])]));
    const { exitCode, stderr } = await cli(['replay', '--qemu-trace', log, '--ram', ram]);
    expect(exitCode).toBe(65);
    expect(stderr).toContain('TRACE_INVALID');
  });

  test('tells of a function that comes later', async () => {
    truncateSync(log);
    const lines = LOG.replace('0x1400', '0x6400').concat(
      'vtd_reg_write addr 0x20 size 0x8 value 0x1400\n',
      'vtd_reg_write addr 0x18 size 0x4 value 0xc4000000\n',
    );
    appendFileSync(log, lines);
    const told = (await replay('--qemu-trace', log, '--ram', ram)).lines;
    expect(told).toContainEqual({
      diagnostic: expect.objectContaining({ code: 'GUEST_FUNCTION_LATE', device: '00:05.0' }),
    });
  });

  test.each([
    [['--qemu-trace', 'LOG'], 64],
    [['--ram', 'RAM'], 64],
    [['-f', 'LOG', '--follow'], 64],
    [['--qemu-trace', 'LOG', '--ram', 'RAM', '--ram', 'RAM'], 64],
    [['--qemu-trace', 'LOG', '--ram', 'RAM', '--region', '0:4K:0', '--max-ram-below-4g', '2G'], 64],
    [['--qemu-trace', 'LOG', '--ram', 'RAM', '--region', '0:4K:0', '--region', '0:4K:4K'], 64],
    [['--qemu-trace', '', '--ram', 'RAM'], 64],
    [['--qemu-trace', 'LOG', '--ram', ''], 64],
    [['--qemu-trace', 'LOG', '--ram', 'RAM', '--qmp', ''], 64],
    [['-f', ''], 64],
    [['--qemu-trace', 'RAM', '--ram', 'RAM'], 65],
    [['--qemu-trace', 'NONE', '--ram', 'RAM'], 66],
    [['--qemu-trace', 'LOG', '--ram', 'NONE'], 66],
    [['--qemu-trace', 'LOG', '--ram', 'RAM', '--qmp', 'NONE'], 66],
    [['--qemu-trace', 'LOG', '--ram', 'RAM', '-f', 'SCRIPT'], 65],
  ])('with %j exits with %i', async (words, exitCode) => {
    const write = script({ op: 'write', gpa: '0x0', hex: '00' });
    const places = new Map([
      ['LOG', log],
      ['RAM', ram],
      ['SCRIPT', write],
      ['NONE', join(folder, 'none')],
    ]);
    const run = await cli(['replay', ...words.map((word) => places.get(word) ?? word)]);
    expect({ exitCode: run.exitCode, stdout: run.stdout }).toEqual({ exitCode, stdout: '' });
  });

  test.runIf(existsSync(CAPTURES))('of a capture ends as its script does', async () => {
    const file = `${CAPTURES}q35-nvme.jsonl`;
    writeFileSync(ram, memoryOf(readFileSync(file, 'utf8')));
    const { lines } = await replay('--qemu-trace', `${CAPTURES}q35-nvme.trace.log`, '--ram', ram);
    const bindings = (await replay('-f', file)).lines.at(-1).bindings;
    const meant = (all: readonly Record<string, unknown>[]) => all.map(({ hwpt: _, ...rest }) => rest);
    expect(bindings).toHaveLength(8);
    expect(meant(lines.at(-1).bindings)).toEqual(meant(bindings));
  });

  test.runIf(!existsSync(CAPTURES))(`of a capture is not made: there are none at ${CAPTURES}`, () => {});
});

/** Memory at a script's end. */
function memoryOf(text: string): Uint8Array {
  const bytes = new Uint8Array(2 ** 24);
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const { op, gpa, hex } = JSON.parse(line);
    if (op === 'write') bytes.set(Buffer.from(hex, 'hex'), Number(gpa));
  }
  return bytes;
}
