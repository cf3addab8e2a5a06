/** Runs the command line in-process, as a shell without a terminal would. */

import { PassThrough, Readable } from 'node:stream';
import { runCli } from '../../src/cli/args.ts';
import type { Deps } from '../../src/cli/terminal.ts';

export interface CliRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliWorld {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly cwd?: string;
  readonly stdoutIsTerminal?: boolean;
}

export async function cli(words: readonly string[], world: CliWorld = {}): Promise<CliRun> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const deps: Deps = {
    terminal: {
      stdin: Readable.from([world.stdin ?? '']),
      stdout,
      stderr,
      stdinIsTerminal: false,
      stdoutIsTerminal: world.stdoutIsTerminal ?? false,
      stderrIsTerminal: false,
      columns: 100,
    },
    env: world.env ?? {},
    cwd: world.cwd ?? process.cwd(),
    pid: 4711,
    now: () => new Date('2026-01-02T03:04:05Z'),
  };
  const exitCode = await runCli(words, deps);
  return { exitCode, stdout: String(stdout.read() ?? ''), stderr: String(stderr.read() ?? '') };
}
