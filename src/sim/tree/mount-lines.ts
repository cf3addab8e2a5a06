/** Lines of /proc/self/mountinfo. Source: fs/proc_namespace.c show_mountinfo (7.3). */

import type { MountedFileSystem } from '../../model/host.ts';

export interface MountLine {
  /** Its id, also the minor number of a device that it has for itself. */
  readonly id: number;
  readonly mount: Pick<MountedFileSystem, 'mountPoint' | 'type' | 'readOnly' | 'pageBytes' | 'limitBytes'>;
  /** `major:minor` and name of its disk; absent without one. */
  readonly disk?: { readonly device: string; readonly name: string };
}

export function mountLine({ id, mount: { mountPoint, type, readOnly, ...sizes }, disk }: MountLine): string {
  const { device, name } = disk ?? { device: `0:${id}`, name: type };
  const options = ['rw', ...sizeOptions(type, sizes)].join(',');
  return `${id} 1 ${device} / ${escaped(mountPoint)} ${readOnly ? 'ro' : 'rw'},relatime shared:1 - ${type} ${escaped(name)} ${options}`;
}

/** Blanks, and what begins such an escape. Source: fs/seq_file.c mangle_path (7.3). */
export function escaped(path: string): string {
  return path.replace(/[ \t\n\\]/g, (char) => `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`);
}

/** Source: mm/shmem.c shmem_show_options, in KiB (7.3). */
function sizeOptions(
  type: string,
  { pageBytes, limitBytes }: Pick<MountedFileSystem, 'pageBytes' | 'limitBytes'>,
): string[] {
  const isWhole = type === 'tmpfs' && limitBytes !== null && limitBytes % 1024n === 0n;
  return [
    ...(pageBytes === null ? [] : [`pagesize=${pageSizeText(pageBytes)}`]),
    ...(limitBytes === null ? [] : [isWhole ? `size=${limitBytes >> 10n}k` : `size=${limitBytes}`]),
  ];
}

/** Source: fs/hugetlbfs/inode.c hugetlbfs_show_options (7.3). */
function pageSizeText(pageBytes: bigint): string {
  const kib = pageBytes >> 10n;
  return kib >= 1024n ? `${kib >> 10n}M` : `${kib}K`;
}
