/** Files of the command line: paths are relative to `cwd`, and `-` is standard input. */

import type { Readable } from 'node:stream';

export interface Inputs {
  /** Opened only when it is read. */
  readonly stdin: Readable;
  readonly cwd: string;
  /** Called with what is waited for, when nothing has come for a while; `null` where nobody would read it. */
  readonly onWait: ((what: string) => void) | null;
}
