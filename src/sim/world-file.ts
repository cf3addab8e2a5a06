/**
 * A world kept in a folder, so that the simulated machine continues from one command to the next, open files included.
 *
 * `world.json` is three lines: a head with format, version and checksum, the world, and a note of the caller. Writing is
 * atomic: a reader sees the old world with its old note, or the new world with its new note.
 */

import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { writeAtomically } from '../files/atomic-file.ts';
import { errnoNameOf, type FileFault, fileFault } from '../files/file-fault.ts';
import { makeFolder } from '../files/folder.ts';
import { MOST_BYTES, readOwnFile } from '../files/read-whole.ts';
import type { Host } from '../model/host.ts';
import { createWorld, restoreWorld, type SimWorld } from './sim-world.ts';
import type { Json } from './state/json-codec.ts';
import type { WorldOptions } from './state/make-world.ts';

const FORMAT = 'pasidctl-world';
const VERSION = 1;
export const WORLD_NAME = 'world.json';

/** A world file that cannot be used. */
export class WorldFileError extends Error {
  override readonly name = 'WorldFileError';
  readonly path: string;
  /**
   * `damaged`: the checksum or the format is wrong; `newer`: from a later version; `unreadable`, `unwritable`: a system call
   * fails.
   */
  readonly reason: 'damaged' | 'newer' | 'unreadable' | 'unwritable';
  /** What the system says, where it refuses. */
  readonly fault: FileFault | null;

  constructor(path: string, reason: WorldFileError['reason'], detail: string, fault: FileFault | null = null) {
    super(`${path}: ${detail}`);
    this.fault = fault;
    this.path = path;
    this.reason = reason;
  }
}

export type SavedWorld = SimWorld & {
  /** The note given to the last save, such as a ledger of what is held in this world; null in a new world. */
  readonly note: string | null;
  /** Read from the file; what stands there may be none that we wrote. */
  readonly isFromFile: boolean;
  /** Writes world and note in one step, so that they always match. */
  save(note?: string | null): void;
};

/**
 * The world in a folder, or a new one of `makeHost()` when there is none; nothing is written before `save`.
 * Makes the folder when it does not exist.
 *
 * @throws WorldFileError
 */
export function openWorld(dir: string, makeHost: () => Host, options: WorldOptions = {}): SavedWorld {
  const path = join(dir, WORLD_NAME);
  const text = readIfThere(path);
  const { world, note } =
    text === null ? { world: createWorld(makeHost(), options), note: null } : decodeWorld(path, text);
  return {
    ...world,
    note,
    isFromFile: text !== null,
    save: (newNote = note) => writeWorld(dir, path, encodeWorld(world.toJson(), newNote)),
  };
}

function readIfThere(path: string): string | null {
  try {
    return readOwnFile(path, MOST_BYTES).toString();
  } catch (error) {
    if (errnoNameOf(error) === 'ENOENT') return null;
    throw systemRefuses(path, 'unreadable', error);
  }
}

function encodeWorld(world: Json, note: string | null): string {
  const body = `${JSON.stringify(world)}\n${JSON.stringify(note)}`;
  return `${JSON.stringify({ format: FORMAT, version: VERSION, sha256: checksum(body) })}\n${body}\n`;
}

function decodeWorld(path: string, text: string): { readonly world: SimWorld; readonly note: string | null } {
  const [first = '', world = '', note = ''] = text.split('\n', 3);
  const body = `${world}\n${note}`;
  const head = readHead(path, first);
  if (head.version > VERSION) {
    throw new WorldFileError(
      path,
      'newer',
      `the file has version ${head.version}, and this program reads version ${VERSION}`,
    );
  }
  if (head.sha256 !== checksum(body)) throw new WorldFileError(path, 'damaged', 'the checksum does not match');
  try {
    return { world: restoreWorld(JSON.parse(world)), note: noteOf(JSON.parse(note)) };
  } catch (error) {
    throw new WorldFileError(path, 'damaged', messageOf(error));
  }
}

function noteOf(value: unknown): string | null {
  if (value === null || typeof value === 'string') return value;
  throw new TypeError('the note is no text');
}

function readHead(path: string, line: string): { version: number; sha256: string } {
  let head: unknown;
  try {
    head = JSON.parse(line);
  } catch (error) {
    throw new WorldFileError(path, 'damaged', messageOf(error));
  }
  if (typeof head === 'object' && head !== null && 'format' in head && head.format === FORMAT) {
    const version = 'version' in head ? head.version : null;
    const sha256 = 'sha256' in head ? head.sha256 : null;
    if (typeof version === 'number' && typeof sha256 === 'string') return { version, sha256 };
  }
  throw new WorldFileError(path, 'damaged', 'the file is not a world file');
}

function writeWorld(dir: string, path: string, text: string): void {
  try {
    makeFolder(resolve(dir));
    writeAtomically(path, text);
  } catch (error) {
    throw systemRefuses(path, 'unwritable', error);
  }
}

function systemRefuses(path: string, reason: 'unreadable' | 'unwritable', error: unknown): WorldFileError {
  const fault = fileFault(error);
  return new WorldFileError(path, reason, fault.words, fault);
}

function checksum(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
