/**
 * Build options of the running kernel: /proc/config.gz (CONFIG_IKCONFIG_PROC), else the file that a distribution installs beside the
 * kernel. The first of them that can be read decides, unless the running kernel itself shows it.
 */

import { gunzipSync } from 'node:zlib';
import { KNOWN_OPTIONS } from '../linux/kernel-options.ts';
import type { KernelFacts } from '../model/host.ts';
import type { SysTree } from './sys-tree.ts';

const MAX_PACKED_BYTES = 1024 * 1024;
/** The configuration of a distribution's kernel has 300 KiB. */
const MAX_BYTES = 4 * 1024 * 1024;

/** `null` when there is none of the files. @param release  as uname -r gives it */
export function readKernelConfig(tree: SysTree, release: string): KernelFacts['config'] {
  const packed = tree.readBytes('/proc/config.gz', MAX_PACKED_BYTES);
  const text = (packed === null ? null : unpacked(packed)) ?? installed(tree, release);
  const config = text === null ? null : parseConfig(text);
  const cdev = runningCdev(tree);
  return cdev === null ? config : { ...config, CONFIG_VFIO_DEVICE_CDEV: cdev };
}

/**
 * What runs says more than a file: with the option the module vfio takes device numbers under the name `vfio-dev`, which
 * /proc/devices lists (drivers/vfio/device_cdev.c vfio_cdev_init, 7.3). `null` while the module is not loaded.
 */
function runningCdev(tree: SysTree): 'y' | 'n' | null {
  const numbers = tree.readText('/proc/devices');
  if (numbers === null || !tree.exists('/sys/module/vfio')) return null;
  return /^\s*\d+ vfio-dev$/m.test(numbers) ? 'y' : 'n';
}

/** The release is a part of paths, and may be anything in a captured tree. */
function installed(tree: SysTree, release: string): string | null {
  if (!/^[\w.+~-]+$/.test(release)) return null;
  return tree.readText(`/boot/config-${release}`) ?? tree.readText(`/lib/modules/${release}/config`);
}

function unpacked(bytes: Uint8Array): string | null {
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_BYTES }).toString('utf8');
  } catch {
    // Not what gzip wrote, or too long.
    return null;
  }
}

/** A whole configuration has thousands of options; one that it does not list cannot be on, since something that it needs is off. */
const WHOLE = 500;

/** `CONFIG_X=m` → `m`; `# CONFIG_X is not set` → `n`; `null` when nothing in the text is an option. */
export function parseConfig(text: string): KernelFacts['config'] {
  const wanted = new Set(Object.keys(KNOWN_OPTIONS));
  const found = new Map<string, string>();
  let options = 0;
  for (const line of text.split('\n')) {
    const [, name, value] = /^(?:# )?(CONFIG_\w+)(?:=(.*)| is not set)$/.exec(line.trimEnd()) ?? [];
    if (name === undefined) continue;
    options += 1;
    if (wanted.has(name)) found.set(name, value ?? 'n');
  }
  if (options === 0) return null;
  return Object.fromEntries(
    [...wanted].flatMap((name) => {
      const value = found.get(name) ?? (options >= WHOLE ? 'n' : undefined);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
