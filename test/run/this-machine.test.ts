import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EMPTY_LIVE } from '../../src/model/live.ts';
import { emptyLedger, ledgerFile } from '../../src/state/ledger-file.ts';
import { cli } from '../support/run-cli.ts';

const OTHER = fileURLToPath(new URL('../fixtures/hosts/rack.machine.yaml', import.meta.url));

let stateDir: string;
beforeEach(() => {
  stateDir = mkdtempSync(join(tmpdir(), 'pasidctl-other-'));
});
afterEach(() => rmSync(stateDir, { recursive: true, force: true }));

test.each([
  ['a machine file', ['--machine', OTHER]],
  ['another root', ['--root', tmpdir()]],
])('no change is made with the facts of %s: the ledger stays as it was (exit 64)', async (_, words) => {
  const bootId = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  ledgerFile(stateDir).write({
    ...emptyLedger('kernel', bootId),
    live: { ...EMPTY_LIVE, loadedModules: ['vfio_pci'] },
  });
  const path = join(stateDir, 'ledger.json');
  const before = readFileSync(path, 'utf8');
  const spec = join(stateDir, 'spec.yaml');
  writeFileSync(spec, 'apiVersion: pasidctl/v1\nkind: Host\n');
  for (const command of [['destroy'], ['apply', '-f', spec, '--allow-empty']]) {
    const { exitCode, stdout } = await cli([
      ...command,
      ...words,
      '--state-dir',
      stateDir,
      '--auto-approve',
      '-o',
      'json',
    ]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 64, stdout: expect.stringContaining('USAGE_NOT_THIS_MACHINE') });
  }
  expect(readFileSync(path, 'utf8')).toBe(before);
});
