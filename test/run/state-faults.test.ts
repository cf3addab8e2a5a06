/**
 * Nothing of the state folder ends a holder, and nothing is lost: every call that changes a file of it is refused once, and from
 * there on, with each errno, in each phase of a holder's life.
 */

import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Ledger } from '../../src/apply/ledger.ts';
import { exitOfOutcome } from '../../src/cli/exit-codes.ts';
import { EMPTY_SPEC } from '../../src/model/spec.ts';
import { planReturn } from '../../src/run/assess.ts';
import { perform } from '../../src/run/perform.ts';
import { sessionOn } from '../../src/run/session.ts';
import { openMachine, stateDirIn } from '../support/crash-machine.ts';
import { crashRun } from '../support/crash-run.ts';
import { CRASH_MACHINE } from '../support/crash-scenarios.ts';
import { type FileErrno, withFailingFiles } from '../support/failing-files.ts';
import { type Fault, holderLife, type Life, type Phase } from '../support/holder-life.ts';
import { exampleText, specOf } from '../support/sim-run.ts';

const FIRST = specOf(exampleText('two-pasids.yaml'));
const SECOND = specOf(exampleText('pass-through.yaml'));
const ERRNOS: readonly FileErrno[] = ['ENOSPC', 'EIO', 'EROFS', 'EACCES'];
const PHASES: readonly Phase[] = ['first apply', 'follow', 'release'];

/** Many small files, synced: memory is kind to them. */
const SCRATCH = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

let root: string;
let folders = 0;
let start: unknown;
let whole: Life;

beforeAll(async () => {
  root = mkdtempSync(join(SCRATCH, 'pasidctl-faults-'));
  start = openMachine(newFolder(), CRASH_MACHINE).snapshot();
  whole = await holderLife({ folder: newFolder(), first: FIRST, second: SECOND, fault: null });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function newFolder(): string {
  return join(root, String(folders++), '.');
}

function machineAfter(phase: Phase): unknown {
  return whole.after.get(phase)?.machine;
}

/** Whoever comes when the process has been killed finds its way from what it left. */
async function expectReturn(folder: string, where: string): Promise<void> {
  const { exitCodes, snapshots } = await crashRun({ folder, host: CRASH_MACHINE, specs: [EMPTY_SPEC] });
  expect({ exitCodes, snapshots }, where).toEqual({ exitCodes: [0], snapshots: [start] });
}

/** @param thenKilled  also look at what a kill right after the phase leaves */
async function expectLife(fault: Fault, { thenKilled }: { readonly thenKilled: boolean }): Promise<Life> {
  const folder = newFolder();
  const killed: string[] = [];
  const leave = (phase: Phase): void => {
    if (phase !== fault.phase || !thenKilled) return;
    const copy = newFolder();
    cpSync(folder, copy, { recursive: true });
    killed.push(copy);
  };
  const life = await holderLife({ folder, first: FIRST, second: SECOND, fault, leave });
  const where = JSON.stringify(fault);
  for (const phase of PHASES) {
    const outcome = life.outcomes[phase];
    expect(outcome?.kind, `${where} ${phase}`).not.toBe('stuck');
    if (!life.after.has(phase)) continue;
    const wanted = outcome?.kind === 'applied' ? machineAfter(phase) : machineBefore(phase);
    expect(life.after.get(phase)?.machine, `${where} ${phase}`).toEqual(wanted);
  }
  // Once it holds, only the order to release ends it.
  const holds = life.outcomes['first apply']?.kind === 'applied';
  if (fault.phase !== 'first apply') expect(holds, where).toBe(true);
  expect(life.outcomes.release?.kind ?? null, where).toBe(holds ? 'applied' : null);
  for (const copy of killed) await expectReturn(copy, `${where}, then killed`);
  if (thenKilled) await expectReturn(folder, where);
  return life;
}

/** What a phase leaves when it is rolled back or refused. */
function machineBefore(phase: Phase): unknown {
  return phase === 'follow' ? machineAfter('first apply') : start;
}

describe.each(PHASES)('at the %s', (phase) => {
  test.each(ERRNOS)(
    'every change of a file that meets %s leaves a holder that holds, and a run that can be taken up',
    async (errno) => {
      const calls = whole.after.get(phase)?.calls ?? 0;
      expect(calls).toBeGreaterThan(10);
      // What is left on disk is the same for each errno, so one is enough to look at it.
      const thenKilled = errno === 'ENOSPC';
      for (const lasts of thenKilled ? (['once', 'from'] as const) : (['once'] as const)) {
        for (let nth = 0; nth < calls; nth++) await expectLife({ phase, errno, nth, lasts }, { thenKilled });
      }
    },
  );
});

test('what could not be written is told, and told again when it is', async () => {
  const calls = whole.after.get('follow')?.calls ?? 0;
  const late: Life[] = [];
  for (let nth = 0; nth < calls; nth++) {
    const life = await expectLife({ phase: 'follow', errno: 'ENOSPC', nth, lasts: 'once' }, { thenKilled: false });
    if (life.outcomes.follow?.unwritten !== null && life.outcomes.follow !== null) late.push(life);
  }
  expect(late.length).toBeGreaterThan(0);
  for (const { outcomes, events } of late) {
    expect(outcomes.follow).toMatchObject({ unwritten: expect.stringContaining('ENOSPC') });
    expect(events.map(({ event }) => event)).toContain('written');
  }
});

describe('a mistake of ours', () => {
  test('while the spec is followed is told, rolled back, and written down; the holder goes on', async () => {
    const folder = newFolder();
    const life = await holderLife({ folder, first: FIRST, second: SECOND, fault: null, bugIn: 'follow' });
    expect(life.bugs).toEqual([new TypeError('our own mistake')]);
    expect(life.outcomes.follow).toMatchObject({ kind: 'rolled-back', unwritten: null });
    expect(life.after.get('follow')?.machine).toEqual(machineAfter('first apply'));
    expect(life.outcomes.release?.kind).toBe('applied');
    await expectReturn(folder, 'after the release');
  });

  test('in the release leaves the holder with all that it held; the next order releases it', async () => {
    const folder = newFolder();
    const life = await holderLife({ folder, first: FIRST, second: SECOND, fault: null, bugIn: 'release' });
    expect(life.bugs).toEqual([new TypeError('our own mistake')]);
    expect(life.events.filter(({ event }) => event === 'releasing')).toHaveLength(2);
    expect(life.outcomes.release).toMatchObject({ kind: 'applied', unwritten: null });
    expect(life.after.get('release')?.machine).toEqual(start);
  });
});

test('a holder without a spec says at SIGHUP that there is nothing to follow', async () => {
  const life = await holderLife({ folder: newFolder(), first: FIRST, second: null, fault: null });
  expect(life.told.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code))).toEqual([
    'USAGE_NOTHING_TO_FOLLOW',
  ]);
  expect(life.outcomes.release?.kind).toBe('applied');
});

