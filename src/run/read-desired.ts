/** Read the spec that a command names, or end the command with everything that is wrong with it. */

import { EXIT } from '../cli/exit-codes.ts';
import { Stop } from '../cli/stop.ts';
import type { Deps } from '../cli/terminal.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { loadSpecs, NO_INPUT_CODES } from '../spec/load.ts';
import type { Desired } from './assess.ts';

export interface DesiredWithWarnings extends Desired {
  readonly warnings: readonly Diagnostic[];
}

/** @throws Stop: exit 66 when a file cannot be read, 65 when the spec has errors */
export async function readDesired(
  { files }: { readonly files: readonly string[] },
  { terminal }: Deps,
): Promise<DesiredWithWarnings> {
  const { spec, diagnostics, sources } = await loadSpecs(files, terminal);
  if (spec !== null) return { spec, sources, warnings: diagnostics };
  const missing = diagnostics.some(({ code }) => NO_INPUT_CODES.has(code));
  throw new Stop(missing ? EXIT.noInput : EXIT.badSpec, diagnostics, sources);
}
