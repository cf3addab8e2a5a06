import { expect, test } from 'vitest';
import { observe } from '../../src/host/observe.ts';
import { SAMPLE_MACHINE } from '../../src/sim/sample-machine.ts';
import { createWorld } from '../../src/sim/sim-world.ts';

test('the sample machine is observed as the facts it was made of', () => {
  expect(observe(createWorld(SAMPLE_MACHINE).tree, { files: [] })).toEqual(SAMPLE_MACHINE);
});
