/**
 * The QEMUs of the VM tests: the installed one, and one whose guests have first-stage tables.
 *
 * The second one is, in this order: the program that PASIDCTL_TEST_QEMU names; the newest that fetch-qemu.sh has put into
 * the cache; the installed one, when it can.
 */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { type VtdOptions, vtdOptions } from '../../support/vtd-options.ts';
import { cacheFolder, type Environment } from './cache-folder.ts';

/** What the paging tables are that a guest writes for its VT-d unit. */
export type GuestTables = 'first-stage' | 'second-stage';

/** Plain data, as all of this. */
export interface Qemu {
  readonly program: string;
  /** Options of its VT-d unit. */
  readonly unit: string;
}

export interface Qemus extends Record<GuestTables, Qemu | { readonly missing: string }> {}

export const INSTALLED_QEMU = 'qemu-system-x86_64';

/** `null`: the first one does not start. Throws when the second one was named or fetched, and will not do. */
export async function findQemus(installed: string, environment: Environment): Promise<Qemus | null> {
  const options = await ask(installed);
  if (options === null) return null;
  const own = { program: installed, unit: options.secondStage };
  const other = otherQemu(environment);
  const unit = (other === null ? options : await ask(other))?.firstStage ?? null;
  if (unit !== null) return { 'second-stage': own, 'first-stage': { program: other ?? installed, unit } };
  if (other !== null) throw new Error(`${other} is no QEMU that offers guests first-stage tables`);
  return { 'second-stage': own, 'first-stage': { missing: MISSING } };
}

const MISSING =
  'the installed QEMU does not offer them; npm run vm:qemu fetches one that does, PASIDCTL_TEST_QEMU names one';

/** `null`: there is no such program, or it does not start. */
async function ask(program: string): Promise<VtdOptions | null> {
  const help = await execa(program, ['-device', 'intel-iommu,help'], { stdin: 'ignore', reject: false });
  return help.exitCode === 0 ? vtdOptions(help.stdout) : null;
}

function otherQemu(environment: Environment): string | null {
  const named = environment.PASIDCTL_TEST_QEMU ?? '';
  return named === '' ? newestFetched(cacheFolder(environment)) : named;
}

function newestFetched(cache: string): string | null {
  if (!existsSync(cache)) return null;
  const fetched = readdirSync(cache).filter((name) => /^qemu-\d/.test(name));
  const newest = fetched.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
  return newest === undefined ? null : join(cache, newest, 'qemu-system-x86_64');
}
