/** Read the spec, with a Refusal that has all of its errors. */

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { Refusal } from '../diagnostics/refusal.ts';
import type { SourceMap } from '../model/source.ts';
import type { Spec } from '../model/spec.ts';
import { type LoadDeps, loadSpecs, NO_INPUT_CODES } from '../spec/load.ts';
import type { SpecInput, SpecReading } from '../spec/read-spec.ts';

/** A spec that was read without errors. */
export interface Desired {
  readonly spec: Spec;
  /** The text that it was read from, for a saved plan. */
  readonly inputs: readonly SpecInput[];
  readonly sources: SourceMap;
  readonly warnings: readonly Diagnostic[];
  /** Said beside the spec, never in it: that it asks for nothing is meant, and everything held may go. */
  readonly allowEmpty: boolean;
}

export interface DesiredRequest {
  /** Files, folders, and `-` for standard input. */
  readonly paths: readonly string[];
  readonly allowEmpty: boolean;
}

/** @throws Refusal: `no-input` when a file cannot be read, `bad-spec` when the spec has errors */
export async function readDesired({ paths, allowEmpty }: DesiredRequest, input: LoadDeps): Promise<Desired> {
  return desiredOf(await loadSpecs(paths, input), allowEmpty);
}

/** @throws Refusal, as {@link readDesired} */
export function desiredOf({ spec, inputs, diagnostics, sources }: SpecReading, allowEmpty: boolean): Desired {
  if (spec !== null) return { spec, inputs, sources, warnings: diagnostics, allowEmpty };
  const missing = diagnostics.some(({ code }) => NO_INPUT_CODES.has(code));
  throw new Refusal(missing ? 'no-input' : 'bad-spec', diagnostics, sources);
}
