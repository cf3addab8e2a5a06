/**
 * npm run bench [-- [--json] [GROUP…]]
 *
 * Every figure beside a baseline that was measured in turns with it, in one table. Aims that are missed fail nothing: a
 * busy machine measures badly. Progress goes to stderr.
 */

import { cpus, loadavg, release } from 'node:os';
import { parseArgs } from 'node:util';
import { callRows } from './call-rows.ts';
import { engineRows } from './engine-rows.ts';
import { invalidateRows } from './invalidate-rows.ts';
import { kernelRows } from './kernel-rows.ts';
import type { Row } from './row.ts';
import { scaleRows } from './scale-rows.ts';
import { specRows } from './spec-rows.ts';
import { startRows } from './start-rows.ts';
import { tableOf } from './table.ts';
import { type Workshop, withWorkshop } from './workshop.ts';

type MeasureGroup = (shop: Workshop) => readonly Row[] | Promise<readonly Row[]>;

const GROUPS: ReadonlyMap<string, MeasureGroup> = new Map<string, MeasureGroup>([
  ['kernel', kernelRows],
  ['invalidate', invalidateRows],
  ['calls', callRows],
  ['spec', specRows],
  ['start', startRows],
  ['scale', scaleRows],
  ['engine', engineRows],
]);

async function measure(names: readonly string[]): Promise<Row[]> {
  const say = (text: string): void => void process.stderr.write(`${text}\n`);
  return withWorkshop(async (shop) => {
    const rows: Row[] = [];
    for (const [name, measureGroup] of GROUPS) {
      if (names.length > 0 && !names.includes(name)) continue;
      const start = performance.now();
      rows.push(...(await measureGroup(shop)));
      say(`measured ${name} in ${((performance.now() - start) / 1000).toFixed(0)} s`);
    }
    return rows;
  });
}

function machineFacts() {
  const [cpu] = cpus();
  return {
    node: process.version,
    kernel: release(),
    cpu: cpu?.model ?? 'unknown',
    cpus: cpus().length,
    load: loadavg()[0],
  };
}

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false }, output: { type: 'string', short: 'o', default: 'text' } },
  allowPositionals: true,
});
const unknown = positionals.find((name) => !GROUPS.has(name));
if (unknown !== undefined) throw new Error(`there is no group ${unknown}; there are ${[...GROUPS.keys()].join(', ')}`);
const machine = machineFacts();
const rows = await measure(positionals);
if (values.json || values.output === 'json') console.log(JSON.stringify({ kind: 'Bench', machine, rows }, null, 2));
else {
  const { node, kernel, cpu, cpus: count, load } = machine;
  console.log(`Node ${node}, Linux ${kernel}, ${count} × ${cpu}, load ${load?.toFixed(1)} before`);
  console.log(tableOf(rows));
  console.log('Median (quartiles) of rounds that are run in turns; a ratio is the median of those of each round.');
}
