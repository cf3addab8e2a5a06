/** Read the spec that is asked for, or refuse with everything that is wrong with it. */

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { Refusal } from '../diagnostics/refusal.ts';
import type { SourceMap } from '../model/source.ts';
import type { Spec } from '../model/spec.ts';
import { type LoadDeps, loadSpecs, NO_INPUT_CODES } from '../spec/load.ts';

/** A spec that was read without errors. */
export interface Desired {
  readonly spec: Spec;
  readonly sources: SourceMap;
  readonly warnings: readonly Diagnostic[];
}

/**
 * @param paths  files, folders, and `-` for standard input
 * @throws Refusal: `no-input` when a file cannot be read, `bad-spec` when the spec has errors
 */
export async function readDesired(paths: readonly string[], input: LoadDeps): Promise<Desired> {
  const { spec, diagnostics, sources } = await loadSpecs(paths, input);
  if (spec !== null) return { spec, sources, warnings: diagnostics };
  const missing = diagnostics.some(({ code }) => NO_INPUT_CODES.has(code));
  throw new Refusal(missing ? 'no-input' : 'bad-spec', diagnostics, sources);
}
