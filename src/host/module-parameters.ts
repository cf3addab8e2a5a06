/**
 * Parameters of kernel modules: those of a loaded module as they are in effect, those of a module that is not loaded as modprobe
 * would load it.
 *
 * | state | from |
 * |---|---|
 * | effective | /sys/module/<module>/parameters/<name> |
 * | configured | *.conf in the folders of modprobe.d, then /proc/cmdline; the last word wins. Source: modprobe.d(5) |
 */

import { meansModule } from '../linux/module-loading.ts';
import { KNOWN_PARAMETERS, parameterPath } from '../linux/module-parameters.ts';
import { ALONE, parseArgs } from '../linux/parse-args.ts';
import type { ModuleParameter } from '../model/host.ts';
import { commandLineOptions } from './modprobe-config.ts';
import { type PlacedLine, readModprobeFiles } from './modprobe-files.ts';
import type { SysTree } from './sys-tree.ts';

type Known = (typeof KNOWN_PARAMETERS)[number];

/**
 * Ascending by module and name. A parameter is left out when it is not known: the loaded module has no such file, or what modprobe
 * would do cannot be told.
 */
export function readModuleParameters(
  tree: SysTree,
  lines: readonly PlacedLine[] | null = readModprobeFiles(tree),
): readonly ModuleParameter[] {
  return KNOWN_PARAMETERS.flatMap((known) => {
    if (tree.exists(`/sys/module/${known.module}`)) return effective(tree, known);
    return lines === null ? [] : configured(known, lines, tree.readText('/proc/cmdline') ?? '');
  });
}

function effective(tree: SysTree, { module, name }: Known): ModuleParameter[] {
  const source = parameterPath(module, name);
  const value = tree.readText(source)?.trim() ?? '';
  return value === '' ? [] : [{ module, name, value, source, state: 'effective' }];
}

/** An `install` command may load the module with any parameters, or not at all. */
function configured(
  { module, name, unset }: Known,
  lines: readonly PlacedLine[],
  commandLine: string,
): ModuleParameter[] {
  if (lines.some((line) => line.command === 'install' && meansModule(line.module, module))) return [];
  const own = lines.filter((line) => line.command === 'options' && line.module === module);
  const options = [
    ...own.flatMap(({ rest, file }) => parseArgs(rest).map((one) => ({ ...one, source: file }))),
    ...commandLineOptions(commandLine, module).map((one) => ({ ...one, source: '/proc/cmdline' })),
  ];
  const last = options.findLast((one) => one.name === name) ?? { value: unset, source: 'default' };
  const { value, source } = { ...last, value: last.value ?? ALONE };
  return [{ module, name, value, source, state: 'configured' }];
}
