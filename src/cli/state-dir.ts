/** The state folder: from the option, else from the environment, else the default of the backend. */

import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CommonOptions } from './options.ts';
import type { Deps } from './terminal.ts';

/** Absolute. */
export function stateDirOf({ stateDir, backend }: CommonOptions, { env, cwd }: Deps): string {
  if (stateDir !== null) return resolve(cwd, stateDir);
  if (backend !== 'sim') return '/var/lib/pasidctl';
  return join(env.XDG_STATE_HOME ?? join(env.HOME ?? homedir(), '.local', 'state'), 'pasidctl', 'sim');
}
