import { afterEach, describe, test } from 'vitest';
import { conformanceBench } from '../support/conformance-bench.ts';
import { NEEDS, type Needs } from './conformance/case.ts';
import { CASES } from './conformance/cases.ts';
import { titleOf } from './conformance/run.ts';

// Object.keys forgets the keys' type.
describe.each(Object.keys(NEEDS) as Needs[])('the simulator answers as the kernel does: %s', (needs) => {
  // One world for all, as one kernel serves all in a VM.
  const bench = conformanceBench(needs);

  afterEach(() => bench.finish());

  for (const one of CASES.filter((candidate) => candidate.needs === needs)) test(titleOf(one), () => one.run(bench));
});
