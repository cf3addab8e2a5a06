/** Whole runs of apply and destroy on a machine in a folder, as their commands do them, without a terminal. */

import { Ledger } from '../../src/apply/ledger.ts';
import { exitOfOutcome } from '../../src/cli/exit-codes.ts';
import type { Host } from '../../src/model/host.ts';
import { EMPTY_SPEC, type Spec } from '../../src/model/spec.ts';
import { assess, planReturn } from '../../src/run/assess.ts';
import { perform } from '../../src/run/perform.ts';
import { sessionOn } from '../../src/run/session.ts';
import { makeStateDir } from '../../src/state/state-dir.ts';
import { openMachine, type Reach, stateDirIn } from './crash-machine.ts';
import { watchingFiles } from './watch-files.ts';

export interface CrashRun {
  readonly folder: string;
  readonly host: Host;
  /** The specs that one process applies, one after the other; the empty one gives everything back. */
  readonly specs: readonly Spec[];
  /** Told of every point of the last one. */
  readonly reach?: Reach;
}

export interface CrashRunEnd {
  /** Exit codes of all of them. */
  readonly exitCodes: readonly number[];
  /** What the machine was after each. */
  readonly snapshots: readonly unknown[];
}

/** No process that lives: whoever comes later finds the holder gone. */
const GONE = { pid: 2 ** 22 + 1, startTicks: '1', since: '2026-01-02T03:04:05Z' };

/** One life of a process. */
export async function crashRun({ folder, host, specs, reach = () => {} }: CrashRun): Promise<CrashRunEnd> {
  const stateDir = stateDirIn(folder);
  makeStateDir(stateDir);
  let last = false;
  const point: Reach = (what) => {
    if (last) reach(what);
  };
  const { backend, snapshot } = openMachine(folder, host, point);
  const opened = await sessionOn(backend, stateDir);
  const ledger = new Ledger(opened.held.live);
  const exitCodes: number[] = [];
  const snapshots: unknown[] = [];
  for (const [index, spec] of specs.entries()) {
    const live = ledger.toLive();
    const sources = { locate: () => null, text: () => null };
    const plan =
      spec === EMPTY_SPEC ? planReturn(opened, live) : assess(opened, { spec, sources, allowEmpty: false }, live).plan;
    const kernel = await backend.kernel();
    const signal = new AbortController().signal;
    const run = {
      actor: { operation: 'a run', pid: GONE.pid, now: () => new Date(GONE.since) },
      plan,
      spec,
      session: opened,
      kernel,
      ledger,
      holder: GONE,
      emit: () => {},
      signal,
    };
    last = index === specs.length - 1;
    exitCodes.push(exitOfOutcome(last ? await watchingFiles(point, () => perform(run)) : await perform(run)));
    snapshots.push(snapshot());
  }
  return { exitCodes, snapshots };
}
