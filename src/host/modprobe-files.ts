/** The files of modprobe.d, and what of them may keep a module from loading. */

import { MODULE_NEEDS, meansModule } from '../linux/module-loading.ts';
import { refusesValue } from '../linux/module-parameters.ts';
import { ALONE, parseArgs, underscored } from '../linux/parse-args.ts';
import type { ModprobeOrder } from '../model/host.ts';
import { type ModprobeLine, parseModprobeConfig } from './modprobe-config.ts';
import type { SysTree } from './sys-tree.ts';

/** A file in an earlier folder hides those of its name in later ones. Source: libkmod/libkmod.c default_config_paths (kmod 34). */
const FOLDERS = [
  '/etc/modprobe.d',
  '/run/modprobe.d',
  '/usr/local/lib/modprobe.d',
  '/usr/lib/modprobe.d',
  '/lib/modprobe.d',
] as const;

/** Distributions have some twenty files. With more than this, what they say counts as unknown. */
const MOST_FILES = 512;

export interface PlacedLine extends ModprobeLine {
  readonly file: string;
}

/** Of each module the first `install` line, which alone counts, and all aliases; `null` when modprobe.d could not be read. */
export function modprobeOrders(lines: readonly PlacedLine[] | null): readonly ModprobeOrder[] | null {
  if (lines === null) return null;
  return [...MODULE_NEEDS.keys()].flatMap((module) => {
    const own = lines.filter((line) => meansModule(line.module, module));
    const install = own.find(({ command }) => command === 'install');
    return own
      .filter((line) => line.command !== 'install' || line === install)
      .flatMap((line) => ordersOf(line, module));
  });
}

function ordersOf(
  { command, rest, file, line, module: pattern }: PlacedLine,
  module: string,
): readonly ModprobeOrder[] {
  const order = { module, command, source: `${file}:${line}` };
  if (command === 'install') return [{ ...order, text: rest }];
  if (command === 'alias') return [{ ...order, text: underscored(rest.split(' ', 1)[0] ?? '') }];
  if (pattern !== module) return [];
  return parseArgs(rest)
    .map(({ name, value }) => ({ name, value: value ?? ALONE }))
    .filter(({ name, value }) => refusesValue(module, name, value))
    .map(({ name, value }) => ({ ...order, text: `${name}=${value}` }));
}

/** All lines in the order of modprobe: by file name over all folders; `null` when a file cannot be read. */
export function readModprobeFiles(tree: SysTree): readonly PlacedLine[] | null {
  const files = new Map<string, string>();
  for (const folder of FOLDERS) {
    for (const name of tree.list(folder) ?? []) {
      const path = `${folder}/${name}`;
      if (/^[^.].*\.conf$/s.test(name) && !files.has(name) && isThere(tree, path)) files.set(name, path);
    }
  }
  if (files.size > MOST_FILES) return null;
  const found: PlacedLine[] = [];
  for (const [, file] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const text = isEmptied(tree, file) ? '' : tree.readText(file);
    if (text === null) return null;
    found.push(...parseModprobeConfig(text).map((line) => ({ ...line, file })));
  }
  return found;
}

/** A folder is no configuration, and a link to nothing hides nothing: conf_files_filter_out. */
function isThere(tree: SysTree, path: string): boolean {
  return isEmptied(tree, path) || (tree.exists(path) && tree.list(path) === null);
}

/** A link to /dev/null: the way to hide a file of a later folder. A captured tree may lack /dev/null. */
function isEmptied(tree: SysTree, path: string): boolean {
  return tree.kindOf(path) === 'link' && tree.linkName(path) === 'null';
}
