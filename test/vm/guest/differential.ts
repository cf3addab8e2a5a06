/**
 * differential OPERATIONS SEED FINDINGS
 *
 * Random sequences on the running kernel's mock and, at the same time, on the simulator, until this many operations were
 * compared or this many kinds of difference found. Prints one JSON object; shrinks what it found right here, against the kernel.
 */

import { existsSync } from 'node:fs';
import { openLibc } from '../../../src/kernel/libc.ts';
import { createWorld } from '../../../src/sim/sim-world.ts';
import { runDifferential } from '../../kernel/differential/run.ts';
import { qemuMachine } from '../../support/qemu-machine.ts';

const [operations = 1000, seed = 1, mostFindings = 1] = process.argv.slice(2).map(Number);
const kernel = openLibc();
const options = { selftest: true, transparentHugePages: existsSync('/sys/kernel/mm/transparent_hugepage') };
const makeSides = () => ({ kernel, simulator: createWorld(qemuMachine(), options).syscalls });
const start = performance.now();
const result = runDifferential(makeSides, { operations, seed, mostFindings });
console.log(JSON.stringify({ ...result, milliseconds: Math.round(performance.now() - start) }));
