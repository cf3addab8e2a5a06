/**
 * The given machines as a user sees them that owns nothing: 64 bytes of each config space, no open files of other processes, no
 * ACPI table. Sources: pci_read_config of drivers/pci/pci-sysfs.c, proc_fd_permission of fs/proc/fd.c, acpi_table_attr_init of
 * drivers/acpi/sysfs.c (7.3).
 */

import { chmodSync, mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cliAsNobody, nobodyCannotRun } from '../support/as-nobody.ts';
import { GIVEN } from './given.ts';
import { placed } from './place.ts';

const CONFIG_BYTES = 64;
const ONLY_ROOT = 0o500;
/** A process for each machine, and each starts another one. */
const PROCESSES_MS = 180_000;

const WORK = mkdtempSync(join(tmpdir(), 'pasidctl-nobody-'));
chmodSync(WORK, 0o755);
afterAll(() => rmSync(WORK, { recursive: true, force: true }), 60_000);

function restrict(root: string): void {
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && entry.name === 'config') truncateSync(path, CONFIG_BYTES);
    else if (/\/proc\/\d+\/fd(info)?$|\/acpi\/tables$/.test(path)) chmodSync(path, ONLY_ROOT);
  }
}

interface Document {
  readonly verdict: string;
  readonly findings: readonly { readonly state: string; readonly check: string }[];
}

test(
  'doctor as another user calls nothing fine that it could not read, on each given machine',
  async ({ skip }) => {
    const why = nobodyCannotRun();
    skip(why !== null, why ?? '');
    const answers = GIVEN.map((machine) => {
      const { root, file, words } = placed(WORK, machine);
      restrict(root);
      const { status, stdout, stderr } = cliAsNobody(['doctor', '-f', file, ...words, '-o', 'json']);
      expect(stderr, machine.name).toBe('');
      const { verdict, findings }: Document = JSON.parse(stdout);
      const told = findings.filter(({ state }) => state !== 'fine');
      const lines = told.map(({ state, check }) => `  ${state} ${check}`);
      return [`${machine.name}: ${verdict}, exit ${status}`, ...lines].join('\n');
    });
    await expect(`${answers.join('\n\n')}\n`).toMatchFileSnapshot('golden/another-user.txt');
  },
  PROCESSES_MS,
);
