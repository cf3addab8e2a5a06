/** Character devices below functions: …/<class>/<name>/{dev,uevent}, /sys/dev/char, /dev. */

import { type Node, putNode, textFile } from './tree-node.ts';

/** Folder below /dev → class in /sys. */
const CLASS_OF_FOLDER: Readonly<Record<string, string>> = {
  accel: 'accel',
  dri: 'drm',
  infiniband: 'infiniband_verbs',
  input: 'input',
  snd: 'sound',
};

const CHAR_MAJOR = 500;

export interface CharDevices {
  /** @param name  below /dev: `dri/card0` */
  put(path: string, name: string): void;
}

export function charDevicesOf(root: Node): CharDevices {
  const minors = new Map<string, number>();
  return {
    put(path, name) {
      if (minors.has(name)) return;
      minors.set(name, minors.size);
      const folder = name.slice(0, Math.max(0, name.indexOf('/')));
      const known = CLASS_OF_FOLDER[folder];
      const leaf = known === undefined ? name : name.slice(folder.length + 1);
      const at = `${path}/${known ?? 'misc'}/${leaf.replaceAll('/', '!')}`;
      const number = `${CHAR_MAJOR}:${minors.get(name)}`;
      putCharDevice(root, at, { number, name });
    },
  };
}

function putCharDevice(root: Node, at: string, { number, name }: { number: string; name: string }): void {
  putNode(
    root,
    `${at}/dev`,
    textFile(() => number),
  );
  putNode(
    root,
    `${at}/uevent`,
    textFile(() => `DEVNAME=${name}`),
  );
  putNode(root, `/sys/dev/char/${number}`, { kind: 'link', target: at });
  putNode(root, `/dev/${name}`, { kind: 'device', number: `char ${number}` });
}
