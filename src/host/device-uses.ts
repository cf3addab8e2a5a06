/** Device files of PCI functions that processes have open. */

import type { Bdf } from '../model/bdf.ts';
import type { OpenedFile } from '../model/use.ts';
import type { DeviceNode } from './device-nodes.ts';
import type { OpenFile } from './open-files.ts';

/** Rows of function and open file. */
export function* deviceUses(
  nodes: readonly DeviceNode[],
  files: readonly OpenFile[],
): Generator<readonly [Bdf, OpenedFile]> {
  const byNumber = new Map(nodes.flatMap((node) => (node.device === null ? [] : [[node.device, node] as const])));
  const byName = new Map(nodes.map((node) => [node.name, node]));
  for (const file of files) {
    const name = nameBelowDev(file.path);
    const node = file.device === null ? byName.get(name ?? '') : byNumber.get(file.device);
    if (node !== undefined) yield [node.address, opened(node, file)];
  }
}

function opened({ name, device }: DeviceNode, { command, pid }: OpenFile): OpenedFile {
  const file = device?.startsWith('block ') === true ? 'disk' : 'character device';
  return { kind: 'opened', file, name, command, pid };
}

/** `dri/card0` of `/dev/dri/card0`; `null` for a path elsewhere. */
function nameBelowDev(path: string): string | null {
  return path.startsWith('/dev/') ? path.slice('/dev/'.length) : null;
}
