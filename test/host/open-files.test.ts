import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { diskTree } from '../../src/host/disk-tree.ts';
import { observe } from '../../src/host/observe.ts';
import { readOpenFiles } from '../../src/host/open-files.ts';
import type { SysTree } from '../../src/host/sys-tree.ts';
import { textTree } from '../support/text-tree.ts';

const NONE = new Set<string>();

/** A tree in which these folders exist and cannot be listed. */
function denying(tree: SysTree, folders: readonly string[]): SysTree {
  const links = tree.links.bind(tree);
  return Object.assign(tree, {
    links: (path: string, limit: number) => (folders.includes(path) ? null : links(path, limit)),
  });
}

describe('one pass over the open files of all processes', () => {
  it('keeps device files and vfio files, with the name of their process', () => {
    const tree = textTree(`/proc/77/comm = Xorg
/dev/dri/card0 = char 226:0
/proc/77/fd/0 -> /dev/null
/proc/77/fd/1 -> socket:[4711]
/proc/77/fd/2 -> /home/user/card0.txt
/proc/77/fd/9 -> /dev/dri/card0
/proc/78/fd/4 -> anon_inode:[vfio-device]
/proc/78/fd/5 -> anon_inode:[eventpoll]`);
    expect(readOpenFiles(tree, NONE)).toEqual({
      files: [
        { pid: 77, command: 'Xorg', fd: '9', path: '/dev/dri/card0', device: 'char 226:0' },
        { pid: 78, command: 'a process', fd: '4', path: 'anon_inode:[vfio-device]', device: null },
      ],
      unread: 0,
    });
  });

  it('looks at a file outside /dev only when a device file has its name', () => {
    const tree = textTree(`/srv/jail/card0 = char 226:0
/srv/jail/notes = char 1:3
/proc/77/fd/3 -> /srv/jail/card0
/proc/77/fd/4 -> /srv/jail/notes`);
    expect(readOpenFiles(tree, new Set(['card0'])).files.map(({ path }) => path)).toEqual(['/srv/jail/card0']);
  });

  it('counts processes whose files it may not list, and neither those that ended nor kernel threads', () => {
    const tree = textTree(`/proc/77/fd/0 -> /dev/null
/proc/77/stat = 77 (bad) name) S 1 77 77 0 -1 4194560 0
/proc/78/fd/0 -> /dev/null
/proc/78/stat = 78 (kworker/0:1) I 2 0 0 0 -1 69238880 0
/proc/79/comm = ended
/proc/self/fd/0 -> /dev/null
/proc/080/fd/0 -> /dev/null`);
    const folders = ['77', '78', '79', 'self', '080'].map((pid) => `/proc/${pid}/fd`);
    expect(readOpenFiles(denying(tree, folders), NONE)).toEqual({ files: [], unread: 1 });
  });

  it('keeps the name of a process on one line, so that nobody reads it for something else', () => {
    const tree = textTree('/proc/77/comm = a\\nb\\e[1m\n/proc/77/fd/4 -> /dev/kvm');
    const told = Object.assign(tree, {
      readText: (path: string) => (path === '/proc/77/comm' ? 'a\nb\u001b\n' : null),
    });
    expect(readOpenFiles(told, NONE).files.map(({ command }) => command)).toEqual(['a\\x0ab\\x1b']);
  });

  it.each(['/run/host/dev/dri/card0', '/var/lib/containers/overlay/1/merged/dev/dri/card0', '/x/dev/y/dev/dri/card0'])(
    'takes %s for what it is below the last /dev/, where numbers are not known',
    (path) => {
      const files = `/proc/77/fd/9 -> ${path}`;
      expect(readOpenFiles(textTree(files), NONE).files).toMatchObject([{ path: '/dev/dri/card0', device: null }]);
      const numbered = textTree(`/dev/null = char 1:3\n${files}`);
      expect(readOpenFiles(numbered, NONE).files).toMatchObject([{ path, device: null }]);
    },
  );

  it('is told to the machine', () => {
    const tree = denying(textTree('/proc/77/fd/0 -> /dev/null'), ['/proc/77/fd']);
    expect(observe(tree, { files: [] }).unreadProcesses).toBe(1);
  });

  it('gives a process up that has more descriptors than it reads', () => {
    const many = Array.from({ length: 65_537 }, (_, fd) => `/proc/77/fd/${fd} -> /dev/dri/card0`).join('\n');
    expect(readOpenFiles(textTree(`${many}\n/proc/78/fd/3 -> /dev/kvm`), NONE)).toMatchObject({
      files: [{ pid: 78, path: '/dev/kvm' }],
      unread: 1,
    });
  });

  it.each([
    '',
    '/',
    '//dev//',
    '/dev/',
    '/dev/../dev/x',
    '/dev/x (deleted)',
    '/dev/\u0000\ufffd',
    'vfio',
    '/dev/vfio/',
  ])('takes a link that says %j for what it is', (text) => {
    const tree = textTree('/proc/77/comm = x');
    const odd: SysTree = Object.assign(tree, {
      links: (path: string) => (path === '/proc/77/fd' ? [{ name: '3', text }] : null),
    });
    expect(() => observe(odd, { files: [] })).not.toThrow();
    expect(observe(odd, { files: [] }).holders).toEqual([]);
  });

  it('takes a second at most for 2,000 processes with 64 devices', () => {
    const lines: string[] = [];
    for (let index = 0; index < 64; index += 1) {
      const address = `0000:${(index + 16).toString(16)}:00.0`;
      const base = `/sys/devices/pci0000:00/${address}`;
      lines.push(
        `/sys/bus/pci/devices/${address} -> ${base}`,
        `${base}/vendor = 0x8086`,
        `${base}/drm/card${index}/dev = 226:${index}`,
        `/dev/dri/card${index} = char 226:${index}`,
      );
    }
    for (let pid = 1; pid <= 2000; pid += 1) {
      for (let fd = 0; fd < 30; fd += 1) lines.push(`/proc/${pid}/fd/${fd} -> socket:[${pid}${fd}]`);
      lines.push(`/proc/${pid}/comm = worker`, `/proc/${pid}/fd/30 -> /dev/dri/card${pid % 64}`);
    }
    const tree = textTree(lines.join('\n'));
    const started = process.cpuUsage();
    const { functions } = observe(tree, { files: [] });
    expect(process.cpuUsage(started).user).toBeLessThan(1_500_000);
    expect(functions.flatMap(({ uses }) => uses)).toHaveLength(2000);
  });
});

describe('the open files of this machine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pasidctl-fds-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are known by device number, whatever their name', () => {
    const tree = diskTree();
    openSync('/dev/zero', 'r');
    const links = tree.links(`/proc/${process.pid}/fd`, 65_536) ?? [];
    const zero = links.find(({ text }) => text === '/dev/zero');
    expect(tree.deviceNumber(`/proc/${process.pid}/fd/${zero?.name}`)).toBe('char 1:5');
    expect(tree.deviceNumber(folder)).toBeNull();
    expect(tree.deviceNumber('/nowhere')).toBeNull();
    expect(tree.links('/nowhere', 9)).toBeNull();
    expect(tree.links(`/proc/${process.pid}/fd`, 1)).toBeNull();
  });

  it('are not those of a captured machine', () => {
    expect(diskTree('/dev').deviceNumber('/zero')).toBeNull();
  });
});
