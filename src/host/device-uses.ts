/** Device files of PCI functions that processes have open, as phrases: `/dev/dri/card0 opened by Xorg (pid 4444)`. */

import type { Bdf } from '../model/bdf.ts';
import type { DeviceNode } from './device-nodes.ts';
import type { OpenFile } from './open-files.ts';

/** Rows of function and phrase. */
export function* deviceUses(
  nodes: readonly DeviceNode[],
  files: readonly OpenFile[],
): Generator<readonly [Bdf, string]> {
  const byNumber = new Map(nodes.flatMap((node) => (node.device === null ? [] : [[node.device, node] as const])));
  const byName = new Map(nodes.map((node) => [node.name, node]));
  for (const file of files) {
    const name = nameBelowDev(file.path);
    const node = file.device === null ? byName.get(name ?? '') : byNumber.get(file.device);
    if (node !== undefined) yield [node.address, phraseOf(node, file)];
  }
}

function phraseOf({ name, device }: DeviceNode, file: OpenFile): string {
  return `${device?.startsWith('block ') === true ? 'disk ' : '/dev/'}${name} ${openedBy(file)}`;
}

export function openedBy({ command, pid }: Pick<OpenFile, 'command' | 'pid'>): string {
  return `opened by ${command} (pid ${pid})`;
}

/** `dri/card0` of `/dev/dri/card0`; `null` for a path elsewhere. */
export function nameBelowDev(path: string): string | null {
  return path.startsWith('/dev/') ? path.slice('/dev/'.length) : null;
}
