/**
 * Disks that the host uses: mounted, used as swap, held by device mapper, RAID or the like, or opened by a process.
 *
 * /sys/class/block/<name> links to the disk below its PCI function. A stacked device (dm-0, md0) lists the devices below it in
 * …/slaves. An NVMe disk with several paths is below its subsystem instead, which lists its controllers.
 */

import type { Bdf } from '../model/bdf.ts';
import type { Use } from '../model/use.ts';
import { addressesIn } from './bridge.ts';
import { diskOpeners } from './disk-openers.ts';
import { type Mount, parseMounts, parseSwaps } from './mounts.ts';
import type { OpenFile } from './open-files.ts';
import type { SysTree } from './sys-tree.ts';

const BLOCK = '/sys/class/block';

/** A stack (LUKS on LVM on RAID) has a few layers; more layers mean a loop. */
const MAX_LAYERS = 16;

/** Rows of function and use. */
export function readDiskUses(tree: SysTree, files: readonly OpenFile[]): readonly (readonly [Bdf, Use])[] {
  const names = tree.list(BLOCK) ?? [];
  if (names.length === 0) return [];
  return [...blocksInUse(tree, names, files)].flatMap(([name, useOf]) =>
    [...leavesOf(tree, name)].flatMap((disk) =>
      functionsOf(tree, disk).map((address) => [address, useOf(disk)] as const),
    ),
  );
}

/** Block devices in use, and what that is for a disk below them. */
function* blocksInUse(
  tree: SysTree,
  names: readonly string[],
  files: readonly OpenFile[],
): Generator<readonly [name: string, useOf: (disk: string) => Use]> {
  const aliases = aliasesOf(tree, names);
  const known = new Set(names);
  const find = ({ device, source }: Mount): string | null => aliases.get(device) ?? aliases.get(source) ?? null;
  // /proc/self/mountinfo
  for (const mount of parseMounts(tree.readText('/proc/self/mountinfo') ?? '')) {
    const name = find(mount);
    const { mountPoint } = mount;
    if (name !== null) yield [name, (disk) => ({ kind: 'mounted', disk, mountPoint })];
  }
  // /proc/swaps
  for (const name of parseSwaps(tree.readText('/proc/swaps') ?? '')) {
    if (known.has(name)) yield [name, (disk) => ({ kind: 'swap', disk })];
  }
  // …/holders/dm-0
  for (const name of names) {
    for (const holder of tree.list(`${BLOCK}/${name}/holders`) ?? [])
      yield [name, (disk) => ({ kind: 'held', disk, holder })];
  }
  for (const [name, { command, pid }] of diskOpeners(files, aliases))
    yield [name, (disk) => ({ kind: 'opened', file: 'disk', name: disk, command, pid })];
}

/** Block devices by number (…/dev: `259:2`), and by path: below /dev, or of the device mapper (…/dm/name). */
function aliasesOf(tree: SysTree, names: readonly string[]): ReadonlyMap<string, string> {
  const aliases = new Map<string, string>();
  for (const name of names) {
    const number = tree.readText(`${BLOCK}/${name}/dev`)?.trim();
    const mapped = tree.readText(`${BLOCK}/${name}/dm/name`)?.trim();
    if (number !== undefined) aliases.set(number, name);
    if (mapped !== undefined) aliases.set(`/dev/mapper/${mapped}`, name);
    aliases.set(`/dev/${name}`, name);
  }
  return aliases;
}

/** The block devices at the bottom of a stack; the device itself when it is not stacked. */
function leavesOf(tree: SysTree, name: string): Set<string> {
  const leaves = new Set<string>();
  const seen = new Set<string>([name]);
  let layer = [name];
  for (let depth = 0; layer.length > 0 && depth < MAX_LAYERS; depth += 1) {
    const next: string[] = [];
    for (const block of layer) {
      const slaves = tree.list(`${BLOCK}/${block}/slaves`) ?? [];
      if (slaves.length === 0) leaves.add(block);
      next.push(...slaves.filter((slave) => !seen.has(slave)));
      for (const slave of slaves) seen.add(slave);
    }
    layer = next;
  }
  return leaves;
}

/** PCI functions of a disk: the last address in its path, or the addresses of its NVMe subsystem's controllers. */
function functionsOf(tree: SysTree, disk: string): Bdf[] {
  const path = tree.linkTarget(`${BLOCK}/${disk}`) ?? '';
  const address = addressesIn(path).at(-1);
  if (address !== undefined) return [address];
  const subsystem = /^(.*\/nvme-subsystem\/[^/]+)\//.exec(path)?.[1];
  if (subsystem === undefined) return [];
  return (tree.list(subsystem) ?? [])
    .filter((name) => /^nvme\d+$/.test(name))
    .flatMap((name) => addressesIn(tree.linkTarget(`${subsystem}/${name}`) ?? '').slice(-1));
}
