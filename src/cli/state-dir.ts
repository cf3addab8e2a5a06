/** The state folder: from the option, else from the environment, else the default of the backend. */

import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import type { CommonOptions } from './options.ts';
import type { Deps } from './terminal.ts';

/** Absolute. */
export function stateDirOf(
  { stateDir, backend }: Pick<CommonOptions, 'stateDir' | 'backend'>,
  { env, cwd }: Deps,
): string {
  if (stateDir !== null) return resolve(cwd, stateDir);
  if (backend !== 'sim') return '/var/lib/pasidctl';
  const home = absolute(env.HOME) ?? homedir();
  return join(absolute(env.XDG_STATE_HOME) ?? join(home, '.local', 'state'), 'pasidctl', 'sim');
}

/** Empty and relative paths count as unset. Source: XDG Base Directory Specification. */
function absolute(path: string | undefined): string | null {
  return path !== undefined && isAbsolute(path) ? path : null;
}
