import { describe, expect, test } from 'vitest';
import { readOpenFiles } from '../../src/host/open-files.ts';
import { watchedTree } from '../../src/host/watched-tree.ts';
import { type Observer, observeApart } from '../../src/run/observe-apart.ts';
import { HOST } from '../preflight/world.ts';
import { textTree } from '../support/text-tree.ts';

/** A child that does what the script says; `task` and `begins` are there, and `answer` gives a host back. */
function child(script: string): Observer {
  const before = `
    const { writeSync } = require('node:fs');
    const task = JSON.parse(process.argv[1]);
    let reads = 0;
    const begins = (path) => writeSync(3, String(++reads) + ' ' + path + '\\0', 0);
    const answer = (host, late = false) => process.stdout.write(require('node:v8').serialize({ host, late }));
    const sleep = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  `;
  return { program: process.execPath, args: ['-e', `${before}\n${script}`] };
}

const WHERE = { root: '/', files: ['/dev/shm/a'] };
const QUICK = { readMs: 300, totalMs: 20_000 };

describe('a machine read in a process of its own', () => {
  test('is as the child read it, 64-bit values included', async () => {
    const observer = child('begins("/sys/a"); answer({ units: [{ cap: 2n ** 63n }], asked: task.files });');
    expect(await observeApart(observer, WHERE)).toEqual({
      host: { units: [{ cap: 2n ** 63n }], asked: ['/dev/shm/a'] },
      hung: [],
      late: false,
    });
  });

  test('lacks what a read does not bring back, and has the rest', async () => {
    const observer = child(`
      for (const path of ['/sys/a', '/sys/b', '/sys/c']) {
        if (task.skip.includes(path)) continue;
        begins(path);
        if (path !== '/sys/b') continue;
        sleep();
      }
      answer({ skipped: task.skip });
    `);
    expect(await observeApart(observer, WHERE, QUICK)).toMatchObject({
      host: { skipped: ['/sys/b'] },
      hung: ['/sys/b'],
    });
  });

  test('is none when a child fails or cannot be started', async () => {
    expect(await observeApart(child('process.exit(3)'), WHERE, QUICK)).toBeNull();
    expect(await observeApart({ program: '/nowhere/node', args: [] }, WHERE, QUICK)).toBeNull();
  });

  test('is given up, with what hangs, rather than read where it would hang for ever', async () => {
    const again = child('begins("/sys/a"); sleep();');
    expect(await observeApart(again, WHERE, QUICK)).toEqual({ host: null, hung: ['/sys/a'], late: false });
    const fails = child('if (task.skip.length > 0) process.exit(3); begins("/sys/a"); sleep();');
    expect(await observeApart(fails, WHERE, QUICK)).toEqual({ host: null, hung: ['/sys/a'], late: false });
    const always = child('begins("/sys/" + task.skip.length); sleep();');
    const { host, hung } = (await observeApart(always, WHERE, { readMs: 100, totalMs: 1 })) ?? {};
    expect([host, hung?.length]).toEqual([null, 8]);
  });

  test('is read to its end though a read hung until the time was up', async () => {
    const observer = child(`
      if (task.skip.length === 0) { begins('/sys/a'); sleep(); }
      answer({}, Date.now() > task.deadline);
    `);
    const limits = { readMs: 300, totalMs: 1 };
    expect(await observeApart(observer, WHERE, limits)).toEqual({ host: {}, hung: ['/sys/a'], late: true });
  });

  test('is told to read nothing more when the time is up, and says so', async () => {
    const observer = child('while (Date.now() <= task.deadline) begins("/sys/slow"); answer({}, true);');
    expect(await observeApart(observer, WHERE, { readMs: 5000, totalMs: 300 })).toEqual({
      host: {},
      hung: [],
      late: true,
    });
  });
});

describe('a watched tree', () => {
  const tree = textTree('/sys/a = 1\n/sys/b = 2\n/proc/12/comm = sh\n/proc/cmdline = ro\n');
  const watching = (skip: readonly string[], late = false) => {
    const begun: string[] = [];
    const watched = watchedTree(tree, {
      begins: (path) => begun.push(path),
      skip: new Set(skip),
      isLate: () => late,
    });
    return { watched, begun };
  };

  test('announces each read before it', () => {
    const { watched, begun } = watching([]);
    expect([watched.readText('/sys/a'), watched.list('/sys'), watched.exists('/sys/b')]).toEqual([
      '1',
      ['a', 'b'],
      true,
    ]);
    expect(begun).toEqual(['/sys/a', '/sys', '/sys/b']);
  });

  test('shows nothing of what is left out, and the rest', () => {
    expect(watching(['/sys/a']).watched.readText('/sys/a')).toBeNull();
    expect(watching(['/sys/a']).watched.readText('/sys/b')).toBe('2');
  });

  test('lists the open files of no process when it is late, and reads everything else', () => {
    const { watched, begun } = watching([], true);
    expect([watched.links('/proc/12/fd', 10), watched.readText('/proc/12/stat')]).toEqual([null, null]);
    expect(watched.readText('/proc/12/comm')).toBe('sh');
    expect([watched.readText('/sys/a'), watched.readText('/proc/cmdline')]).toEqual(['1', 'ro']);
    expect(begun).toEqual(['/proc/12/comm', '/sys/a', '/proc/cmdline']);
  });

  const processes = textTree(
    [
      ...['/proc/12/comm = sh', '/proc/12/fd/3 -> /dev/dri/card0', '/proc/12/stat = 12 (sh) S 1 0 0 0 -1 0 0'],
      ...['/proc/77/comm = qemu', '/proc/77/fd/9 -> /dev/dri/card1', '/proc/77/stat = 77 (qemu) S 1 0 0 0 -1 0 0'],
    ].join('\n'),
  );

  test.each([
    ['nothing', 0, [], [12, 77], 0],
    ['the first', 1, [], [12], 1],
    ['the start', -1, [], [], 2],
    ['one that hangs', 0, ['/proc/77/fd'], [12], 1],
    ['one whose state hangs too', 0, ['/proc/77/fd', '/proc/77/stat'], [12], 1],
  ] as const)('counts processes that were not looked at after %s as unread', (_title, after, skip, read, unread) => {
    let listed = 0;
    const watched = watchedTree(processes, {
      begins: (path) => {
        if (path.endsWith('/fd')) listed += 1;
      },
      skip: new Set<string>(skip),
      isLate: () => after !== 0 && listed >= after,
    });
    const open = readOpenFiles(watched, new Set());
    expect(open.files.map(({ pid }) => pid)).toEqual(read);
    expect(open.unread).toBe(unread);
  });

  test('watches every way to read', () => {
    const writing = ['write', 'loadModule', 'unloadModule', 'createFile', 'removeFile'];
    const reads = Object.keys(tree).filter((name) => !writing.includes(name));
    const { watched } = watching([]);
    expect(reads.filter((name) => Reflect.get(watched, name) === Reflect.get(tree, name))).toEqual([]);
    expect(HOST.functions.length).toBeGreaterThan(0);
  });
});
