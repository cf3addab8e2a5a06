import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isAlive, startTicks } from '../../src/state/process.ts';

test('a holder that has ended is gone, although its parent has not waited for it', async () => {
  // The shell becomes a program that waits for no child.
  const parent = spawn('bash', ['-c', '(sleep 0.2) & echo $!; exec sleep 30']);
  try {
    const [line] = await once(parent.stdout, 'data');
    const pid = Number(line);
    const holder = { pid, startTicks: startTicks(pid) ?? '', since: '' };
    expect(isAlive(holder)).toBe(true);
    while (isAlive(holder)) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(existsSync(`/proc/${pid}/stat`)).toBe(true);
    expect(startTicks(pid)).toBeNull();
  } finally {
    parent.kill();
  }
});

test('another process with the same number is not the holder', () => {
  expect(isAlive({ pid: process.pid, startTicks: startTicks(process.pid) ?? '', since: '' })).toBe(true);
  expect(isAlive({ pid: process.pid, startTicks: '1', since: '' })).toBe(false);
  expect(startTicks(2 ** 22 + 1)).toBeNull();
});
