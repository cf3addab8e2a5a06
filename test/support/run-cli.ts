/** Runs the command line in-process, as a shell without a terminal would. */

import { Readable } from 'node:stream';
import { runCli } from '../../src/cli/args.ts';
import type { Deps } from '../../src/cli/terminal.ts';
import { Sink } from './sink.ts';

export interface CliOutput {
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliRun extends CliOutput {
  readonly exitCode: number;
}

export interface CliWorld {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly cwd?: string;
  readonly stdoutIsTerminal?: boolean;
  readonly stderrIsTerminal?: boolean;
  readonly columns?: number;
}

export async function cli(words: readonly string[], world: CliWorld = {}): Promise<CliRun> {
  const { deps, read } = cliDeps(world);
  const exitCode = await runCli(words, deps);
  return { exitCode, ...read() };
}

/** What a command gets, and a way to read what it wrote. */
export function cliDeps(world: CliWorld = {}): { readonly deps: Deps; readonly read: () => CliOutput } {
  const stdout = new Sink();
  const stderr = new Sink();
  const deps: Deps = {
    terminal: {
      stdin: Readable.from([world.stdin ?? '']),
      stdout,
      stderr,
      stdinIsTerminal: false,
      stdoutIsTerminal: world.stdoutIsTerminal ?? false,
      stderrIsTerminal: world.stderrIsTerminal ?? false,
      columns: world.columns ?? 100,
    },
    env: world.env ?? {},
    cwd: world.cwd ?? process.cwd(),
    pid: process.pid,
    now: () => new Date('2026-01-02T03:04:05Z'),
    script: null,
  };
  return { deps, read: () => ({ stdout: stdout.text, stderr: stderr.text }) };
}
