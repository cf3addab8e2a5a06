/** Where the paths of a source lead: relative ones from `cwd`, and `-` to standard input. */

import type { Readable } from 'node:stream';

export interface Inputs {
  /** Opened when it is read, so that commands that name files leave it alone. */
  readonly stdin: Readable;
  readonly cwd: string;
}
