/**
 * Whole files, read within a limit. What has no end or no content of its own is refused by its kind before it is opened: opening
 * a device can have effects, and opening a FIFO waits.
 */

import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { formatBytes } from '../text/amounts.ts';
import { FileError } from './file-fault.ts';
import { demandRegular } from './file-kind.ts';

/** The name of standard input in messages. */
export const STDIN_NAME = '<stdin>';

const READ = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY;

/** How long nothing may come before that is said. */
const QUIET_MS = 1000;

/** Limit of files in the state folder: Node's longest text has 2^29 − 24 characters. */
export const MOST_BYTES: number = 500 << 20;

const CHUNK_BYTES = 1 << 20;

/** A file of ours alone: regular, and no link. @throws FileError, or the system’s error */
export function readOwnFile(path: string, limitBytes: number): Buffer {
  const fd = openSync(path, READ | constants.O_NOFOLLOW);
  try {
    return readRegular(fd, limitBytes);
  } finally {
    closeSync(fd);
  }
}

/** The first bytes of a file of ours alone; fewer where it has fewer. @throws FileError, or the system’s error */
export function readStart(path: string, bytes: number): Buffer {
  const fd = openSync(path, READ | constants.O_NOFOLLOW);
  try {
    demandRegular(fstatSync(fd));
    const start = Buffer.alloc(bytes);
    return start.subarray(0, readSync(fd, start));
  } finally {
    closeSync(fd);
  }
}

export interface WholeFileOptions {
  readonly limitBytes: number;
  /** A FIFO is read to its end, as a stream is; else it is refused. */
  readonly fifo?: boolean;
  /** Told once, when nothing has come from a stream for a second. */
  readonly waiting?: (() => void) | undefined;
  /** Ends the wait for a stream. */
  readonly signal?: AbortSignal | undefined;
}

/** A file that the operator named; links are followed. @throws FileError, or the system’s error */
export async function readWholeFile(path: string, options: WholeFileOptions): Promise<Buffer> {
  const stats = statSync(path);
  if (stats.isFIFO() && options.fifo === true) return readFifo(path, options);
  demandRegular(stats);
  const fd = openSync(path, READ);
  try {
    return readRegular(fd, options.limitBytes);
  } finally {
    closeSync(fd);
  }
}

/** @throws FileError, or what the stream throws */
export async function readWholeStream(
  stream: AsyncIterable<Uint8Array | string>,
  { limitBytes, waiting, signal }: WholeFileOptions,
): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  const chunks = stream[Symbol.asyncIterator]();
  const stopped = abortOf(signal);
  const quiet = setTimeout(() => waiting?.(), QUIET_MS);
  try {
    for (;;) {
      const { done = false, value } = await Promise.race([chunks.next(), stopped.promise]);
      clearTimeout(quiet);
      if (done) return Buffer.concat(parts);
      const part = Buffer.from(value);
      parts.push(part);
      length += part.length;
      if (length > limitBytes) throw tooLarge(limitBytes);
    }
  } finally {
    clearTimeout(quiet);
    stopped.release();
    // Not awaited: a generator that waits for more does not end before it comes.
    void chunks.return?.();
  }
}

/**
 * Opened without waiting, and read when the kernel says that something is there: a thread that waits in open(2) could not be
 * called back. A FIFO that no process has opened for writing yet is not at its end. Source: fifo_open, pipe_poll (7.3).
 */
async function readFifo(path: string, options: WholeFileOptions): Promise<Buffer> {
  const fd = openSync(path, READ);
  // Only FIFOs need it, and it is large.
  const { Socket } = await import('node:net');
  const socket = new Socket({ fd, readable: true, writable: false });
  try {
    return await readWholeStream(socket, options);
  } finally {
    socket.destroy();
  }
}

function abortOf(signal: AbortSignal | undefined): { readonly promise: Promise<never>; release(): void } {
  let stop = (): void => {};
  const promise = new Promise<never>((_, reject) => {
    stop = () => reject(new FileError('a signal came before its end', 'Give it again when it can be read to its end.'));
  });
  // Nobody may be waiting when the signal comes.
  promise.catch(() => {});
  if (signal?.aborted === true) stop();
  signal?.addEventListener('abort', stop);
  return { promise, release: () => signal?.removeEventListener('abort', stop) };
}

/** One byte more than the limit is asked for: files of /proc have no size. */
function readRegular(fd: number, limitBytes: number): Buffer {
  const stats = fstatSync(fd);
  demandRegular(stats);
  if (stats.size > limitBytes) throw tooLarge(limitBytes);
  const parts: Buffer[] = [];
  for (let length = 0; length <= limitBytes; ) {
    const part = Buffer.allocUnsafe(Math.min(Math.max(stats.size - length, 0) + 4096, CHUNK_BYTES));
    const read = readSync(fd, part);
    if (read === 0) return Buffer.concat(parts);
    parts.push(part.subarray(0, read));
    length += read;
  }
  throw tooLarge(limitBytes);
}

function tooLarge(limitBytes: number): FileError {
  return new TooLargeError(limitBytes);
}

export class TooLargeError extends FileError {
  constructor(limitBytes: number) {
    super(`it is larger than ${formatBytes(BigInt(limitBytes))}`, 'Check the path, or split the file.');
  }
}
