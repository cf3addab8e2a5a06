/**
 * A child process with a deadline that is kept even when the child waits in the kernel and cannot be killed.
 *
 * It runs in a session of its own, so that Ctrl-C at the terminal does not interrupt it in the middle of a write.
 */

import { ERRNO } from '../uapi/errno.ts';

export interface ChildResult {
  /** Exit code 0. */
  readonly ok: boolean;
  /** The program was not found. */
  readonly missing: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ChildRequest {
  readonly program: string;
  readonly args: readonly string[];
  readonly deadlineMs: number;
}

/** How the child ended; −ETIMEDOUT after the deadline: then SIGKILL is sent, and the child ends when the kernel lets it. */
export async function runChild({ program, args, deadlineMs }: ChildRequest): Promise<ChildResult | number> {
  // Imported here, since most runs write nothing and execa takes long to load.
  const { execa } = await import('execa');
  const child = execa(program, args, {
    reject: false,
    detached: true,
    stdin: 'ignore',
    maxBuffer: 65_536,
    env: { LC_ALL: 'C', NODE_OPTIONS: '', PATH: `${process.env.PATH ?? ''}:/usr/sbin:/sbin:/usr/bin:/bin` },
  });
  const done = child.then((result) => ({
    ok: result.exitCode === 0,
    missing: result.code === 'ENOENT',
    stdout: String(result.stdout ?? ''),
    stderr: String(result.stderr ?? ''),
  }));
  const deadline = timer(deadlineMs);
  const first = await Promise.race([done, deadline.passed]);
  deadline.cancel();
  if (first !== 'late') return first;
  child.kill('SIGKILL');
  child.stdout.destroy();
  child.stderr.destroy();
  child.unref();
  return -ERRNO.ETIMEDOUT;
}

function timer(ms: number): { readonly passed: Promise<'late'>; cancel(): void } {
  let handle: NodeJS.Timeout | undefined;
  const passed = new Promise<'late'>((resolve) => {
    handle = setTimeout(() => resolve('late'), ms);
  });
  return { passed, cancel: () => clearTimeout(handle) };
}
