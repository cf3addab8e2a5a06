/**
 * A /sys, /proc and /dev written as text, one line per file or link, as SysTree: what readers are tested on.
 *
 *     /sys/class/iommu/dmar0/intel-iommu/cap = 8d2078c106f0466
 *     /sys/bus/pci/devices/0000:00:02.0/iommu -> /sys/devices/virtual/iommu/dmar0
 *     /sys/devices/pci0000:00/0000:00:02.0/config # 4096 0=8680250b 100=1b000100
 *
 * A file with the text `char 226:0` or `block 259:0` stands for a device file of that number. `=` text with `\n` and `\t`, `->` absolute link, `#` bytes: the size, then hexadecimal bytes at hexadecimal offsets. Folders follow from names.
 */

import { posix } from 'node:path';
import type { FolderLink, SysTree } from '../../src/host/sys-tree.ts';

type Entry =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'link'; readonly target: string }
  | { readonly kind: 'folder'; readonly names: Set<string> };

/** Reads only: every write answers −EROFS. */
export function textTree(text: string): SysTree {
  const entries = new Map<string, Entry>([['/', { kind: 'folder', names: new Set() }]]);
  for (const line of text.split('\n')) {
    const match = /^(\/\S+) (=|->|#) ?(.*)$/.exec(line);
    if (match !== null) add(entries, match[1] ?? '', entryOf(match[2] ?? '', match[3] ?? ''));
  }
  return new TextTree(entries);
}

function entryOf(sign: string, value: string): Entry {
  if (sign === '->') return { kind: 'link', target: value };
  return {
    kind: 'file',
    bytes: sign === '#' ? sparseBytes(value) : Buffer.from(value.replaceAll('\\n', '\n').replaceAll('\\t', '\t')),
  };
}

/** `4096 0=8680 34=40` */
export function sparseBytes(text: string): Uint8Array {
  const [size = '0', ...pieces] = text.trim().split(/\s+/);
  const bytes = Buffer.alloc(Number(size));
  for (const piece of pieces) {
    const [at = '', hex = ''] = piece.split('=');
    bytes.write(hex, Number.parseInt(at, 16), 'hex');
  }
  return bytes;
}

function add(entries: Map<string, Entry>, path: string, entry: Entry): void {
  entries.set(path, entry);
  for (let child = path; child !== '/'; child = posix.dirname(child)) {
    const parent = posix.dirname(child);
    const folder = entries.get(parent);
    if (folder?.kind === 'folder') folder.names.add(posix.basename(child));
    else if (folder === undefined) entries.set(parent, { kind: 'folder', names: new Set([posix.basename(child)]) });
  }
}

const EROFS = -30;

class TextTree implements SysTree {
  readonly #entries: Map<string, Entry>;

  constructor(entries: Map<string, Entry>) {
    this.#entries = entries;
  }

  readText(path: string): string | null {
    const bytes = this.readBytes(path, 1024 * 1024);
    return bytes === null ? null : Buffer.from(bytes).toString('utf8').replace(/\n$/, '');
  }

  readBytes(path: string, limitBytes: number): Uint8Array | null {
    const entry = this.#at(path);
    return entry?.kind === 'file' ? entry.bytes.subarray(0, limitBytes) : null;
  }

  list(path: string): readonly string[] | null {
    const entry = this.#at(path);
    return entry?.kind === 'folder' ? [...entry.names].sort() : null;
  }

  folders(path: string): readonly string[] | null {
    return this.list(path)?.filter((name) => this.kindOf(posix.join(path, name)) === 'folder') ?? null;
  }

  links(path: string, limit: number): readonly FolderLink[] | null {
    const names = this.list(path);
    if (names === null || names.length > limit) return null;
    return names.flatMap((name) => {
      const text = this.#link(posix.join(path, name));
      return text === null ? [] : [{ name, text }];
    });
  }

  deviceNumber(path: string): string | null {
    return /^(?:char|block) \d+:\d+$/.exec(this.readText(path) ?? '')?.[0] ?? null;
  }

  linkName(path: string): string | null {
    const entry = this.#link(path);
    return entry === null ? null : posix.basename(entry);
  }

  linkTarget(path: string): string | null {
    return this.#link(path) === null ? null : this.#resolve(path);
  }

  exists(path: string): boolean {
    return this.#at(path) !== undefined;
  }

  kindOf(path: string): 'file' | 'folder' | 'link' | null {
    return this.#link(path) === null ? (this.#at(path)?.kind ?? null) : 'link';
  }

  sizeBytes(path: string): bigint | null {
    const entry = this.#at(path);
    return entry?.kind === 'file' ? BigInt(entry.bytes.length) : null;
  }

  allocatedBytes = (): null => null;
  freeBytes = (): null => null;
  mayOpen = (): null => null;
  write = (): Promise<number> => Promise.resolve(EROFS);
  loadModule = (): Promise<number> => Promise.resolve(EROFS);
  unloadModule = (): Promise<number> => Promise.resolve(EROFS);
  createFile = (): number => EROFS;
  removeFile = (): number => EROFS;

  #link(path: string): string | null {
    const folder = this.#resolve(posix.dirname(path));
    const entry = folder === null ? undefined : this.#entries.get(posix.join(folder, posix.basename(path)));
    return entry?.kind === 'link' ? entry.target : null;
  }

  #at(path: string): Entry | undefined {
    const resolved = this.#resolve(path);
    return resolved === null ? undefined : this.#entries.get(resolved);
  }

  #resolve(path: string): string | null {
    const pending = path.split('/').filter((name) => name !== '');
    let at = '/';
    for (let steps = 0; pending.length > 0; steps += 1) {
      if (steps > 200) return null;
      at = posix.join(at, pending.shift() ?? '');
      const entry = this.#entries.get(at);
      if (entry?.kind === 'link') {
        pending.unshift(...entry.target.split('/').filter((name) => name !== ''));
        at = '/';
      }
    }
    return at;
  }
}
