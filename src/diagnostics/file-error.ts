/** What the system says when a file is refused, by the name of its errno, and what to do about it: one mapping for all files. */

export interface FileError {
  /** `ENOSPC` …; the message itself where the system gave no errno. */
  readonly errno: string;
  /** `ENOSPC, no space is left on the device`. */
  readonly words: string;
  /** Null where only the reader of the file knows. */
  readonly advice: string | null;
  /** It is the rights of the caller, or of the mount, that are missing. */
  readonly isPermission: boolean;
}

type Row = readonly [words: string, advice: string];

/** Source: errno(3), open(2), rename(2), fsync(2). */
const ROWS: Readonly<Record<string, Row>> = {
  EACCES: ['permission is denied', 'Run as root, or change the permissions of the file and of the folders above it.'],
  EPERM: ['the operation is not permitted', 'Run as root; `lsattr` shows whether the file is immutable.'],
  EROFS: ['the file system is mounted read-only', 'Mount it writable, or choose a folder on another file system.'],
  ENOSPC: ['no space is left on the device', 'Make room on the file system; `df` and `df -i` show what is full.'],
  EDQUOT: ['the disk quota is used up', 'Make room, or have the quota raised.'],
  EIO: ['the disk has an input/output error', 'See `dmesg` for the disk, and use another one.'],
  ENOENT: ['it does not exist', 'Check the path.'],
  ENOTDIR: ['a part of the path is not a folder', 'Check the path: one of its folders is a file.'],
  EISDIR: ['it is a folder', 'Name a file.'],
  ELOOP: ['it has too many symbolic links, or is one where none is followed', 'Name the file itself.'],
  ENAMETOOLONG: ['its name is too long', 'Choose a name below 256 bytes and a path below 4096 bytes.'],
  ENXIO: ['nothing is behind this device or pipe', 'Name a regular file.'],
  ENODEV: ['nothing is behind this device', 'Name a regular file.'],
  EMFILE: ['this process has too many open files', 'Raise the limit of open files (`ulimit -n`).'],
  ENFILE: ['the system has too many open files', 'Raise fs.file-max, or close what leaks files.'],
  ESTALE: ['the server no longer knows the file', 'Mount the network file system again.'],
  ETXTBSY: ['it is a program that runs', 'Choose another file.'],
  EEXIST: ['it exists already', 'Remove it, or choose another name.'],
  EBUSY: ['it is in use', 'Choose another file, or wait until it is free.'],
};

const PERMISSION: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS']);

/** @param error  what Node threw, or the name of an errno */
export function fileError(error: unknown): FileError {
  const errno = typeof error === 'string' ? error : errnoOf(error);
  const row = ROWS[errno];
  return {
    errno,
    words: row === undefined ? errno : `${errno}, ${row[0]}`,
    advice: row?.[1] ?? null,
    isPermission: PERMISSION.has(errno),
  };
}

function errnoOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
