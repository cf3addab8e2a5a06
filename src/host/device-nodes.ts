/**
 * The device files of PCI functions: every character and block device below a function in the device tree, such as
 * …/0000:86:00.0/drm/card0 with `dev` = `226:0`. It belongs to the last PCI address in its path, so not to the bridges above.
 *
 * /sys/dev/char has a link to each character device of the machine. A captured tree may lack it; then the folders of the functions
 * are searched. Block devices are listed in /sys/class/block (disks.ts) and are found here only when that folder is missing.
 */

import { type Bdf, parseBdf } from '../model/bdf.ts';
import { pciFolder } from '../text/pci-folder.ts';
import { addressesIn } from './bridge.ts';
import type { SysTree } from './sys-tree.ts';
import { parseDeviceNumber } from './text.ts';

export interface DeviceNode {
  readonly address: Bdf;
  /** `char 226:0`; `null` when the number is not known. */
  readonly device: string | null;
  /** Its name below /dev: `dri/card0`. */
  readonly name: string;
}

const CHAR = '/sys/dev/char';
const MAX_INDEX = 1_000_000;

/** A vfio cdev is not among them: who has it open is a holder of the function (holders.ts). */
export function readDeviceNodes(tree: SysTree, functions: readonly Bdf[]): readonly DeviceNode[] {
  const index = tree.links(CHAR, MAX_INDEX);
  const nodes = index === null ? functions.flatMap((address) => [...searched(tree, address)]) : indexed(tree, index);
  return [...nodes, ...readNvidiaNodes(tree)].filter(({ name }) => !name.startsWith('vfio/'));
}

/** `226:0` → `../../devices/pci0000:80/…/0000:86:00.0/drm/card0` */
function indexed(tree: SysTree, index: NonNullable<ReturnType<SysTree['links']>>): DeviceNode[] {
  return index.flatMap(({ name, text }) => {
    const address = parseDeviceNumber(name) === null ? undefined : addressesIn(text).at(-1);
    if (address === undefined) return [];
    return [{ address, device: `char ${name}`, name: nodeName(tree, `${CHAR}/${name}`, text) }];
  });
}

/** Folders of one function, and how deep below it: …/sound/card0/pcmC0D0p, …/usb1/1-4/1-4:1.0/0003:…/input/input5/event5. */
const MAX_FOLDERS = 4096;
const MAX_DEPTH = 12;

function* searched(tree: SysTree, address: Bdf): Generator<DeviceNode> {
  const base = tree.linkTarget(pciFolder(address)) ?? pciFolder(address);
  for (const path of foldersBelow(tree, base)) {
    const number = parseDeviceNumber(tree.readText(`${path}/dev`));
    const kind = path.includes('/block/') ? 'block' : 'char';
    const listed = kind === 'block' && tree.exists('/sys/class/block');
    if (number === null || listed) continue;
    yield { address, device: `${kind} ${number}`, name: nodeName(tree, path, path) };
  }
}

function* foldersBelow(tree: SysTree, base: string): Generator<string> {
  const pending = [{ path: base, depth: 0 }];
  for (let visits = 0; visits < MAX_FOLDERS; visits += 1) {
    const folder = pending.pop();
    if (folder === undefined) return;
    const { path, depth } = folder;
    if (depth > 0) yield path;
    // A bridge has the functions behind it in its folder.
    const names = depth < MAX_DEPTH ? (tree.folders(path) ?? []).filter((name) => parseBdf(name) === null) : [];
    for (const name of names) pending.push({ path: `${path}/${name}`, depth: depth + 1 });
  }
}

/** Classes whose device files are in a folder of their own. Source: the devnode calls of these classes (7.3). */
const FOLDER_OF_CLASS: Readonly<Record<string, string>> = {
  accel: 'accel/',
  drm: 'dri/',
  infiniband: 'infiniband/',
  infiniband_cm: 'infiniband/',
  infiniband_mad: 'infiniband/',
  infiniband_verbs: 'infiniband/',
  input: 'input/',
  sound: 'snd/',
  'vfio-dev': 'vfio/devices/',
};

/** …/uevent has `DEVNAME=dri/card0`; without it the class in the path tells, or the name, in which `!` stands for a slash. */
function nodeName(tree: SysTree, folder: string, path: string): string {
  const told = /^DEVNAME=(\S+)$/m.exec(tree.readText(`${folder}/uevent`) ?? '')?.[1];
  if (told !== undefined) return told;
  const names = path.split('/');
  const name = (names.at(-1) ?? '').replaceAll('!', '/');
  const parent = names.slice(0, -1).findLast((one) => Object.hasOwn(FOLDER_OF_CLASS, one)) ?? '';
  return `${FOLDER_OF_CLASS[parent] ?? ''}${name}`;
}

const NVIDIA = '/proc/driver/nvidia/gpus';
const NVIDIA_MAJOR = 195;

/** The driver of Nvidia makes /dev/nvidia<minor> without a place in /sys: …/<address>/information has `Device Minor: 0`. */
function readNvidiaNodes(tree: SysTree): DeviceNode[] {
  return (tree.list(NVIDIA) ?? []).flatMap((folder) => {
    const address = parseBdf(folder);
    const text = tree.readText(`${NVIDIA}/${folder}/information`) ?? '';
    const minor = /^Device Minor:\s*(\d{1,3})\s*$/m.exec(text)?.[1];
    if (address === null || minor === undefined) return [];
    return [{ address, device: `char ${NVIDIA_MAJOR}:${minor}`, name: `nvidia${minor}` }];
  });
}
