/** The commands on the simulator, killed before, after and within every write of world, journal and lock. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { observe } from '../../src/host/observe.ts';
import { SAMPLE_MACHINE } from '../../src/sim/sample-machine.ts';
import { openWorld } from '../../src/sim/world-file.ts';
import { cli } from '../support/run-cli.ts';
import { watchingFiles } from '../support/watch-files.ts';

const EXAMPLE = new URL('../../examples/two-pasids.yaml', import.meta.url).pathname;

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'pasidctl-crash-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const run = (command: string, ...words: readonly string[]) =>
  cli([command, ...words, '--backend', 'sim', '--state-dir', dir, '--auto-approve']);
const apply = () => run('apply', '-f', EXAMPLE);

/** What the machine is, and what is open in it. */
function machine(): unknown {
  const world = openWorld(dir, () => SAMPLE_MACHINE);
  return { host: observe(world.tree, { files: [] }), files: world.tree.list('/dev/shm'), open: world.countObjects() };
}

type Remains = ReadonlyMap<string, string>;

const remains = (): Remains => new Map(readdirSync(dir).map((name) => [name, readFileSync(join(dir, name), 'utf8')]));

function putBack(files: Remains): void {
  for (const name of readdirSync(dir)) rmSync(join(dir, name));
  for (const [name, text] of files) writeFileSync(join(dir, name), text);
}

/** What a kill at each point would leave, each once. */
async function killsOf(work: () => Promise<{ readonly exitCode: number }>): Promise<readonly Remains[]> {
  const states = new Map<string, Remains>();
  const reach = (): void => {
    const files = remains();
    states.set(JSON.stringify([...files]), files);
  };
  expect((await watchingFiles(reach, work)).exitCode).toBe(0);
  return [...states.values()];
}

test('after a killed apply, apply ends it and destroy gives everything back', async () => {
  const start = machine();
  const states = await killsOf(apply);
  const done = machine();
  expect(states.length).toBeGreaterThan(20);
  for (const state of states) {
    putBack(state);
    expect((await apply()).exitCode).toBe(0);
    expect(machine()).toEqual(done);
    putBack(state);
    expect((await run('destroy')).exitCode).toBe(0);
    expect(machine()).toEqual(start);
  }
});

test('after a killed destroy, destroy ends it and apply makes everything again', async () => {
  const start = machine();
  await apply();
  const done = machine();
  const states = await killsOf(() => run('destroy'));
  expect(states.length).toBeGreaterThan(20);
  for (const state of states) {
    putBack(state);
    expect((await run('destroy')).exitCode).toBe(0);
    expect(machine()).toEqual(start);
    putBack(state);
    expect((await apply()).exitCode).toBe(0);
    expect(machine()).toEqual(done);
  }
});
