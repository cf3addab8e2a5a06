/**
 * Reading a machine in a process of its own. A read that waits in the kernel cannot be broken off: a device that does not wake up, a
 * file system whose server is gone. The child writes which path it reads into a file that both have open; when one read lasts too
 * long, the child is left to the kernel and another one reads everything else. What was not read is unknown.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize } from 'node:v8';
import { processStat } from '../files/process-stat.ts';
import type { Host } from '../model/host.ts';
import { type ChildAnswer, type ChildTask, RECORD_BYTES } from './observe-child.ts';

/** How a child of this program is started: it calls {@link observeAsChild} with the task in its last word. */
export interface Observer {
  readonly program: string;
  readonly args: readonly string[];
}

export interface Limits {
  /** A read that lasts so long does not come back. */
  readonly readMs: number;
  /** After so long the child looks at no more processes. */
  readonly totalMs: number;
}

export const LIMITS: Limits = { readMs: 1000, totalMs: 3500 };

export interface ObservedApart {
  /** `null` when so many reads did not come back that the machine was not read. */
  readonly host: Host | null;
  /** Paths whose read did not come back. */
  readonly hung: readonly string[];
  /** The time was up before every process was looked at. */
  readonly late: boolean;
}

/** Each takes its time, and there may be any number. */
const MOST_HUNG = 8;

/** `null` when no child could do it, and nothing is known to hang. */
export async function observeApart(
  observer: Observer,
  { root, files }: Pick<ChildTask, 'root' | 'files'>,
  { readMs, totalMs }: Limits = LIMITS,
): Promise<ObservedApart | null> {
  const deadline = Date.now() + totalMs;
  const hung: string[] = [];
  for (;;) {
    const answer = await readOnce(observer, { root, files, skip: hung, deadline }, readMs);
    if (answer === null) return hung.length === 0 ? null : { host: null, hung, late: false };
    if (!('hung' in answer)) return { ...answer, hung };
    const again = hung.includes(answer.hung);
    if (!again) hung.push(answer.hung);
    if (again || hung.length >= MOST_HUNG) return { host: null, hung, late: false };
  }
}

type Answer = ChildAnswer | { readonly hung: string };

async function readOnce(observer: Observer, task: ChildTask, readMs: number): Promise<Answer | null> {
  const progress = sharedFile();
  if (progress === null) return null;
  const child = spawn(observer.program, [...observer.args, JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'ignore', progress],
  });
  try {
    return await Promise.race([hostOf(child), hungPath(child, progress, readMs)]);
  } finally {
    child.kill('SIGKILL');
    child.stdout?.destroy();
    child.unref();
    closeSync(progress);
  }
}

/** A file without a name, which child and parent have open; `null` when none can be made. */
function sharedFile(): number | null {
  const path = join(tmpdir(), `pasidctl-${process.pid}-${Math.random().toString(36).slice(2)}`);
  try {
    const fd = openSync(path, 'wx+', 0o600);
    unlinkSync(path);
    return fd;
  } catch {
    return null;
  }
}

function hostOf(child: ChildProcess): Promise<Answer | null> {
  const chunks: Uint8Array[] = [];
  child.stdout?.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  return new Promise((resolve) => {
    child.on('error', () => resolve(null));
    // What our own program wrote; a child that failed wrote nothing whole.
    child.on('close', (code) => resolve(code === 0 ? (deserialize(Buffer.concat(chunks)) as ChildAnswer) : null));
  });
}

/** Resolves when one read has lasted too long, and the child waits for it rather than for a processor. */
function hungPath(child: ChildProcess, progress: number, readMs: number): Promise<Answer> {
  let last = '';
  let since = Date.now();
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      const record = recordIn(progress);
      if (record !== last || record === '' || !isWaiting(child.pid)) [last, since] = [record, Date.now()];
      if (Date.now() - since < readMs) return;
      clearInterval(timer);
      resolve({ hung: record.slice(record.indexOf(' ') + 1) });
    }, 50);
    child.on('close', () => clearInterval(timer));
    child.on('error', () => clearInterval(timer));
  });
}

function recordIn(progress: number): string {
  const bytes = Buffer.alloc(RECORD_BYTES);
  const length = readSync(progress, bytes, 0, RECORD_BYTES, 0);
  const text = bytes.toString('utf8', 0, length);
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
}

/** State `R` in /proc/PID/stat: it would go on if there were a processor for it. */
function isWaiting(pid: number | undefined): boolean {
  const stat = pid === undefined ? null : processStat(pid);
  return stat !== null && stat.state !== 'R';
}
