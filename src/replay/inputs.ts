/** Files of the command line: paths are relative to `cwd`, and `-` is standard input. */

import type { Readable } from 'node:stream';

export interface Inputs {
  /** Opened only when it is read. */
  readonly stdin: Readable;
  readonly cwd: string;
}
