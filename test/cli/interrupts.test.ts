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

/** An apply that gets its first signal when it has shown so many events, one more while it undoes, and one after it has answered. */
async function interrupted(steps: number, signals: readonly NodeJS.Signals[]) {
  const words = [PROGRAM, 'apply', '-f', join(folder, 'spec.yaml'), ...on(), '--auto-approve', '-o', 'json'];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  const events: { readonly event: string; readonly outcome?: unknown }[] = [];
  let rest = '';
  let stderr = '';
  let sent = 0;
  // One at a time: a signal that comes while another one waits is one with it.
  const isDue = (): boolean =>
    [events.length > steps, undoing(events), stderr.includes('Another signal')][sent] ?? false;
  const send = (): void => {
    const signal = signals[sent];
    if (signal === undefined || !isDue()) return;
    sent += 1;
    child.kill(signal);
  };
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    const lines = `${rest}${piece}`.split('\n');
    rest = lines.pop() ?? '';
    events.push(...lines.map((line) => JSON.parse(line)));
    send();
  });
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    stderr += piece;
    send();
  });
  const [exitCode] = await once(child, 'close');
  return { exitCode, events, stderr };
}

function undoing(events: readonly { readonly event: string }[]): boolean {
  return events.some(({ event }) => event === 'rollback-started');
}

test.each(['SIGINT', 'SIGTERM'] as const)('%s between any two steps rolls the run back', async (signal) => {
  const at = 2 + Math.floor(Math.random() * BINDINGS);
  const { exitCode, events } = await interrupted(at, [signal]);
  const ended = events.find(({ event }) => event === 'ended');
  expect(ended, `at event ${at}`).toMatchObject({
    outcome: { kind: 'rolled-back', cause: { code: 'APPLY_INTERRUPTED' } },
  });
  expect(exitCode).toBe(1);
  const status = JSON.parse((await cli(['status', ...on(), '-o', 'json'])).stdout);
  expect([status.viommus, status.handovers]).toEqual([[], []]);
});

test('a second signal during the rollback says how far it is and what a third would leave; the rollback goes on', async () => {
  const { exitCode, stderr } = await interrupted(BINDINGS, ['SIGINT', 'SIGINT']);
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/Rolling back: \d+ of [\d,]+ steps done\. Another signal ends pasidctl at once/);
  expect(stderr).toContain('driver and driver_override of 0000:6a:01.0');
});

test('a third ends the process, and the next run gives back what is left', async () => {
  const { exitCode } = await interrupted(BINDINGS, ['SIGINT', 'SIGINT', 'SIGINT']);
  expect(exitCode).toBe(7);
  expect((await cli(['destroy', ...on(), '--auto-approve'])).exitCode).toBe(0);
  const status = JSON.parse((await cli(['status', ...on(), '-o', 'json'])).stdout);
  expect([status.viommus, status.handovers]).toEqual([[], []]);
});
