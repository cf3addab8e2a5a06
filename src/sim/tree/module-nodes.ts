/** Modules as files: /sys/module/<name>/parameters, and what modprobe.d says of those that are not loaded. */

import { parameterPath } from '../../linux/module-parameters.ts';
import { groupBy } from '../../model/group-by.ts';
import type { MachineFacts } from '../../model/host.ts';
import type { World } from '../state/world.ts';
import { type Node, newFolder, putNode, textFile } from './tree-node.ts';

export function putModules(root: Node, { modules, parameters, machine }: World): void {
  for (const module of modules) {
    putNode(root, `/sys/module/${module}`, newFolder());
    for (const [name, value] of parameters.get(module) ?? []) {
      putNode(
        root,
        parameterPath(module, name),
        textFile(() => value),
      );
    }
  }
  for (const [path, lines] of groupBy(configLines(machine), ({ file }) => file)) {
    const text = fileOf(lines);
    putNode(
      root,
      path,
      textFile(() => text),
    );
  }
}

interface ConfigLine {
  readonly file: string;
  /** From 1; `null`: it was not recorded. */
  readonly line: number | null;
  readonly text: string;
}

/** Those of the command line are in /proc/cmdline already. */
function configLines({ parameters, modprobe }: Pick<MachineFacts, 'parameters' | 'modprobe'>): readonly ConfigLine[] {
  const orders = (modprobe ?? []).flatMap(({ module, command, text, source }): readonly ConfigLine[] => {
    const [, file, line] = /^(.*\.conf):(\d+)$/.exec(source) ?? [];
    if (file === undefined || !isConfig(file)) return [];
    return [{ file, line: Number(line), text: `${command} ${module} ${text}` }];
  });
  const known = new Set(orders.map(({ file, text }) => `${file} ${text}`));
  const options = parameters
    .filter(({ state, source }) => state === 'configured' && isConfig(source))
    .map(({ module, name, value, source }) => ({
      file: source,
      line: null,
      text: `options ${module} ${name}=${value}`,
    }))
    .filter(({ file, text }) => !known.has(`${file} ${text}`));
  return [...orders, ...options];
}

function isConfig(path: string): boolean {
  return /^\/.*\/modprobe\.d\/[^/]+\.conf$/.test(path);
}

/** A machine file may name any line. */
const MOST_LINES = 10_000;

/** Each line at its place; those without one come last, where they win. Two orders of one line stand one after the other. */
function fileOf(lines: readonly ConfigLine[]): string {
  const text: string[] = [];
  for (const { line, text: words } of lines.toSorted((a, b) => (a.line ?? Infinity) - (b.line ?? Infinity))) {
    while (line !== null && text.length < Math.min(line, MOST_LINES) - 1) text.push('');
    text.push(words);
  }
  return text.join('\n');
}
