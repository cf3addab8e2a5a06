/**
 * A world kept in a folder, so that the simulated machine lives on between commands, open files and all.
 *
 * `world.json` is two lines: a head with format, version and checksum, then the world. Writing is atomic: a reader sees the old
 * world or the new one.
 */

import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Host } from '../model/host.ts';
import type { Json } from './json-codec.ts';
import type { WorldOptions } from './make-world.ts';
import { createWorld, restoreWorld, type SimWorld } from './sim-world.ts';

const FORMAT = 'pasidctl-world';
const VERSION = 1;
const FILE_NAME = 'world.json';

/** A world file that cannot be used. */
export class WorldFileError extends Error {
  override readonly name = 'WorldFileError';
  readonly path: string;
  /** `damaged`: not what was written; `newer`: from a later version; `unreadable`, `unwritable`: the system refuses. */
  readonly reason: 'damaged' | 'newer' | 'unreadable' | 'unwritable';

  constructor(path: string, reason: WorldFileError['reason'], detail: string) {
    super(`${path}: ${detail}`);
    this.path = path;
    this.reason = reason;
  }
}

export type SavedWorld = SimWorld & { save(): void };

/**
 * The world in a folder, or a new one of `makeHost()` when there is none; nothing is written before `save`.
 * The folder is made when needed.
 *
 * @throws WorldFileError
 */
export function openWorld(dir: string, makeHost: () => Host, options: WorldOptions = {}): SavedWorld {
  const path = join(dir, FILE_NAME);
  const text = readIfThere(path);
  const world = text === null ? createWorld(makeHost(), options) : decodeWorld(path, text);
  return { ...world, save: () => writeWorld(dir, path, encodeWorld(world.toJson())) };
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new WorldFileError(path, 'unreadable', messageOf(error));
  }
}

function encodeWorld(world: Json): string {
  const body = JSON.stringify(world);
  return `${JSON.stringify({ format: FORMAT, version: VERSION, sha256: checksum(body) })}\n${body}\n`;
}

function decodeWorld(path: string, text: string): SimWorld {
  const [first = '', body = ''] = text.split('\n', 2);
  const head = readHead(path, first);
  if (head.version > VERSION) {
    throw new WorldFileError(path, 'newer', `version ${head.version}; this program knows ${VERSION}`);
  }
  if (head.sha256 !== checksum(body)) throw new WorldFileError(path, 'damaged', 'the checksum does not match');
  try {
    return restoreWorld(JSON.parse(body));
  } catch (error) {
    throw new WorldFileError(path, 'damaged', messageOf(error));
  }
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
  throw new WorldFileError(path, 'damaged', 'this is no world file');
}

/** Temporary file beside it, fsync, rename, fsync of the folder. */
function writeWorld(dir: string, path: string, text: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dir, { recursive: true });
    const fd = openSync(temporary, 'w', 0o600);
    try {
      writeAll(fd, Buffer.from(text));
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(temporary, path);
    syncFolder(dir);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new WorldFileError(path, 'unwritable', messageOf(error));
  }
}

function writeAll(fd: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done);
}

function syncFolder(dir: string): void {
  const fd = openSync(dir, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

function checksum(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
