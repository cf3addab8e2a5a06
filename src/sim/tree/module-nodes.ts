/** Modules as files: /sys/module/<name>/parameters, and what modprobe.d says of those that are not loaded. */

import { parameterPath } from '../../linux/module-parameters.ts';
import { groupBy } from '../../model/group-by.ts';
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
  // Those of the command line are in /proc/cmdline already.
  const inFiles = machine.parameters.filter(
    ({ state, source }) => state === 'configured' && /^\/.*\/modprobe\.d\/[^/]+\.conf$/.test(source),
  );
  for (const [path, configured] of groupBy(inFiles, ({ source }) => source)) {
    const lines = configured.map(({ module, name, value }) => `options ${module} ${name}=${value}`);
    putNode(
      root,
      path,
      textFile(() => lines.join('\n')),
    );
  }
}
