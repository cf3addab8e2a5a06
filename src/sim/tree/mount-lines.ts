/** Lines of /proc/self/mountinfo. Source: fs/proc_namespace.c show_mountinfo (7.3). */

import type { MountedFileSystem } from '../../model/host.ts';

export interface MountLine {
  /** Its id, also the minor number of a device that it has for itself. */
  readonly id: number;
  readonly mount: Pick<MountedFileSystem, 'mountPoint' | 'type' | 'readOnly' | 'pageBytes'>;
  /** `major:minor` and name of its disk; absent without one. */
  readonly disk?: { readonly device: string; readonly name: string };
}

export function mountLine({ id, mount: { mountPoint, type, readOnly, pageBytes }, disk }: MountLine): string {
  const { device, name } = disk ?? { device: `0:${id}`, name: type };
  const options = pageBytes === null ? 'rw' : `rw,pagesize=${pageSizeText(pageBytes)}`;
  return `${id} 1 ${device} / ${escaped(mountPoint)} ${readOnly ? 'ro' : 'rw'},relatime shared:1 - ${type} ${escaped(name)} ${options}`;
}

/** Blanks, and what begins such an escape. Source: fs/seq_file.c mangle_path (7.3). */
export function escaped(path: string): string {
  return path.replace(/[ \t\n\\]/g, (char) => `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`);
}

/** Source: fs/hugetlbfs/inode.c hugetlbfs_show_options (7.3). */
function pageSizeText(pageBytes: bigint): string {
  const kib = pageBytes >> 10n;
  return kib >= 1024n ? `${kib >> 10n}M` : `${kib}K`;
}
