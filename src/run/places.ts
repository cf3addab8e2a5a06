/** The folders that a request names, checked before anything is read in them. */

import { type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import { Refusal } from '../diagnostics/refusal.ts';
import { errnoNameOf, fileFault } from '../files/file-fault.ts';
import { kindWords } from '../files/file-kind.ts';
import type { MachineRequest } from './machine-request.ts';

/** @throws Refusal `usage` when `root` has no machine, or the state folder is not a folder */
export function checkPlaces({ root, backend, machine, stateDir }: MachineRequest): void {
  if (backend === 'kernel' && machine === null) checkRoot(root);
  checkStateDir(stateDir);
}

function checkRoot(root: string): void {
  const fault = notAFolder(root);
  if (fault !== null) throw wrongRoot(`the root ${root} cannot be read: ${fault}`);
  if (['sys', 'proc'].some((name) => notAFolder(join(root, name)) === null)) return;
  throw wrongRoot(`the root ${root} has neither sys nor proc, so no machine can be read there`);
}

function wrongRoot(message: string): Refusal {
  return new Refusal('usage', [diagnostic('USAGE_ROOT_NO_MACHINE', message)]);
}

/** A folder that does not exist is made later; a missing permission is told where a file is read. */
export function checkStateDir(stateDir: string): void {
  const found = look(stateDir);
  if (found instanceof Error ? errnoNameOf(found) !== 'ENOTDIR' : found.isDirectory()) return;
  const words = found instanceof Error ? fileFault(found).words : `it is ${kindWords(found)}`;
  const message = `the state folder ${stateDir} cannot be used: ${words}`;
  throw new Refusal('usage', [diagnostic('USAGE_STATE_DIR_NO_FOLDER', message)]);
}

export function isThere(path: string): boolean {
  return !(look(path) instanceof Error);
}

/** Why the path is not a folder; `null` when it is one. */
function notAFolder(path: string): string | null {
  const found = look(path);
  if (found instanceof Error) return fileFault(found).words;
  return found.isDirectory() ? null : `it is ${kindWords(found)}`;
}

function look(path: string): Stats | Error {
  try {
    return statSync(path);
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}
