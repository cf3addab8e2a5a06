/** /proc/self/mountinfo and /proc/swaps as lists. Pure; formats of proc_pid_mountinfo(5) and proc_swaps(5). */

export interface Mount {
  readonly id: number;
  /** The mount that this one is on; of the root's it is not listed. */
  readonly parent: number;
  /** `major:minor`; anonymous (`0:…`) for btrfs and everything without a disk. */
  readonly device: string;
  readonly mountPoint: string;
  /** By the option of the mount, or that of the whole file system. */
  readonly readOnly: boolean;
  /** `ext4`, `tmpfs` … */
  readonly type: string;
  /** What was mounted, such as `/dev/sda2`. */
  readonly source: string;
  /** Options of the file system, such as `pagesize=2M`. */
  readonly options: readonly string[];
}

/** `36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw` → one row; other lines are left out. */
export function parseMounts(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const [before = '', after = ''] = line.split(' - ', 2);
    const [id, parent, device, , mountPoint, flags = ''] = before.split(' ');
    const [type = '', source, options = ''] = after.split(' ');
    if (device === undefined || mountPoint === undefined || source === undefined) return [];
    return [
      {
        id: Number(id),
        parent: Number(parent),
        device,
        mountPoint: unescaped(mountPoint),
        readOnly: [...flags.split(','), ...options.split(',')].includes('ro'),
        type,
        source: unescaped(source),
        options: options.split(','),
      },
    ];
  });
}

/** Names below /dev of swap devices. Swap files are left out: their disks are mounted. */
export function parseSwaps(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const [file = '', type] = line.split(/\s+/, 2);
    return type === 'partition' && file.startsWith('/dev/') ? [unescaped(file).slice('/dev/'.length)] : [];
  });
}

/** Blanks and backslashes are written `\040`, `\134`. */
function unescaped(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8) & 0xff));
}
