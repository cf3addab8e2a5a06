import { describe, expect, test } from 'vitest';
import { FileError, faultOfErrno, fileFault } from '../../src/files/file-fault.ts';

const NAMED = [
  ...['ENOSPC', 'EDQUOT', 'ELOOP', 'EISDIR', 'ENXIO', 'ENAMETOOLONG', 'EROFS', 'ENOTDIR', 'EACCES', 'EPERM', 'ENOENT'],
  ...['EMFILE', 'ENFILE', 'EIO', 'EFBIG', 'ESTALE', 'EBUSY', 'ENOMEM', 'EINVAL', 'EEXIST', 'ETXTBSY', 'ENODEV'],
];

const systemError = (code: string): Error => Object.assign(new Error(`${code}: whatever`), { code });

describe('what the system refuses', () => {
  test.each(NAMED)('%s is told with its name, in words, and with advice', (errno) => {
    const { words, advice } = fileFault(systemError(errno));
    expect(words).toMatch(new RegExp(`^[a-z].+ \\(${errno}\\)$`));
    expect(advice).toMatch(/^[A-Z].+\.$/);
  });

  test('is a matter of permission for three errnos alone, and root is advised for no other', () => {
    const ofPermission = NAMED.filter((errno) => faultOfErrno(errno).kind === 'not-permitted');
    expect(ofPermission.sort()).toEqual(['EACCES', 'EPERM', 'EROFS']);
    const advisesRoot = NAMED.filter((errno) => faultOfErrno(errno).advice.includes('root'));
    expect(advisesRoot.sort()).toEqual(['EACCES', 'EPERM']);
  });

  test('has the system’s own words where the table has none', () => {
    expect(faultOfErrno('EPROTO')).toMatchObject({ errno: 'EPROTO', words: 'protocol error (EPROTO)', kind: 'other' });
    expect(faultOfErrno('EWHATEVER').words).toBe('EWHATEVER');
  });

  test('is found where somebody has said more about it, and what we refuse has no errno', () => {
    const wrapped = new Error('more', { cause: systemError('ENOSPC') });
    expect(fileFault(wrapped).errno).toBe('ENOSPC');
    expect(fileFault(new FileError('it is a folder', 'Give a file.'))).toMatchObject({
      errno: null,
      advice: 'Give a file.',
    });
  });
});
