/**
 * Processes that have a block device open, such as a virtual machine on a raw disk or `dd`. Nothing else in /sys or /proc
 * shows such a use.
 */

import type { OpenFile } from './open-files.ts';

/** @param aliases  number (`259:2`) or path (`/dev/nvme0n1p2`) → name of the block device */
export function* diskOpeners(
  files: readonly OpenFile[],
  aliases: ReadonlyMap<string, string>,
): Generator<readonly [name: string, file: OpenFile]> {
  for (const file of files) {
    // A device file has a number of its own kind: `char 259:2` is no disk.
    const name = aliases.get(file.device === null ? file.path : (/^block (.+)$/.exec(file.device)?.[1] ?? ''));
    if (name !== undefined) yield [name, file];
  }
}
