/** Read the spec that a command names, or end the command with everything that is wrong with it. */

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Desired } from './assess.ts';
import type { OutputOptions } from './options.ts';
import type { Deps } from './terminal.ts';

export interface DesiredWithWarnings extends Desired {
  readonly warnings: readonly Diagnostic[];
}
