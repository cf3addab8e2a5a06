/** Where what the VM tests build and fetch is kept. */

import { homedir } from 'node:os';
import { join } from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

export function cacheFolder({ XDG_CACHE_HOME }: Environment): string {
  const configured = XDG_CACHE_HOME ?? '';
  return join(configured === '' ? join(homedir(), '.cache') : configured, 'pasidctl');
}
