import { describe, expect, test } from 'vitest';
import { mostShmem, mountOf, pinLimit, pinsFiles } from '../../src/linux/map-file.ts';

describe('files that can be pinned', () => {
  test.each([
    ['tmpfs', 'yes'],
    ['devtmpfs', 'yes'],
    ['hugetlbfs', 'yes'],
    ['rootfs', 'unsure'],
    ['ramfs', 'no'],
    ['overlay', 'no'],
    ['ext4', 'no'],
    ['', 'no'],
  ])('on %s: %s', (type, answer) => {
    expect(pinsFiles(type)).toBe(answer);
  });
});

describe('the mount of a path', () => {
  const on = (mounts: readonly string[], path: string): string | undefined => {
    const places = mounts.map((mountPoint) => ({ mountPoint }));
    return mountOf(places, path)?.mountPoint;
  };

  test('is that of the longest mount point above it, by whole names', () => {
    expect(on(['/', '/dev', '/dev/shm'], '/dev/shm/guest')).toBe('/dev/shm');
    expect(on(['/', '/dev', '/dev/shm'], '/dev/shmem/guest')).toBe('/dev');
    expect(on(['/', '/dev'], '/guest')).toBe('/');
    expect(on(['/dev/shm/guest'], '/dev/shm/guest')).toBeUndefined();
  });

  test('of equal ones is the later', () => {
    const [first, second] = [{ mountPoint: '/a' }, { mountPoint: '/a' }];
    expect(mountOf([first, second], '/a/b')).toBe(second);
  });
});

test('CAP_IPC_LOCK lifts the limit', () => {
  const process = {
    uid: 1,
    inFirstNamespace: true,
    mayLock: false,
    mayReadConfig: false,
    memlockBytes: 5n,
    mayOpenIommufd: true,
  };
  expect(pinLimit(process)).toBe(5n);
  expect(pinLimit({ ...process, memlockBytes: null })).toBeNull();
  expect(pinLimit({ ...process, mayLock: true })).toBeNull();
});

test('huge pages are not there for tmpfs', () => {
  const hugePages = [
    { pageBytes: 2n, total: 3, free: 3, growth: 0 },
    { pageBytes: 10n, total: 4, free: 0, growth: 9 },
  ];
  expect(mostShmem({ totalBytes: 100n, availableBytes: 1n, hugePages })).toBe(54n);
});
