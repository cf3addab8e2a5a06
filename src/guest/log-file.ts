/**
 * Reading a log file, also while it is written. Only whole lines are passed on: an unfinished one may end within a number.
 */

import type { Stats } from 'node:fs';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { type FileLoss, lossOfName, refuseOtherKinds } from './file-loss.ts';
import { findWriter, hasEnded, isWriting } from './log-writer.ts';

/** Follow a growing log until `stop`. */
export interface FollowLog {
  /** Reading ends after what is in the file then. */
  readonly stop: AbortSignal;
  /** Asked while nothing comes: why following is of no use any more; `null` when it is. */
  readonly isLost?: () => Error | null;
  /** Called once, when nothing has come for a while. */
  readonly onWait?: () => void;
}

/** The file that is read is not the log any more, or not all of it is there. */
export class LogLost extends Error {
  override readonly name = 'LogLost';
  readonly loss: FileLoss;

  constructor(loss: FileLoss) {
    super(`the log was ${loss}`);
    this.loss = loss;
  }
}

const CHUNK = 65_536;
const POLL_MS = 50;
/** Searching all processes costs more than a stat of the file. */
const POLLS_PER_SEARCH = 20;
/** Silence after which a person is told what is waited for. */
const POLLS_PER_WAIT = 20;
/** Longer text is passed on without waiting for the end of its line. */
const LONGEST_LINE = 65_536;
const LINE_FEED = 0x0a;
/** Read again with what follows: a log that was shortened and has grown past the same place has other bytes there. */
const TAIL_BYTES = 256;

/**
 * Pieces of the file, each ending at a line's end. Without `follow` they end where the file ended when it was opened. With it
 * they end at `stop`, or when the process that writes the file has closed it; without a visible writer only `stop` ends them.
 * A file that was renamed or removed is read on while its writer writes it.
 *
 * @throws the system's error, UnusableInput for a file that is not regular, LogLost when the file was shortened, or when its name
 *   leads elsewhere and nobody writes it any more but its writer may go on there
 */
export async function* logPieces(path: string, follow: FollowLog | null): AsyncGenerator<Uint8Array, void, undefined> {
  // O_NONBLOCK: opening a pipe would wait for its writer.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stat = await file.stat();
    refuseOtherKinds(stat);
    const source: Source =
      follow === null
        ? { file, end: stat.size, next: (position) => Promise.resolve(position < stat.size ? TRUNCATED : 'end') }
        : { file, end: Number.POSITIVE_INFINITY, next: growth({ file, path, stat }, follow) };
    yield* wholeLines(chunks(source));
  } finally {
    await file.close();
  }
}

/** What comes after all that is there. */
type Next = 'more' | 'end' | Error;

interface Source {
  readonly file: FileHandle;
  /** Nothing is read from here on. */
  readonly end: number;
  /** Waits at the end of what there is, at this position. */
  readonly next: (position: number) => Promise<Next>;
}

const TRUNCATED = new LogLost('truncated');

async function* chunks({ file, end, next }: Source): AsyncGenerator<Uint8Array, void, undefined> {
  let position = 0;
  let tail: Uint8Array = new Uint8Array();
  let state: Next = 'more';
  for (;;) {
    const from = position - tail.length;
    const { bytesRead, buffer } = await file.read(new Uint8Array(CHUNK), 0, Math.min(CHUNK, end - from), from);
    const found = buffer.subarray(0, bytesRead);
    if (Buffer.compare(found.subarray(0, tail.length), tail) !== 0) throw new LogLost('truncated');
    const fresh = found.subarray(tail.length);
    if (fresh.length > 0) {
      position += fresh.length;
      tail = found.slice(-TAIL_BYTES);
      yield fresh;
    } else if (state === 'more') {
      state = await next(position);
    } else if (state === 'end') {
      return;
    } else {
      throw state;
    }
  }
}

interface Followed {
  readonly file: FileHandle;
  readonly path: string;
  readonly stat: Stats;
}

function growth({ file, path, stat }: Followed, { stop, isLost, onWait }: FollowLog): Source['next'] {
  const writing = writingOf(path, stat);
  let silence = { position: -1, polls: 0 };
  return async (position) => {
    if ((await file.stat()).size < position) return new LogLost('truncated');
    // Asked first: memory may go together with the writer, and then all is well.
    const lost = isLost?.() ?? null;
    const next = stop.aborted ? 'end' : writing();
    if (next !== 'more') return next;
    if (lost !== null) return lost;
    silence = { position, polls: silence.position === position ? silence.polls + 1 : 0 };
    if (silence.polls === POLLS_PER_WAIT) onWait?.();
    await wait(POLL_MS, undefined, { signal: stop }).catch(() => undefined);
    return 'more';
  };
}

/** Whether the file is still written, asked again and again. */
function writingOf(path: string, stat: Stats): () => Next {
  let writer = findWriter(stat);
  let polls = 1;
  return () => {
    if (writer === null && polls++ % POLLS_PER_SEARCH === 0) writer = findWriter(stat);
    if (writer !== null && isWriting(writer, stat)) return 'more';
    const moved = lossOfName(path, stat);
    if (writer === null) return moved === null ? 'more' : new LogLost(moved);
    // A process that goes on may write to another file now.
    return moved === null || hasEnded(writer) ? 'end' : new LogLost(moved);
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
