/**
 * Reading a log file, also while it is written. Only whole lines are passed on: an unfinished one may end within a number.
 */

import type { Stats } from 'node:fs';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { findWriter, isWriting } from './log-writer.ts';

/** Follow a growing log until `stop`. */
export interface FollowLog {
  /** Reading ends after what is in the file then. */
  readonly stop: AbortSignal;
}

const CHUNK = 65_536;
const POLL_MS = 50;
/** Searching all processes costs more than a stat of the file. */
const POLLS_PER_SEARCH = 20;
/** Longer text is passed on without waiting for the end of its line. */
const LONGEST_LINE = 65_536;
const LINE_FEED = 0x0a;

/**
 * Pieces of the file, each ending at a line's end. With `follow` they end at `stop`, when the process that writes the file has
 * closed it, or when the file is shortened. Without a visible writer only the latter two end them.
 *
 * @throws the system's error, or one for a file that is not regular
 */
export async function* logPieces(path: string, follow: FollowLog | null): AsyncGenerator<Uint8Array, void, undefined> {
  // O_NONBLOCK: opening a pipe would wait for its writer.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw new Error('it is not a regular file');
    const goesOn = follow === null ? () => Promise.resolve(false) : growth(file, stat, follow.stop);
    yield* wholeLines(chunks(file, goesOn));
  } finally {
    await file.close();
  }
}

/** Waits at the end of the file; false when nothing more will be written. */
type GoesOn = (position: number) => Promise<boolean>;

async function* chunks(file: FileHandle, goesOn: GoesOn): AsyncGenerator<Uint8Array, void, undefined> {
  let position = 0;
  let mayGrow = true;
  for (;;) {
    const { bytesRead, buffer } = await file.read(new Uint8Array(CHUNK), 0, CHUNK, position);
    if (bytesRead > 0) yield buffer.subarray(0, bytesRead);
    else if (!mayGrow) return;
    else mayGrow = await goesOn(position);
    position += bytesRead;
  }
}

function growth(file: FileHandle, stat: Stats, stop: AbortSignal): GoesOn {
  let writer = findWriter(stat);
  let polls = 1;
  return async (position) => {
    if (stop.aborted || (await file.stat()).size < position) return false;
    if (writer === null && polls++ % POLLS_PER_SEARCH === 0) writer = findWriter(stat);
    if (writer !== null && !isWriting(writer, stat)) return false;
    await wait(POLL_MS, undefined, { signal: stop }).catch(() => undefined);
    return true;
  };
}

async function* wholeLines(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  let open = new Uint8Array();
  for await (const piece of pieces) {
    const lineEnd = piece.lastIndexOf(LINE_FEED) + 1;
    const end = lineEnd === 0 && open.length > LONGEST_LINE ? piece.length : lineEnd;
    if (end > 0) yield Buffer.concat([open, piece.subarray(0, end)]);
    open = Buffer.concat([end > 0 ? new Uint8Array() : open, piece.subarray(end)]);
  }
}
