/** The spec that -f names, for every command that reads one. */

import { type Desired, readDesired } from '../run/read-desired.ts';
import { refusePlanAsSpec } from './mixed-up.ts';
import { givenFile, specInputs } from './requests.ts';
import type { Deps } from './terminal.ts';

export interface NamedSpec {
  /** As typed: files, folders and `-`. */
  readonly files: readonly string[];
  readonly allowEmpty: boolean;
}

/**
 * @param signal  ends the wait for a stream
 * @throws Refusal: `usage` for a saved plan, `no-input` when a file cannot be read, `bad-spec` when the spec has errors
 */
export async function readNamedSpec(
  { files, allowEmpty }: NamedSpec,
  deps: Deps,
  signal?: AbortSignal,
): Promise<Desired> {
  refusePlanAsSpec(files.map((file) => givenFile(file, deps)));
  return await readDesired({ paths: files, allowEmpty }, specInputs(deps, signal));
}
