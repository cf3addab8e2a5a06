/**
 * Nothing of the state folder ends a holder, and nothing is lost: every call that changes a file of it is refused once, and from
 * there on, with each errno, in each phase of a holder's life.
 */

import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EMPTY_SPEC } from '../../src/model/spec.ts';
import { openMachine } from '../support/crash-machine.ts';
import { crashRun } from '../support/crash-run.ts';
import { CRASH_MACHINE } from '../support/crash-scenarios.ts';
import type { FileErrno } from '../support/failing-files.ts';
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
  if (life.outcomes['first apply']?.kind === 'applied') expect(life.outcomes.release?.kind, where).toBe('applied');
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
