/** Files, folders and links of a machine, collected in memory and written below a folder, for `--root`. */

import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

type Entry =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'zeros'; readonly sizeBytes: number }
  | { readonly kind: 'link'; readonly target: string }
  | { readonly kind: 'folder' };

export class TreeFiles {
  readonly #entries = new Map<string, Entry>();

  /** A line of text, as attributes of /sys and /proc end: with a newline. */
  text(path: string, text: string): void {
    this.#entries.set(path, { kind: 'file', bytes: Buffer.from(`${text}\n`) });
  }

  bytes(path: string, bytes: Uint8Array): void {
    this.#entries.set(path, { kind: 'file', bytes });
  }

  /** A file of zeros that takes no room. */
  zeros(path: string, sizeBytes: number): void {
    this.#entries.set(path, { kind: 'zeros', sizeBytes });
  }

  folder(path: string): void {
    this.#entries.set(path, { kind: 'folder' });
  }

  link(path: string, target: string): void {
    this.#entries.set(path, { kind: 'link', target });
  }

  /** Undoes the above, for a path and for all below it. */
  remove(path: string): void {
    for (const known of this.#entries.keys()) {
      if (known === path || known.startsWith(`${path}/`)) this.#entries.delete(known);
    }
  }

  /** Links between places of /sys are relative there; the others stay as they are written, as in /proc/PID/fd. */
  writeBelow(root: string): void {
    rmSync(root, { recursive: true, force: true });
    mkdirSync(root, { recursive: true });
    for (const [path, entry] of this.#entries) writeEntry(root, path, entry);
  }
}

function writeEntry(root: string, path: string, entry: Entry): void {
  const file = join(root, path);
  mkdirSync(entry.kind === 'folder' ? file : dirname(file), { recursive: true });
  if (entry.kind === 'file') writeFileSync(file, entry.bytes);
  if (entry.kind === 'link') symlinkSync(asWritten(path, entry.target), file);
  if (entry.kind !== 'zeros') return;
  writeFileSync(file, '');
  truncateSync(file, entry.sizeBytes);
}

function asWritten(path: string, target: string): string {
  return target.startsWith('/sys/') ? posix.relative(posix.dirname(path), target) : target;
}
