import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskTree } from '../../src/host/disk-tree.ts';
import { readMounts, readRealPaths } from '../../src/host/memory-mounts.ts';
import type { SysTree } from '../../src/host/sys-tree.ts';
import type { MountedFileSystem } from '../../src/model/host.ts';
import { textTree } from '../support/text-tree.ts';

/** A tree whose mountinfo has these lines, such as `22 1 / ext4`: id, parent, mount point, type and options. */
function treeOf(...lines: readonly string[]): SysTree {
  const text = lines.map((line) => {
    const [id, parent, mountPoint, type, options = 'rw'] = line.split(' ');
    return `${id} ${parent} 0:${id} / ${mountPoint} rw,relatime shared:1 - ${type} source ${options}`;
  });
  const none = textTree('');
  return {
    ...{ list: none.list.bind(none), linkTarget: none.linkTarget.bind(none), freeBytes: () => 4096n },
    readBytes: (path: string) => (path === '/proc/self/mountinfo' ? new TextEncoder().encode(text.join('\n')) : null),
  } as unknown as SysTree;
}

const points = (mounts: readonly MountedFileSystem[]): string[] =>
  mounts.map(({ mountPoint, type }) => `${mountPoint} ${type}`);

describe('mounts that guest memory may be on', () => {
  it('are those of memory and the root’s, with room for memory alone', () => {
    const tree = treeOf(
      '22 1 / ext4',
      '23 22 /dev devtmpfs',
      '24 23 /dev/shm tmpfs',
      '25 22 /srv nfs4',
      '26 22 /mnt ramfs',
      '27 22 /overlay overlay',
    );
    expect(readMounts(tree, [])).toEqual([
      { mountPoint: '/', type: 'ext4', readOnly: false, pageBytes: null, limitBytes: null, freeBytes: null },
      { mountPoint: '/dev', type: 'devtmpfs', readOnly: false, pageBytes: null, limitBytes: null, freeBytes: 4096n },
      { mountPoint: '/dev/shm', type: 'tmpfs', readOnly: false, pageBytes: null, limitBytes: null, freeBytes: 4096n },
      { mountPoint: '/mnt', type: 'ramfs', readOnly: false, pageBytes: null, limitBytes: null, freeBytes: 4096n },
    ]);
  });

  it.each([
    ['pagesize=2M', 1n << 21n],
    ['rw,pagesize=1024M,size=4G', 1n << 30n],
    ['pagesize=64K', 1n << 16n],
    ['pagesize=2MiB', null],
    ['rw', null],
  ])('have huge pages as the option %s says', (options, pageBytes) => {
    expect(readMounts(treeOf(`22 1 /h hugetlbfs ${options}`), [])[0]?.pageBytes).toBe(pageBytes);
  });

  it('include those that a file of the spec is on: the longest above it, of equal ones the later', () => {
    const tree = treeOf(
      '22 1 / ext4',
      '23 22 /srv xfs',
      '24 23 /srv/vm overlay',
      '25 24 /srv/vm nfs4',
      '26 22 /srvx xfs',
    );
    expect(points(readMounts(tree, ['/srv/vm/a', '/srvy/b']))).toEqual(['/ ext4', '/srv/vm nfs4']);
    expect(points(readMounts(tree, ['/srv/c']))).toEqual(['/ ext4', '/srv xfs']);
  });

  it('leave out what a later mount above it hides, with all that is on that', () => {
    const tree = treeOf(
      '22 1 / ext4',
      '23 22 /dev devtmpfs',
      '24 23 /dev/shm tmpfs',
      '25 24 /dev/shm/a tmpfs',
      '26 23 /dev xfs',
    );
    expect(points(readMounts(tree, ['/dev/shm/a/ram']))).toEqual(['/ ext4', '/dev xfs']);
  });

  it('are in any order when the mount below them is not listed, as below another root', () => {
    expect(points(readMounts(treeOf('30 1 /dev/shm tmpfs', '31 1 / ext4'), []))).toEqual(['/ ext4', '/dev/shm tmpfs']);
  });

  it('are bounded on a host full of containers, and those of the spec stay', () => {
    const pods = Array.from({ length: 5000 }, (_, pod) => `${pod + 30} 22 /var/lib/kubelet/pods/${pod}/secret tmpfs`);
    const tree = treeOf('22 1 / ext4', ...pods, '24 22 /dev/shm tmpfs');
    const found = points(readMounts(tree, ['/var/lib/kubelet/pods/4999/secret/ram']));
    expect(found.length).toBeLessThan(100);
    expect(found).toEqual(
      expect.arrayContaining(['/ ext4', '/dev/shm tmpfs', '/var/lib/kubelet/pods/4999/secret tmpfs']),
    );
  });

  it.each([
    ['no file', null],
    ['garbage', 'x - y\n\0 1 2 - -\n 1 1 1 1 1 - \n'],
  ])('are none with %s', (_, text) => {
    const tree = textTree(text === null ? '' : `/proc/self/mountinfo = ${text}`);
    expect(readMounts(tree, ['/dev/shm/guest'])).toEqual([]);
  });
});

