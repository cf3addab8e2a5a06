/**
 * spec-work COUNT ROUNDS
 *
 * The whole of `validate` and of `plan` for COUNT bindings that are written out, each with a page table of its own, against
 * what cannot be done without: parsing that YAML, and running the validator that ajv made. Prints {@link SpecTimes} as JSON.
 */

import { parse } from 'yaml';
import { BugError } from '../../../src/assert.ts';
import { observe } from '../../../src/host/observe.ts';
import { EMPTY_LIVE } from '../../../src/model/live.ts';
import { planChanges } from '../../../src/plan/plan-changes.ts';
import { preflight } from '../../../src/preflight/preflight.ts';
import { SAMPLE_MACHINE } from '../../../src/sim/sample-machine.ts';
import { createWorld } from '../../../src/sim/sim-world.ts';
import { validateSpec } from '../../../src/spec/generated/validate-host.js';
import { readSpec, type SpecReading } from '../../../src/spec/read-spec.ts';
import { NO_COLORS } from '../../../src/views/colors.ts';
import { planText } from '../../../src/views/plan-text.ts';
import { statusData } from '../../../src/views/status-data.ts';
import { statusText } from '../../../src/views/status-text.ts';
import { toJson } from '../../../src/views/structured.ts';
import { manyBindings } from '../../views/models.ts';
import { inRounds, millisecondsOf } from '../rounds.ts';

/** Milliseconds, one value per round. */
export type SpecTimes = Readonly<
  Record<'alone' | 'validate' | 'plan' | 'statusText' | 'statusJson', readonly number[]>
>;

const [count = 0, rounds = 0] = process.argv.slice(2).map(Number);

const HEAD = `apiVersion: pasidctl/v1
kind: Host
vfioPci: { disableDenylist: true }
devices: [{ name: dsa0, address: "0000:6a:01.0" }]
viommus:
  - name: guest0
    pasidBits: 20
    firstStage: true
    memory: [{ file: /dev/shm/pasidctl-bench, size: 4GiB, guestAddress: 0x100000000, create: true }]
    devices: [dsa0]
bindings:
`;

function binding(pasid: number): string {
  const pageTable = (0x1_0000_0000 + pasid * 0x1000).toString(16);
  return `  - device: dsa0\n    pasid: ${pasid}\n    firstStage: { pageTable: 0x${pageTable} }\n    domain: ${pasid}\n`;
}

const text = HEAD + Array.from({ length: count }, (_, index) => binding(index + 1)).join('');
const { tree } = createWorld(SAMPLE_MACHINE);

function validate(): SpecReading {
  return readSpec([{ file: 'host.yaml', text }]);
}

function plan(): string {
  const { spec, sources } = validate();
  if (spec === null) throw new BugError('the spec has errors');
  const host = observe(tree, { files: spec.viommus.flatMap(({ memory }) => memory.map(({ file }) => file)) });
  const problems = preflight({ spec, host, live: EMPTY_LIVE, sources, backend: 'sim' });
  if (problems.length > 0) throw new BugError(problems.map(({ message }) => message).join('\n'));
  return planText(planChanges({ spec, host, live: EMPTY_LIVE }), { colors: NO_COLORS });
}

/** Bindings that `status` shows, each on a page table of its own. */
const STATUS = manyBindings(10 ** 5);

/** What the last one has left behind is not this one's to collect. */
function timed(work: () => unknown): () => number {
  return () => {
    globalThis.gc?.();
    return millisecondsOf(work);
  };
}

const contestants = {
  alone: timed(() => {
    if (!validateSpec(parse(text))) throw new BugError('the spec has errors');
  }),
  validate: timed(() => {
    if (validate().spec === null) throw new BugError('the spec has errors');
  }),
  plan: timed(plan),
  statusText: timed(() => statusText(STATUS, { colors: NO_COLORS, full: false })),
  statusJson: timed(() => toJson(statusData(STATUS))),
} as const;

// The first round is the compiler's.
inRounds(1, contestants);
const measured: SpecTimes = inRounds(rounds, contestants);
console.log(JSON.stringify(measured));
