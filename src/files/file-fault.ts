/** What the system refuses about a file, in words and with advice: one table for every file that is read or written. */

export interface FileFault {
  /** The errno’s own name; `null` where we refuse, not the system. */
  readonly errno: string | null;
  /** What is wrong, for behind “FILE cannot be read: ”. */
  readonly words: string;
  /** What to do, as an instruction. */
  readonly advice: string;
  readonly kind: 'not-permitted' | 'missing' | 'other';
}

/** A file that we do not take, whatever the system says. */
export class FileError extends Error {
  override readonly name = 'FileError';
  readonly advice: string;

  constructor(message: string, advice: string) {
    super(message);
    this.advice = advice;
  }
}

type Row = readonly [words: string, advice: string, kind?: FileFault['kind']];

const ROOM = 'Make room there, or choose a path on another file system.';
const LINKS = 'Give the path that the link leads to, or correct links that lead in a circle.';
const FILES = 'Close other files or programs, or raise the limit of open files (`ulimit -n`).';
const DISK = 'Look for errors of the disk in the kernel log (`dmesg`), and try again on another file system.';

const ROWS: Readonly<Record<string, Row>> = {
  ENOENT: ['it, or a folder above it, does not exist', 'Correct the path.', 'missing'],
  ENOTDIR: ['a part of its path is not a folder', 'Correct the path: only the last part may be a file.', 'missing'],
  EACCES: [
    'permission is denied',
    'Run the command as a user who has access, such as root, or change the permissions of the file and of the folders above it.',
    'not-permitted',
  ],
  EPERM: [
    'the operation is not permitted',
    'Run the command as the owner of the file or as root; `lsattr` shows whether the file is immutable.',
    'not-permitted',
  ],
  EROFS: [
    'the file system is mounted read-only',
    'Mount it writable, or choose a path on another file system.',
    'not-permitted',
  ],
  ENOSPC: ['no space is left on the device', ROOM],
  EDQUOT: [
    'the disk quota of the user is used up',
    'Remove files of the user, or choose a path on another file system.',
  ],
  EFBIG: [
    'the file would be larger than allowed',
    'Raise the limit (`ulimit -f`), or choose a path on another file system.',
  ],
  ELOOP: ['it is a symbolic link where none is followed, or its links lead in a circle', LINKS],
  EMLINK: ['it has too many links', LINKS],
  EISDIR: ['it is a folder', 'Give the path of a file.'],
  EEXIST: ['it exists already', 'Choose another path, or move what is there.'],
  ENXIO: ['it is a socket, or a device or FIFO with nothing behind it', 'Give the path of a regular file.'],
  ENODEV: ['there is no such device', 'Give the path of a regular file.'],
  ENAMETOOLONG: ['its path is too long', 'Choose a shorter path: a name has at most 255 bytes, a whole path 4095.'],
  EMFILE: ['this process has too many open files', FILES],
  ENFILE: ['the system has too many open files', FILES],
  ENOMEM: ['no memory is left', 'End other programs, or raise the memory limit.'],
  EIO: ['an input or output error occurred', DISK],
  ESTALE: ['the network file system no longer has it', 'Mount the file system again.'],
  EBUSY: ['it is in use', 'End what uses it: `fuser -v FILE` lists the processes.'],
  ETXTBSY: ['it is a program that runs', 'Choose another path.'],
  EINVAL: ['the file system does not support this', 'Choose a path on another file system.'],
  EXDEV: ['it is on another file system', 'Choose a path on the same file system.'],
  EILSEQ: ['the file system does not allow its name', 'Choose another name.'],
  ECONNREFUSED: ['no program listens at the socket', 'Start the program that listens there.'],
};

/** @param error  whatever was thrown while a file was used */
export function fileFault(error: unknown): FileFault {
  if (error instanceof FileError) {
    return { errno: null, words: error.message, advice: error.advice, kind: 'other' };
  }
  const errno = errnoNameOf(error);
  if (errno === null) return { errno, words: messageOf(error), advice: 'Check the path.', kind: 'other' };
  return faultOfErrno(errno);
}

/** @param errno  its name, such as `ENOSPC` */
export function faultOfErrno(errno: string): FileFault {
  const [words, advice, kind = 'other'] = ROWS[errno] ?? [
    systemWords(errno),
    'Check the path, and the kernel log (`dmesg`).',
  ];
  return { errno, words: words === null ? errno : `${words} (${errno})`, advice, kind };
}

/** The system's code, also of an error that another one wraps; `null` when it is not a system error. */
export function errnoNameOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return errnoNameOf(error.cause);
}

function systemWords(errno: string): string | null {
  // An import of node:util loads all parts of it, at the start of every command.
  const map = process.getBuiltinModule('node:util').getSystemErrorMap();
  return [...map.values()].find(([name]) => name === errno)?.[1] ?? null;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
