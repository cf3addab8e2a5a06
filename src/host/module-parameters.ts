/**
 * Parameters of kernel modules: those of a loaded module as they are in effect, those of a module that is not loaded as modprobe
 * would load it.
 *
 * | state | from |
 * |---|---|
 * | effective | /sys/module/<module>/parameters/<name> |
 * | configured | *.conf in the folders of modprobe.d, then /proc/cmdline; the last word wins. Source: modprobe.d(5) |
 */

import { KNOWN_PARAMETERS, parameterPath } from '../linux/module-parameters.ts';
import { ALONE, parseArgs } from '../linux/parse-args.ts';
import type { ModuleParameter } from '../model/host.ts';
import { commandLineOptions, type ModprobeLine, parseModprobeConfig } from './modprobe-config.ts';
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

type Known = (typeof KNOWN_PARAMETERS)[number];

/**
 * Ascending by module and name. A parameter is left out when it is not known: the loaded module has no such file, or what modprobe
 * would do cannot be told.
 */
export function readModuleParameters(tree: SysTree): readonly ModuleParameter[] {
  let lines: readonly PlacedLine[] | null | undefined;
  return KNOWN_PARAMETERS.flatMap((known) => {
    if (tree.exists(`/sys/module/${known.module}`)) return effective(tree, known);
    lines ??= readConfig(tree);
    return lines === null ? [] : configured(known, lines, tree.readText('/proc/cmdline') ?? '');
  });
}

function effective(tree: SysTree, { module, name }: Known): ModuleParameter[] {
  const source = parameterPath(module, name);
  const value = tree.readText(source)?.trim() ?? '';
  return value === '' ? [] : [{ module, name, value, source, state: 'effective' }];
}

interface PlacedLine extends ModprobeLine {
  readonly file: string;
}

/** An `install` command may load the module with any parameters, or not at all. */
function configured(
  { module, name, unset }: Known,
  lines: readonly PlacedLine[],
  commandLine: string,
): ModuleParameter[] {
  const own = lines.filter((line) => line.module === module);
  if (own.some(({ command }) => command === 'install')) return [];
  const options = [
    ...own.flatMap(({ rest, file }) => parseArgs(rest).map((one) => ({ ...one, source: file }))),
    ...commandLineOptions(commandLine, module).map((one) => ({ ...one, source: '/proc/cmdline' })),
  ];
  const last = options.findLast((one) => one.name === name) ?? { value: unset, source: 'default' };
  const { value, source } = { ...last, value: last.value ?? ALONE };
  return [{ module, name, value, source, state: 'configured' }];
}

/** All lines in the order of modprobe: by file name over all folders; `null` when a file cannot be read. */
function readConfig(tree: SysTree): readonly PlacedLine[] | null {
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
