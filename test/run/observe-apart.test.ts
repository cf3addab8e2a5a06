import { describe, expect, test } from 'vitest';
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
    const answer = (host) => process.stdout.write(require('node:v8').serialize(host));
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

  test('is none when a child fails, hangs where it must not read any more, or cannot be started', async () => {
    expect(await observeApart(child('process.exit(3)'), WHERE, QUICK)).toBeNull();
    expect(await observeApart(child('begins("/sys/a"); sleep();'), WHERE, QUICK)).toBeNull();
    expect(await observeApart({ program: '/nowhere/node', args: [] }, WHERE, QUICK)).toBeNull();
  });

  test('is told to read nothing more when the time is up, and says so', async () => {
    const observer = child('while (Date.now() <= task.deadline) begins("/sys/slow"); answer({});');
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

  test('looks at no process when it is late, and at everything else', () => {
    const { watched, begun } = watching([], true);
    expect([watched.readText('/proc/12/comm'), watched.list('/proc/12/fd'), watched.exists('/proc/12')]).toEqual([
      ...[null, null, false],
    ]);
    expect([watched.readText('/sys/a'), watched.readText('/proc/cmdline')]).toEqual(['1', 'ro']);
    expect(begun).toEqual(['/sys/a', '/proc/cmdline']);
  });

  test('watches every way to read', () => {
    const writing = ['write', 'loadModule', 'unloadModule', 'createFile', 'removeFile'];
    const reads = Object.keys(tree).filter((name) => !writing.includes(name));
    const { watched } = watching([]);
    expect(reads.filter((name) => Reflect.get(watched, name) === Reflect.get(tree, name))).toEqual([]);
    expect(HOST.functions.length).toBeGreaterThan(0);
  });
});
