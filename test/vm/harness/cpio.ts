/**
 * The archive that the kernel unpacks as its first root: cpio in "newc" format, uncompressed.
 * Source: Documentation/driver-api/early-userspace/buffer-format.rst (7.3).
 */

export interface CpioEntry {
  /** Path without a leading slash. */
  readonly path: string;
  /** File type and permissions, as in st_mode: 0o040755 a folder, 0o100755 a program. */
  readonly mode: number;
  readonly content: Uint8Array;
}

const FOLDER = 0o040755;
const PROGRAM = 0o100755;

export function folderEntry(path: string): CpioEntry {
  return { path, mode: FOLDER, content: new Uint8Array() };
}

export function programEntry(path: string, content: Uint8Array): CpioEntry {
  return { path, mode: PROGRAM, content };
}

/** Folders must come before what is in them. */
export function packCpio(entries: readonly CpioEntry[]): Buffer {
  const trailer: CpioEntry = { path: 'TRAILER!!!', mode: 0, content: new Uint8Array() };
  return Buffer.concat([...entries, trailer].flatMap((entry, index) => packEntry(entry, index + 1)));
}

function packEntry({ path, mode, content }: CpioEntry, inode: number): readonly Uint8Array[] {
  const name = Buffer.from(`${path}\0`);
  const fields = [inode, mode, 0, 0, 1, 0, content.length, 0, 0, 0, 0, name.length, 0];
  const header = Buffer.from(`070701${fields.map((field) => field.toString(16).padStart(8, '0')).join('')}`);
  return [header, name, padding(header.length + name.length), content, padding(content.length)];
}

/** Names and contents end at multiples of 4 bytes. */
function padding(length: number): Uint8Array {
  return new Uint8Array((4 - (length % 4)) % 4);
}
