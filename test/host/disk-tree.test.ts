import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diskTree } from '../../src/host/disk-tree.ts';
import { errnoFromWords } from '../../src/host/modprobe.ts';
import { runChild } from '../../src/host/run-child.ts';
import { ERRNO } from '../../src/uapi/errno.ts';

const root = mkdtempSync(join(tmpdir(), 'pasidctl-tree-'));
const tree = diskTree(root);

beforeAll(() => {
  mkdirSync(join(root, 'sys/devices/a'), { recursive: true });
  mkdirSync(join(root, 'sys/class'), { recursive: true });
  mkdirSync(join(root, 'dev/shm'), { recursive: true });
  writeFileSync(join(root, 'sys/devices/a/vendor'), '0x8086\n');
  writeFileSync(join(root, 'sys/devices/a/driver_override'), 'vfio-pci\n');
  writeFileSync(join(root, 'sys/devices/a/empty'), '');
  writeFileSync(join(root, 'sys/devices/a/big'), 'x'.repeat(3 * 1024 * 1024));
  symlinkSync('../devices/a', join(root, 'sys/class/a'));
  symlinkSync('/sys/devices/a', join(root, 'sys/class/absolute'));
  symlinkSync('/etc/passwd', join(root, 'sys/class/outside'));
  symlinkSync('../../../../../../../../etc/passwd', join(root, 'sys/class/climbing'));
  symlinkSync('loop', join(root, 'sys/class/loop'));
  symlinkSync('/dev/nowhere', join(root, 'sys/class/dangling'));
  execFileSync('mkfifo', [join(root, 'sys/devices/a/fifo')]);
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

describe('a tree on disk', () => {
  it('reads text without its last newline, and bytes up to a limit', () => {
    expect(tree.readText('/sys/devices/a/vendor')).toBe('0x8086');
    expect(tree.readText('/sys/devices/a/empty')).toBe('');
    expect(Buffer.from(tree.readBytes('/sys/devices/a/vendor', 2) ?? []).toString()).toBe('0x');
    expect(tree.readText('/sys/devices/a/big')).toHaveLength(1024 * 1024);
    expect(tree.readBytes('/sys/devices/a/big', 5000)).toHaveLength(5000);
  });

  it('tells what is at a path, and follows no link at its end', () => {
    const kinds = ['vendor', 'fifo', 'nope'].map((name) => tree.kindOf(`/sys/devices/a/${name}`));
    expect(kinds).toEqual(['file', 'fifo', null]);
    const links = ['a', 'dangling', 'loop', 'outside'].map((name) => tree.kindOf(`/sys/class/${name}`));
    expect(links).toEqual(['link', 'link', 'link', 'link']);
    expect(['/', '/sys/devices/a', '/sys/class/a/vendor', '/sys/../etc'].map(tree.kindOf)).toEqual([
      'folder',
      'folder',
      'file',
      null,
    ]);
    expect(['/', '/dev/null', '/dev/shm'].map(diskTree('/').kindOf)).toEqual(['folder', 'device', 'folder']);
  });

  it('answers null for what is missing, a folder, or no path of a tree', () => {
    for (const path of ['/nope', '/sys', '/sys/devices/a/vendor/x', 'sys/devices', '/sys/../etc/passwd', '/sys/\0']) {
      expect(tree.readText(path), path).toBeNull();
      expect(tree.sizeBytes(path), path).toBeNull();
      expect(tree.linkName(path), path).toBeNull();
      expect(tree.linkTarget(path), path).toBeNull();
    }
    expect(tree.list('/sys/devices/a/vendor')).toBeNull();
    expect(tree.exists('/nope')).toBe(false);
    expect(tree.exists('/sys')).toBe(true);
    expect(diskTree('/no/such/root').list('/')).toBeNull();
  });

  it('lists names in order', () => {
    expect(tree.list('/sys/class')).toEqual(['a', 'absolute', 'climbing', 'dangling', 'loop', 'outside']);
  });

  it('follows links inside the root only', () => {
    expect(tree.linkName('/sys/class/a')).toBe('a');
    expect(tree.linkTarget('/sys/class/a')).toBe('/sys/devices/a');
    expect(tree.linkTarget('/sys/class/absolute')).toBe('/sys/devices/a');
    expect(tree.readText('/sys/class/absolute/vendor')).toBe('0x8086');
    expect(tree.readText('/sys/class/outside')).toBeNull();
    expect(tree.readText('/sys/class/climbing')).toBeNull();
    expect(tree.linkName('/sys/class/outside')).toBe('passwd');
    expect(tree.linkTarget('/sys/class/outside')).toBeNull();
    expect(tree.linkName('/sys/devices/a')).toBeNull();
  });

  it('ends on links that loop', () => {
    expect(tree.readText('/sys/class/loop')).toBeNull();
    expect(tree.linkName('/sys/class/loop')).toBe('loop');
    expect(tree.linkTarget('/sys/class/loop')).toBeNull();
  });

  it('does not open what is no regular file', async () => {
    expect(tree.readText('/sys/devices/a/fifo')).toBeNull();
    expect(await tree.write('/sys/devices/a/fifo', 'x', 1000)).toBe(-ERRNO.EINVAL);
  });

  it('reads the running machine from /', () => {
    const machine = diskTree();
    expect(machine.readText('/proc/sys/kernel/osrelease')).toMatch(/^\d+\.\d+/);
    expect(machine.linkTarget('/proc/self')).toBe(`/proc/${process.pid}`);
    expect(machine.readText('/dev/null')).toBeNull();
    expect(machine.readText('/proc/../etc/passwd')).toBeNull();
  });
});

describe('a write', () => {
  it('replaces the text as it is given', async () => {
    expect(await tree.write('/sys/class/a/driver_override', 'idxd', 5000)).toBe(0);
    expect(readFileSync(join(root, 'sys/devices/a/driver_override'), 'utf8')).toBe('idxd');
  });

  it('of nothing is a newline, which clears an override', async () => {
    expect(await tree.write('/sys/devices/a/driver_override', '', 5000)).toBe(0);
    expect(readFileSync(join(root, 'sys/devices/a/driver_override'), 'utf8')).toBe('\n');
  });

  it('gives the errno of the refused call', async () => {
    expect(await tree.write('/sys/devices/a/nope', 'x', 5000)).toBe(-ERRNO.ENOENT);
    expect(await tree.write('/sys', 'x', 5000)).toBe(-ERRNO.EINVAL);
    expect(await diskTree().write('/proc/self/oom_score_adj', 'garbage', 5000)).toBe(-ERRNO.EINVAL);
  });

  it('that hangs ends with ETIMEDOUT, and the child with it', async () => {
    const started = performance.now();
    const program = 'setTimeout(() => {}, 60_000)';
    expect(await runChild({ program: process.execPath, args: ['-e', program], deadlineMs: 200 })).toBe(
      -ERRNO.ETIMEDOUT,
    );
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('memory files', () => {
  it('are made of zeros, for the owner alone, and only when nothing is there', () => {
    const file = join(root, 'dev/shm/guest0');
    expect(tree.createFile('/dev/shm/guest0', 8192n)).toBe(0);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(tree.sizeBytes('/dev/shm/guest0')).toBe(8192n);
    expect(tree.createFile('/dev/shm/guest0', 8192n)).toBe(-ERRNO.EEXIST);
    expect(tree.removeFile('/dev/shm/guest0')).toBe(0);
    expect(existsSync(file)).toBe(false);
    expect(tree.removeFile('/dev/shm/guest0')).toBe(-ERRNO.ENOENT);
  });

  it('are not made through a link, outside the root, or larger than any file', () => {
    expect(tree.createFile('/sys/class/dangling', 1n)).toBe(-ERRNO.EEXIST);
    expect(tree.createFile('/../escaped', 1n)).toBe(-ERRNO.ENOENT);
    expect(tree.createFile('/no/folder', 1n)).toBe(-ERRNO.ENOENT);
    expect(tree.createFile('/dev/shm/huge', 1n << 62n)).toBe(-ERRNO.EFBIG);
    expect(existsSync(join(root, 'dev/shm/huge'))).toBe(false);
  });
});

describe('kernel modules', () => {
  it('of a captured machine are not loaded here', async () => {
    expect(await tree.loadModule('vfio_pci')).toBe(-ERRNO.EOPNOTSUPP);
    expect(await tree.unloadModule('vfio_pci')).toBe(-ERRNO.EOPNOTSUPP);
  });

  it('that nobody knows are ENOENT, and names that are none EINVAL', async () => {
    expect(await diskTree().loadModule('pasidctl_no_such_module')).toBe(-ERRNO.ENOENT);
    expect(await diskTree().loadModule('-r vfio')).toBe(-ERRNO.EINVAL);
    expect(await diskTree().unloadModule('pasidctl_no_such_module')).toBe(0);
  });

  it.each([
    ['modprobe: FATAL: Module vfio_pci not found in directory /lib/modules/7.3.4', ERRNO.ENOENT],
    ["modprobe: ERROR: could not insert 'vfio_pci': Operation not permitted", ERRNO.EPERM],
    ['modprobe: FATAL: Module vfio_pci is in use.', ERRNO.EBUSY],
    ['something else', ERRNO.EIO],
  ])('%j is errno %i', (complaint, errno) => {
    expect(errnoFromWords(complaint)).toBe(errno);
  });
});
