#!/usr/bin/env node
/** The program: the real streams and environment around `runCli`. The only place that sets the exit code. */

import { isatty } from 'node:tty';
import { runCli } from './cli/args.ts';
import { EXIT } from './cli/exit-codes.ts';
import { reportBug } from './cli/report-bug.ts';
import type { Deps } from './cli/terminal.ts';
import { toAscii, wantsAscii } from './text/ascii.ts';

const deps: Deps = {
  terminal: {
    // Opened when it is first read: most commands do not use it.
    get stdin() {
      return process.stdin;
    },
    stdout: process.stdout,
    stderr: process.stderr,
    stdinIsTerminal: isatty(0),
    stdoutIsTerminal: process.stdout.isTTY === true,
    stderrIsTerminal: process.stderr.isTTY === true,
    columns: process.stdout.columns ?? process.stderr.columns ?? 80,
  },
  env: process.env,
  cwd: process.cwd(),
  pid: process.pid,
  now: () => new Date(),
  script: process.argv[1] ?? null,
};

/** Documents keep every character, as JSON spells it; whatever else is text. */
function writeAscii(stream: NodeJS.WriteStream): void {
  const write = stream.write.bind(stream) as (chunk: unknown, ...rest: unknown[]) => boolean;
  stream.write = (chunk: unknown, ...rest: unknown[]) =>
    write(typeof chunk === 'string' && !chunk.startsWith('{') ? toAscii(chunk) : chunk, ...rest);
}

if (wantsAscii(process.env)) for (const stream of [process.stdout, process.stderr]) writeAscii(stream);

let unwritten: NodeJS.ErrnoException | null = null;

/**
 * EPIPE is no error: the reader has closed the pipe (`pasidctl plan | head`). Others are reported when the command has ended, so
 * that a full disk does not cut off an apply.
 */
function noteWriteError(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') unwritten = error;
}

process.stdout.on('error', noteWriteError);
process.stderr.on('error', noteWriteError);
process.on('uncaughtException', (error) => process.exit(reportBug(error, deps)));

process.on('exit', () => {
  if (unwritten === null) return;
  process.stderr.write(`pasidctl: the output could not be written: ${unwritten.message}\n`);
  process.exitCode ||= EXIT.unwritten;
});

process.exitCode = await runCli(process.argv.slice(2), deps);
