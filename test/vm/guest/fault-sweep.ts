/**
 * fault-sweep EXAMPLE CHANGED
 *
 * Runs plans on the real kernel's mock while the kernel makes every allocation and every look-up inside every system call
 * of the plan fail, one at a time: all of it must come to a good end each time. Prints one line of JSON per scenario.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { EMPTY_SPEC, type Spec } from '../../../src/model/spec.ts';
import { readSpec } from '../../../src/spec/read-spec.ts';
import type { Fault } from './fault-injection.ts';
import { faultRoom, type RoomRun } from './fault-room.ts';

export interface SweepReport {
  readonly scenario: string;
  /** System calls of the plan, and places inside them where the kernel failed. */
  readonly calls: number;
  readonly points: number;
  /** `applied`, `rolled-back ENOMEM` …: how often. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** `IOMMU_HWPT_ALLOC ENOMEM` …: what the calls that were hit answered, how often. */
  readonly answers: Readonly<Record<string, number>>;
  /** Whatever was not as it must be, with its place. */
  readonly faults: readonly string[];
  readonly seconds: number;
}

/** More places than any call has. */
const MOST_POINTS = 1000;

const [, , examplePath = '', changedPath = ''] = process.argv;
const EXAMPLE = specAt(examplePath);
const CHANGED = specAt(changedPath);
const MEMORY = memoryOf(EXAMPLE);
writeFileSync(MEMORY.path, new Uint8Array(Number(MEMORY.sizeBytes)));
const room = faultRoom(MEMORY);

interface Scenario {
  readonly name: string;
  readonly before: Spec;
  readonly spec: Spec;
  /** Faults hit the undoing, when everything was done and then found wrong. */
  readonly undoing?: boolean;
}

const SCENARIOS: readonly Scenario[] = [
  { name: 'build', before: EMPTY_SPEC, spec: EXAMPLE },
  { name: 'change', before: EXAMPLE, spec: CHANGED },
  { name: 'take down', before: EXAMPLE, spec: EMPTY_SPEC },
  { name: 'undo building', before: EMPTY_SPEC, spec: EXAMPLE, undoing: true },
  { name: 'undo changing', before: EXAMPLE, spec: CHANGED, undoing: true },
  { name: 'undo taking down', before: EXAMPLE, spec: EMPTY_SPEC, undoing: true },
];

for (const scenario of SCENARIOS) console.log(JSON.stringify(await sweep(scenario)));

async function sweep(scenario: Scenario): Promise<SweepReport> {
  const start = performance.now();
  const { name, before, spec, undoing = false } = scenario;
  const tally = { outcomes: new Map<string, number>(), answers: new Map<string, number>(), faults: [] as string[] };
  await clean(before, tally.faults);
  const { first, calls } = await callsOf(scenario, tally.faults);
  let points = 0;
  for (let call = first; call < calls; call++) {
    for (let nth = 1; nth <= MOST_POINTS; nth++) {
      const held = room.snapshot();
      const run = await room.apply(spec, { fault: { call, nth }, doomed: undoing });
      judge({ scenario, run, held, fault: { call, nth } }, tally.faults);
      await startAgain(scenario, run, tally.faults);
      if (!run.shot.fired) break;
      points++;
      count(tally.outcomes, outcomeOf(run));
      count(tally.answers, `${run.shot.name} ${run.shot.answer}`);
    }
  }
  await clean(EMPTY_SPEC, tally.faults);
  return {
    scenario: name,
    calls: calls - first,
    points,
    outcomes: Object.fromEntries([...tally.outcomes].sort()),
    answers: Object.fromEntries([...tally.answers].sort()),
    faults: tally.faults,
    seconds: Math.round((performance.now() - start) / 100) / 10,
  };
}

/** Which of a clean run's calls are aimed at. */
async function callsOf(
  { before, spec, undoing }: Scenario,
  faults: string[],
): Promise<{ readonly first: number; readonly calls: number }> {
  const whole = await clean(spec, faults);
  await clean(before, faults);
  if (undoing !== true) return { first: 0, calls: whole.calls };
  const doomed = await room.apply(spec, { doomed: true });
  return { first: doomed.callsForward, calls: doomed.calls };
}

interface Judged {
  readonly scenario: Scenario;
  readonly run: RoomRun;
  readonly held: string;
  readonly fault: Fault;
}

/** One failing call, even while undoing, is no reason to leave anything. */
function judge({ scenario: { name, undoing }, run, held, fault }: Judged, faults: string[]): void {
  const { outcome, shot } = run;
  const where = `${name}, call ${fault.call} (${shot.name}), fault ${fault.nth} (${shot.answer})`;
  const wrong = [...room.disagreements()];
  if (outcome.kind !== 'applied') {
    if (outcome.kind === 'stuck') wrong.push(`stuck with ${outcome.leftovers.map(({ what }) => what).join(', ')}`);
    if (outcome.kind === 'rolled-back' && room.snapshot() !== held) wrong.push('not as before');
    if (!shot.fired && undoing !== true) wrong.push(`${outcome.kind} without a fault`);
    if (wrong.length > 0) wrong.push(outcome.cause.message);
  }
  faults.push(...wrong.map((what) => `${where}: ${what}`));
}

/** Back to where the scenario starts, where a rollback is already; behind the last fault of a call also there and back. */
async function startAgain({ before, spec }: Scenario, { outcome, shot }: RoomRun, faults: string[]): Promise<void> {
  if (outcome.kind !== 'applied' && shot.fired) return;
  if (outcome.kind !== 'applied') await clean(spec, faults);
  await clean(before, faults);
}

async function clean(spec: Spec, faults: string[]): Promise<RoomRun> {
  const run = await room.apply(spec);
  if (run.outcome.kind !== 'applied') faults.push(`without any fault: ${JSON.stringify(run.outcome.cause.message)}`);
  faults.push(...room.disagreements().map((one) => `without any fault: ${one}`));
  return run;
}

function outcomeOf({ outcome }: RoomRun): string {
  return outcome.kind === 'applied' ? outcome.kind : `${outcome.kind} ${outcome.cause.errno ?? outcome.cause.code}`;
}

function count(tally: Map<string, number>, key: string): void {
  tally.set(key, (tally.get(key) ?? 0) + 1);
}

function specAt(path: string): Spec {
  const { spec, diagnostics } = readSpec([{ file: path, text: readFileSync(path, 'utf8') }]);
  if (spec === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return spec;
}

function memoryOf({ viommus }: Spec): { readonly path: string; readonly sizeBytes: bigint } {
  const memory = viommus[0]?.memory[0];
  if (memory === undefined) throw new Error('the example has no memory');
  return { path: memory.file, sizeBytes: memory.sizeBytes };
}
