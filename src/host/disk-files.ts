/** Making and removing memory files: regular files of zeros, readable by their owner only. Errors are negative errno. */

import { closeSync, constants, ftruncateSync, openSync, unlinkSync } from 'node:fs';
import { ERRNO } from '../uapi/errno.ts';

const CREATE = constants.O_CREAT | constants.O_EXCL | constants.O_RDWR | constants.O_NOFOLLOW;

/**
 * A new file of zeros, mode 0600; −EEXIST when the path exists, −EINVAL when hugetlbfs needs a multiple of its page size.
 * Undone by: removeRegularFile.
 */
export function createRegularFile(file: string | null, sizeBytes: bigint): number {
  if (file === null) return -ERRNO.ENOENT;
  if (sizeBytes > BigInt(Number.MAX_SAFE_INTEGER)) return -ERRNO.EFBIG;
  return errnoOf(() => {
    const fd = openSync(file, CREATE, 0o600);
    try {
      ftruncateSync(fd, Number(sizeBytes));
    } catch (error) {
      unlinkSync(file);
      throw error;
    } finally {
      closeSync(fd);
    }
  });
}

export function removeRegularFile(file: string | null): number {
  if (file === null) return -ERRNO.ENOENT;
  return errnoOf(() => unlinkSync(file));
}

/** 0, or the negative errno of the system call that failed. */
export function errnoOf(call: () => void): number {
  try {
    call();
    return 0;
  } catch (error) {
    return errnoIn(error);
  }
}

function errnoIn(error: unknown): number {
  const errno = error instanceof Error && 'errno' in error ? error.errno : null;
  return typeof errno === 'number' && errno < 0 ? errno : -ERRNO.EIO;
}
