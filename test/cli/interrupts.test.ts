/** Real signals to a real process in the middle of its steps. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cli } from '../support/run-cli.ts';

const PROGRAM = fileURLToPath(new URL('../../dist/pasidctl.js', import.meta.url));
/** Three steps each: some seconds of work on the simulator. */
const BINDINGS = 6000;

const SPEC = `apiVersion: pasidctl/v1
kind: Host
vfioPci: { disableDenylist: true }
devices: [{ name: dsa0, address: "0000:6a:01.0" }]
viommus:
  - name: g
    pasidBits: 20
    firstStage: true
    memory: [{ file: /dev/shm/pasidctl-interrupts, size: 1GiB, guestAddress: 0x0, create: true }]
    devices: [dsa0]
bindings:
${Array.from({ length: BINDINGS }, (_, index) => `  - { device: dsa0, pasid: ${index + 1}, firstStage: { pageTable: ${0x100_0000 + index * 4096} } }`).join('\n')}
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pasidctl-interrupts-'));
  writeFileSync(join(folder, 'spec.yaml'), SPEC);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const on = () => ['--backend', 'sim', '--state-dir', join(folder, 'state')];

/** An apply that gets its first signal after so many lines of progress, one more while it undoes, and one after it has answered. */
async function interrupted(lines: number, signals: readonly NodeJS.Signals[]) {
  const words = [PROGRAM, 'apply', '-f', join(folder, 'spec.yaml'), ...on(), '--auto-approve'];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  let sent = 0;
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    stdout += piece;
  });
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    stderr += piece;
    // One at a time: a signal that comes while another one waits is one with it.
    const due = [stderr.split('\n').length > lines, stderr.includes('rolling back'), stderr.includes('Another signal')];
    const signal = signals[sent];
    if (signal === undefined || due[sent] !== true) return;
    sent += 1;
    child.kill(signal);
  });
  const [exitCode] = await once(child, 'close');
  return { exitCode, stdout, stderr };
}

test.each(['SIGINT', 'SIGTERM'] as const)('%s between any two steps rolls the run back', async (signal) => {
  // Of the 50 that there are.
  const at = Math.floor(Math.random() * 40);
  const { exitCode, stdout, stderr } = await interrupted(at, [signal]);
  expect(stdout, `after ${at} lines`).toContain('error[APPLY_INTERRUPTED]');
  expect(stderr).toContain('rolling back');
  expect(exitCode).toBe(1);
  const status = JSON.parse((await cli(['status', ...on(), '-o', 'json'])).stdout);
  expect([status.viommus, status.handovers]).toEqual([[], []]);
});

test('a second signal during the rollback says how far it is and what a third would leave; the rollback goes on', async () => {
  const { exitCode, stderr } = await interrupted(35, ['SIGINT', 'SIGINT']);
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/Rolling back: \d+ of [\d,]+ steps done\. Another signal ends pasidctl at once/);
  expect(stderr).toContain('driver and driver_override of 0000:6a:01.0');
});

test('a third ends the process, and the next run gives back what is left', async () => {
  const { exitCode } = await interrupted(35, ['SIGINT', 'SIGINT', 'SIGINT']);
  expect(exitCode).toBe(7);
  expect((await cli(['destroy', ...on(), '--auto-approve'])).exitCode).toBe(0);
  const status = JSON.parse((await cli(['status', ...on(), '-o', 'json'])).stdout);
  expect([status.viommus, status.handovers]).toEqual([[], []]);
});
