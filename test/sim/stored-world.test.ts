import { expect, test } from 'vitest';
import { parseBdf } from '../../src/model/bdf.ts';
import type { Host } from '../../src/model/host.ts';
import { SAMPLE_MACHINE } from '../../src/sim/sample-machine.ts';
import type { Json } from '../../src/sim/state/json-codec.ts';
import { makeWorld } from '../../src/sim/state/make-world.ts';
import { readWorld, writeWorld } from '../../src/sim/stored-world.ts';
import { DSA0 } from '../support/sim-bench.ts';
import { uses } from '../support/uses.ts';

const PHRASES = ['disk sda mounted at /a b', 'framebuffer'];
const IDLE = ['queue wq0.0 (user, dedicated)'];
const MACHINE: Host = {
  ...SAMPLE_MACHINE,
  functions: SAMPLE_MACHINE.functions.map((fn) =>
    fn.address === DSA0 ? { ...fn, uses: uses(...PHRASES), enabled: uses(...IDLE) } : fn,
  ),
};

/** As JSON, with the function also among those that are away. */
function stored() {
  const world = makeWorld(MACHINE);
  const found = world.functions.get(DSA0);
  const away = parseBdf('0000:ff:00.0');
  if (found === undefined || away === null) throw new Error('no function');
  world.absent.set(away, found);
  return { world, json: writeWorld(world) };
}

test('a stored world has phrases, of functions that are away too', () => {
  const text = JSON.stringify(stored().json);
  const lists = text.match(
    /"uses":\["disk sda mounted at \/a b","framebuffer"\],"enabled":\["queue wq0.0 \(user, dedicated\)"\]/g,
  );
  expect(lists).toHaveLength(2);
  expect(text).not.toContain('"mountPoint":"/a b"');
});

test('a world is read as it was written', () => {
  const { world, json } = stored();
  const through: Json = JSON.parse(JSON.stringify(json));
  expect(readWorld(through)).toEqual(world);
});