describe('a destroy', () => {
  async function held(folder: string): Promise<Parameters<typeof perform>[0]> {
    const stateDir = stateDirIn(folder);
    const { backend } = openMachine(folder, CRASH_MACHINE);
    const session = await sessionOn(backend, stateDir);
    return {
      ...{ session, emit: () => {}, holder: null, spec: EMPTY_SPEC, isRelease: true },
      actor: { operation: 'a destroy', pid: 1, now: () => new Date(0) },
      kernel: await backend.kernel(),
      ledger: new Ledger(session.held.live),
      plan: planReturn(session, session.held.live),
      signal: new AbortController().signal,
    };
  }

  test.each(['once', 'from'] as const)(
    'gives everything back whatever the disk refuses, %s, and the next one ends it',
    async (lasts) => {
      const before = newFolder();
      const { exitCodes } = await crashRun({
        folder: before,
        host: CRASH_MACHINE,
        specs: [specOf(exampleText('drivers-only.yaml'))],
      });
      expect(exitCodes).toEqual([0]);
      const whole = newFolder();
      cpSync(before, whole, { recursive: true });
      const undisturbed = await crashRun({ folder: whole, host: CRASH_MACHINE, specs: [EMPTY_SPEC] });
      let late = 0;
      let nth = 0;
      for (let calls = 1; nth < calls; nth++) {
        const folder = newFolder();
        cpSync(before, folder, { recursive: true });
        const run = await held(folder);
        const refuses = (_call: string, at: number): boolean => (lasts === 'once' ? at === nth : at >= nth);
        const faulty = { folder: stateDirIn(folder), errno: 'ENOSPC', refuses } as const;
        const { value: outcome, calls: made } = await withFailingFiles(faulty, () => perform(run));
        calls = made;
        expect(outcome.kind, `call ${nth}`).toBe('applied');
        expect(exitOfOutcome(outcome)).toBe(outcome.unwritten === null ? 0 : 74);
        if (outcome.unwritten !== null) late++;
        const next = await crashRun({ folder, host: CRASH_MACHINE, specs: [EMPTY_SPEC] });
        expect(next, `call ${nth}`).toEqual(undisturbed);
      }
      expect(nth).toBeGreaterThan(3);
      expect(late).toBeGreaterThan(0);
    },
  );
});
