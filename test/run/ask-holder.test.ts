import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { known } from '../../src/assert.ts';
import { askHolderToRelease } from '../../src/run/ask-holder.ts';
import { startTicks } from '../../src/state/process.ts';

const SINCE = '2026-01-02T03:04:05Z';

test('a holder that does not end in time is named, and nothing goes on as if it had (exit 69)', async () => {
  const child = spawn('sh', ['-c', 'trap "" TERM; echo ready; while :; do sleep 0.05; done']);
  await once(child.stdout, 'data');
  const pid = known(child.pid, 'a pid');
  const holder = { pid, startTicks: known(startTicks(pid), 'a start time'), since: SINCE };
  try {
    await expect(askHolderToRelease(holder, 300)).rejects.toMatchObject({
      reason: 'unavailable',
      code: 'STATE_HOLDER_STAYS',
      message: expect.stringContaining(`process ${pid}`),
    });
  } finally {
    child.kill('SIGKILL');
  }
});

test('a process that has the pid of a holder that ended is sent no signal', async () => {
  const child = spawn('sleep', ['60']);
  const pid = known(child.pid, 'a pid');
  await askHolderToRelease({ pid, startTicks: '1', since: SINCE }, 300);
  expect(startTicks(pid)).not.toBeNull();
  child.kill('SIGKILL');
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
});
