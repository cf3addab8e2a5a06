import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import type { ApplyEvent } from '../../src/model/events.ts';
import type { Failure } from '../../src/model/outcome.ts';
import type { PlannedStep } from '../../src/model/plan.ts';
import { type ApplyViewKind, createApplyView } from '../../src/views/apply-view.ts';
import { NO_COLORS } from '../../src/views/colors.ts';
import { Sink } from '../support/sink.ts';
import { EVERY_STEP, longPlan } from './models.ts';

const FAILURE: Failure = {
  code: 'APPLY_STEP_FAILED',
  message: 'the kernel said no',
  advice: 'ask again',
  step: EVERY_STEP[4]?.step ?? null,
  errno: 'EINVAL',
};

async function show(kind: ApplyViewKind, events: readonly ApplyEvent[]): Promise<{ out: string; err: string }> {
  const out = new Sink();
  const err = Object.assign(new Sink(), { columns: 100, isTTY: true });
  const view = await createApplyView(kind, { out, err, colors: NO_COLORS, tool: '0.0.0' });
  for (const event of events) view.onEvent(event);
  await view.close();
  return { out: out.text, err: err.text };
}

function applied(steps: readonly PlannedStep[]): ApplyEvent[] {
  return [
    { event: 'started', steps: steps.length },
    ...steps.flatMap((planned, index): ApplyEvent[] => [
      { event: 'step-started', index, planned },
      { event: 'step-done', index, planned },
    ]),
    { event: 'verified', verification: { verified: 3, unverified: ['PASID 1'] } },
    {
      event: 'ended',
      outcome: {
        kind: 'applied',
        steps: steps.length,
        verified: { verified: 3, unverified: ['PASID 1'] },
        unwritten: null,
      },
    },
  ];
}

const FAILED: readonly ApplyEvent[] = [
  { event: 'started', steps: 2 },
  ...EVERY_STEP.slice(3, 4).flatMap((planned): ApplyEvent[] => [
    { event: 'step-started', index: 0, planned },
    { event: 'step-done', index: 0, planned },
    { event: 'step-failed', index: 1, planned, failure: FAILURE },
    { event: 'rollback-started', steps: 1 },
    { event: 'undone', step: planned.step },
    { event: 'undo-failed', leftover: { what: 'dsa0', why: 'it would not go' } },
  ]),
  {
    event: 'ended',
    outcome: { kind: 'stuck', cause: FAILURE, leftovers: [{ what: 'dsa0', why: 'it would not go' }], unwritten: null },
  },
];

const HELD: readonly ApplyEvent[] = [
  ...applied(EVERY_STEP.slice(0, 2)),
  { event: 'holding', pid: 4711 },
  { event: 'releasing', signal: 'SIGTERM' },
  ...applied(EVERY_STEP.slice(20)),
];

describe('the event stream', () => {
  test('begins with its version, and every line is an object of the API', async () => {
    const { out, err } = await show('json', [...HELD, ...FAILED]);
    const lines: { apiVersion: string; kind: string; event: string }[] = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[0]).toEqual({
      apiVersion: 'pasidctl/v1',
      kind: 'Event',
      event: 'version',
      formatVersion: '1.1',
      tool: '0.0.0',
    });
    expect(lines.slice(1).map(({ event }) => event)).toEqual([...HELD, ...FAILED].map(({ event }) => event));
    expect(lines.every(({ apiVersion, kind }) => apiVersion === 'pasidctl/v1' && kind === 'Event')).toBe(true);
    expect(err).toBe('');
  });

  test.each([
    ['applied', applied(EVERY_STEP.slice(8, 11))],
    ['stuck', FAILED],
  ])('is as its golden file says: %s', async (name, events) => {
    await expect((await show('json', events)).out).toMatchFileSnapshot(`golden/events-${name}.jsonl`);
  });
});

test('in YAML every event is a document of its own, with what the JSON line has', async () => {
  const [json, yaml] = await Promise.all([show('json', [...HELD, ...FAILED]), show('yaml', [...HELD, ...FAILED])]);
  const documents = parseAllDocuments(yaml.out).map((document) => document.toJSON());
  const lines = json.out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(documents).toEqual(lines);
});

describe('the plain lines', () => {
  test('tell each step of a short plan, and the outcome on stdout', async () => {
    const { out, err } = await show('lines', HELD);
    await expect(`${err}---\n${out}`).toMatchFileSnapshot('golden/lines-held.txt');
  });

  test('tell a failure, what was undone, and what was not', async () => {
    const { out, err } = await show('lines', FAILED);
    await expect(`${err}---\n${out}`).toMatchFileSnapshot('golden/lines-stuck.txt');
  });

  test('stay within some dozens for 10,000 steps, the last one told', async () => {
    const { err } = await show('lines', applied(longPlan(5000).steps));
    expect(err.split('\n').length).toBeLessThanOrEqual(60);
    expect(err).toContain('[10,000/10,000]');
  });
});

describe('the tasks on a terminal', () => {
  test('are one line a phase however many steps, and the outcome comes last', async () => {
    const { out, err } = await show('tasks', applied([...EVERY_STEP.slice(0, 8), ...longPlan(5000).steps]));
    expect(err).toContain('Prepare the host');
    expect(err).toContain('Build vIOMMU guest0');
    expect(err).toContain('PASIDs of vIOMMU guest0');
    expect(err.split('\n').length).toBeLessThan(100);
    expect(out).toContain('Done: 10,008 steps');
  });

  test('show the step that failed and the rollback', async () => {
    const { out, err } = await show('tasks', FAILED);
    expect(err).toContain('[2/2] open vIOMMU guest0');
    expect(err).toContain('Roll back 1 step');
    expect(out).toContain('Stuck');
  });

  test('go through holding and releasing', async () => {
    const { err } = await show('tasks', HELD);
    expect(err).toContain('holding as pid 4711');
    expect(err).toContain('SIGTERM: releasing');
  });

  test('give the stream its own write back', async () => {
    const err = Object.assign(new Sink(), { columns: 100 });
    const { write } = err;
    const view = await createApplyView('tasks', { out: new Sink(), err, colors: NO_COLORS, tool: '0' });
    for (const event of applied(EVERY_STEP)) view.onEvent(event);
    await view.close();
    expect(err.write).toBe(write);
  });
});