describe('real paths', () => {
  it('are those of files whose folder is reached over a link, and whose file need not exist', () => {
    const tree = textTree('/run/vm/x = y\n/var/run -> /run\n/loop -> /loop');
    expect(readRealPaths(tree, ['/var/run/vm/guest', '/run/vm/guest', '/nowhere/guest'])).toEqual([
      { path: '/var/run/vm/guest', realPath: '/run/vm/guest' },
    ]);
    expect(() => readRealPaths(tree, ['/loop/guest'])).not.toThrow();
  });

  it('are found on a disk', () => {
    const folder = mkdtempSync(join(tmpdir(), 'real-path-'));
    symlinkSync('/proc', join(folder, 'link'));
    expect(readRealPaths(diskTree(), [join(folder, 'link/guest')])).toEqual([
      { path: join(folder, 'link/guest'), realPath: '/proc/guest' },
    ]);
    rmSync(folder, { recursive: true });
  });
});

const SHM = /^\d+ \d+ \S+ \S+ \/dev\/shm .* - tmpfs /m;

describe('this machine', () => {
  it('says how much a tmpfs still takes, and what is allocated of a file', (context) => {
    if (!existsSync('/proc/self/mountinfo') || !SHM.test(readFileSync('/proc/self/mountinfo', 'utf8'))) {
      context.skip('/dev/shm is no tmpfs here');
    }
    const tree = diskTree();
    const folder = mkdtempSync('/dev/shm/room-');
    const file = join(folder, 'guest');
    expect(tree.createFile(file, 1n << 20n)).toBe(0);
    expect(tree.allocatedBytes(file)).toBe(0n);
    writeFileSync(file, new Uint8Array(1 << 16), { flag: 'r+' });
    expect(tree.allocatedBytes(file)).toBe(1n << 16n);
    const mount = readMounts(tree, [file]).find(({ mountPoint }) => mountPoint === '/dev/shm');
    expect(mount?.type).toBe('tmpfs');
    // A tmpfs of `size=0` has no limit.
    if (mount?.freeBytes !== null) expect(mount?.freeBytes).toBeGreaterThan(0n);
    rmSync(folder, { recursive: true });
  });

  it('is not asked about the files of another root', () => {
    const tree = diskTree('/dev');
    expect([tree.freeBytes('/'), tree.allocatedBytes('/null'), tree.mayOpen('/null')]).toEqual([null, null, null]);
  });
});

describe('the limit of a mount', () => {
  it.each([
    ['tmpfs', 'rw,size=16384k', 16n << 20n],
    ['tmpfs', 'rw,size=2G,size=1m', 1n << 20n],
    ['tmpfs', 'rw,nr_blocks=2', 8192n],
    ['tmpfs', 'rw,size=0k', null],
    ['tmpfs', 'rw,size=12x', null],
    ['hugetlbfs', 'rw,pagesize=2M,size=4M', 4n << 20n],
    ['hugetlbfs', 'rw,pagesize=2M,min_size=4M', null],
  ])('of %s with %s', (type, options, limitBytes) => {
    const tree = textTree(`/proc/self/mountinfo = 30 1 0:28 / /mnt/a rw - ${type} none ${options}`);
    expect(readMounts(tree, [])).toMatchObject([{ mountPoint: '/mnt/a', limitBytes }]);
  });
});
