/** Inputs of `guest` and `replay` that are no plain files: real FIFOs, sockets, devices and folders. */

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readScript } from '../../src/guest/script.ts';
import { cli } from '../support/run-cli.ts';

let folder = '';
let server: Server;
const path = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pasidctl-inputs-'));
  execFileSync('mkfifo', [path('fifo')]);
  writeFileSync(path('file'), '{"op":"reset"}\n');
  server = createServer().listen(path('socket'));
  await once(server, 'listening');
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** Writes to the FIFO from another process. */
function feed(command: string): void {
  spawn('bash', ['-c', `exec >"$0"; ${command}`, path('fifo')]);
}

describe('what is no file', () => {
  const KINDS = [
    ['/dev/zero', 'is a device, not a'],
    ['.', 'is a folder'],
    ['socket', 'is a socket'],
  ] as const;
  const NO_STREAM = [...KINDS, ['fifo', 'is a FIFO, not a regular file'] as const];
  test.each([
    ...KINDS.map(([name, told]) => [['guest', '--script'], name, told] as const),
    ...KINDS.map(([name, told]) => [['replay', '-f'], name, told] as const),
    ...NO_STREAM.map(([name, told]) => [['guest', '--ram'], name, told] as const),
    ...NO_STREAM.map(([name, told]) => [['replay', '--ram', 'file', '--qemu-trace'], name, told] as const),
    ...NO_STREAM.map(([name, told]) => [['replay', '--qemu-trace', 'file', '--ram'], name, told] as const),
    ...['/dev/zero', '.', 'fifo'].map((name) => [['guest', '--qmp'], name, 'not a socket'] as const),
  ])('%j %s is refused with what it is', async (words, name, told) => {
    const { exitCode, stdout, stderr } = await cli([...words, name], { cwd: folder });
    expect({ exitCode, stdout }).toEqual({ exitCode: 66, stdout: '' });
    expect(stderr).toContain('GUEST_UNREADABLE');
    expect(stderr).toContain(told);
  });
});

describe('a script from a FIFO', () => {
  test('is read to its end', async () => {
    feed('echo \'{"op":"reset"}\'; sleep 0.2; echo \'{"op":"stage","n":1}\'');
    const { exitCode, stdout, stderr } = await cli(['replay', '-f', 'fifo'], { cwd: folder });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('Stage 1: 0 bindings');
  });

  test.each([
    ['replay', '-f'],
    ['guest', '--script'],
  ])('%s says once, on a terminal, that it waits', async (command, option) => {
    setTimeout(() => feed('sleep 1.3; echo \'{"op":"reset"}\'; sleep 1.3'), 1300);
    const { exitCode, stderr } = await cli([command, option, 'fifo'], { cwd: folder, stderrIsTerminal: true });
    expect(exitCode).toBe(0);
    expect(stderr).toBe('Waiting for more of the script fifo; Ctrl-C ends it.\n');
  });

  test('that ends within a line is wrong there, and told as that', async () => {
    feed('echo \'{"op":"reset"}\'; printf \'{"op":"sta\'');
    const { exitCode, stderr } = await cli(['replay', '-f', 'fifo'], { cwd: folder });
    expect(exitCode).toBe(65);
    expect(stderr).toContain('Line 2:');
    expect(stderr).toContain('the script ends within this line');
  });
});

describe('a script without an end is refused at a line', () => {
  const limits = { operations: 5000, bytes: 2 ** 20, pages: 300 };
  const lastOf = async (line: (index: number) => string) => {
    function* endless(): Generator<string> {
      for (let index = 0; ; index += 1) yield `${line(index)}\n`;
    }
    let last: unknown;
    for await (const item of readScript(endless(), limits)) last = item;
    return last;
  };
  const write = (gpa: number, bytes: number) => JSON.stringify({ op: 'write', gpa, hex: '01'.repeat(bytes) });

  test.each<[string, (index: number) => string, number]>([
    ['its operations', () => '{"op":"reset"}', 5001],
    ['the bytes that it writes', () => write(0, 65_536), 17],
    ['the pages that it writes', (index) => write(index * 4096 + 4095, 2), 300],
  ])('for %s', async (_, line, refused) => {
    expect(await lastOf(line)).toMatchObject({ kind: 'problem', line: refused });
  });

  test('by the commands too', { timeout: 120_000 }, async () => {
    feed('yes \'{"op":"reset"}\'');
    const { exitCode, stderr } = await cli(['replay', '-f', 'fifo'], { cwd: folder });
    expect(exitCode).toBe(65);
    expect(stderr).toContain('Line 2097153: a script has at most 2,097,152 operations.');
  });
});
