/** The process as a command sees it: streams, environment and ids. `main.ts` builds the real one, tests build others. */

import type { Readable, Writable } from 'node:stream';

export interface Terminal {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly stdinIsTerminal: boolean;
  readonly stdoutIsTerminal: boolean;
  readonly stderrIsTerminal: boolean;
  /** Width of the terminal in characters; 80 where there is none. */
  readonly columns: number;
}

export interface Deps {
  readonly terminal: Terminal;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Working directory, against which relative paths are read. */
  readonly cwd: string;
  readonly pid: number;
  readonly now: () => Date;
  /** The file of this program, for a child process of it; `null` where it runs inside another program. */
  readonly script: string | null;
}

/** Data for the next program in the pipe. */
export function writeOut(deps: Deps, text: string): void {
  deps.terminal.stdout.write(text);
}

/** Everything else: diagnostics, progress, hints. */
export function writeErr(deps: Deps, text: string): void {
  deps.terminal.stderr.write(text);
}
