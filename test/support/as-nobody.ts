/** Runs the built program as a user that owns nothing. Needs root. */

import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const NOBODY = 65_534;
const PROGRAM = fileURLToPath(new URL('../../dist/pasidctl.js', import.meta.url));

function nodeAsNobody(words: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, words, {
    ...{ cwd: '/', encoding: 'utf8', env: { PASIDCTL_STATE_DIR: '/nonexistent/pasidctl', LC_ALL: 'C' } },
    ...{ uid: NOBODY, gid: NOBODY },
  });
}

/** `null` when it can run; otherwise why not. */
export function nobodyCannotRun(): string | null {
  if (process.getuid?.() !== 0) return 'to run as another user needs root';
  const { status } = nodeAsNobody(['-e', 'require("node:fs").accessSync(process.argv[1])', PROGRAM]);
  return status === 0 ? null : 'another user may not reach Node or the checkout';
}

export function cliAsNobody(words: readonly string[]): SpawnSyncReturns<string> {
  return nodeAsNobody([PROGRAM, ...words]);
}
