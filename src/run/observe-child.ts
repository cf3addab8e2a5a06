/** The child process that reads a machine for `observe-apart.ts`, which says what the two tell each other. */

import { writeSync } from 'node:fs';
import { serialize } from 'node:v8';
import { diskTree } from '../host/disk-tree.ts';
import { observe } from '../host/observe.ts';
import { watchedTree } from '../host/watched-tree.ts';
import type { Host } from '../model/host.ts';

export interface ChildTask {
  readonly root: string;
  readonly files: readonly string[];
  readonly skip: readonly string[];
  /** When no more processes are looked at: milliseconds since 1970. */
  readonly deadline: number;
}

/** The file descriptor of the record of the read that is under way. */
const PROGRESS_FD = 3;

/** Bytes of the record: a number that grows with each read, a space, the path, and zeros. */
export const RECORD_BYTES = 4160;

/** What the child found, as `v8.serialize` writes it. */
export interface ChildAnswer {
  readonly host: Host;
  /** The time was up before every process was looked at. */
  readonly late: boolean;
}

/** A {@link ChildAnswer}. */
export function observeAsChild({ root, files, skip, deadline }: ChildTask): Uint8Array {
  const record = Buffer.alloc(RECORD_BYTES);
  let reads = 0;
  let before = 0;
  const begins = (path: string): void => {
    reads += 1;
    const length = record.write(`${reads} ${path}`);
    if (length < before) record.fill(0, length, before);
    writeSync(PROGRESS_FD, record, 0, Math.max(length, before), 0);
    before = length;
  };
  let late = false;
  const isLate = (): boolean => {
    late ||= Date.now() > deadline;
    return late;
  };
  const host = observe(watchedTree(diskTree(root), { begins, skip: new Set(skip), isLate }), { files });
  const answer: ChildAnswer = { host, late };
  return serialize(answer);
}
