/** Whether users besides root and the caller can change the state folder. */

import { lstatSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { quietly } from '../files/quietly.ts';

/** @param stateDir  absolute */
export function unsafeFolder(stateDir: string): readonly Diagnostic[] {
  const folder = quietly(() => statSync(stateDir));
  if (folder === null) return [];
  return [...ownerFaults(folder), ...linkFaults(stateDir)].map((fault) =>
    diagnostic('STATE_FOLDER_UNSAFE', `the state folder ${stateDir} ${fault}`),
  );
}

function ownerFaults(folder: Stats): string[] {
  return [
    ...(isTrusted(folder) ? [] : [`belongs to another user, with the number ${folder.uid}`]),
    ...((folder.mode & OTHERS_WRITE) === 0 ? [] : ['can be written to by everybody']),
    ...((folder.mode & GROUP_WRITES) === 0 || isTrustedGroup(folder)
      ? []
      : [`can be written to by the group with the number ${folder.gid}`]),
  ];
}

const OTHERS_WRITE = 0o002;
const GROUP_WRITES = 0o020;

/** A link to the folder itself, or one above it that another user made. */
function linkFaults(stateDir: string): string[] {
  for (let path = stateDir; path !== dirname(path); path = dirname(path)) {
    const found = quietly(() => lstatSync(path));
    if (found?.isSymbolicLink() === true && (path === stateDir || !isTrusted(found)))
      return [`is reached through the symbolic link ${path}`];
  }
  return [];
}

/** The caller's, or root's: root can change everything anyway. */
function isTrusted({ uid }: Stats): boolean {
  return uid === 0 || uid === process.geteuid?.();
}

/** The caller's own group is often private to him, and the default umask lets it write. */
function isTrustedGroup({ gid }: Stats): boolean {
  return gid === 0 || gid === process.getegid?.();
}
