/** File descriptors and open file descriptions: dup shares one description, and its last fd closes it. */

import { giveBackId, takeId } from './free-ids.ts';
import type { OpenFile, World } from './world.ts';

/** A new fd, the lowest free one, on a new description. Undone by: dropFd. */
export function installFile(world: World, file: OpenFile): number {
  const number = world.nextNumber++;
  world.files.set(number, file);
  return installFd(world, number);
}

/** A new fd on the description of another; `null` when that is not open. Undone by: dropFd. */
export function duplicateFd(world: World, fd: number): number | null {
  const number = world.fds.get(fd);
  return number === undefined ? null : installFd(world, number);
}

export function fileAt(world: World, fd: number): OpenFile | null {
  const number = world.fds.get(fd);
  return number === undefined ? null : (world.files.get(number) ?? null);
}

/**
 * Remove an fd. Returns the description when this was its last fd, so that the caller releases what it holds; `null` when other
 * fds remain; `undefined` when the fd was not open.
 */
export function dropFd(world: World, fd: number): OpenFile | null | undefined {
  const number = world.fds.get(fd);
  const file = number === undefined ? undefined : world.files.get(number);
  if (number === undefined || file === undefined) return undefined;
  world.fds.delete(fd);
  giveBackId(world.fdNumbers, fd);
  file.references -= 1;
  if (file.references > 0) return null;
  world.files.delete(number);
  return file;
}

function installFd(world: World, number: number): number {
  const fd = takeId(world.fdNumbers);
  world.fds.set(fd, number);
  const file = world.files.get(number);
  if (file !== undefined) file.references += 1;
  return fd;
}
