/** The life of a holder on a machine in a folder: a first apply, one more spec, the release; files of its state may be refused. */

import { Ledger } from '../../src/apply/ledger.ts';
import { type Problems, Refusal } from '../../src/diagnostics/refusal.ts';
import type { ApplyEvent } from '../../src/model/events.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import type { Spec } from '../../src/model/spec.ts';
import { assess } from '../../src/run/assess.ts';
import { type Holding, holdUntilReleased, type Order } from '../../src/run/hold.ts';
import { perform } from '../../src/run/perform.ts';
import { sessionOn } from '../../src/run/session.ts';
import { makeStateDir } from '../../src/state/state-dir.ts';
import { openMachine, stateDirIn } from './crash-machine.ts';
import { CRASH_MACHINE } from './crash-scenarios.ts';
import { type FileErrno, withFailingFiles } from './failing-files.ts';

export type Phase = 'first apply' | 'follow' | 'release';

export interface Fault {
  readonly phase: Phase;
  readonly errno: FileErrno;
  /** Which call of the phase is refused, from 0; `from`: it and all after it in the phase. */
  readonly nth: number;
  readonly lasts: 'once' | 'from';
}

export interface Life {
  /** `null` when the work was refused before any change. */
  readonly outcomes: Readonly<Record<Phase, Outcome | null>>;
  readonly events: readonly ApplyEvent[];
  readonly told: readonly Problems[];
  readonly bugs: readonly unknown[];
  /** What the machine was after each phase; calls that change files in it. */
  readonly after: ReadonlyMap<Phase, { readonly machine: unknown; readonly calls: number }>;
}

export interface LifeRequest {
  readonly folder: string;
  readonly first: Spec;
  /** `null`: the holder was given a saved plan, and has no spec to read again. */
  readonly second: Spec | null;
  readonly fault: Fault | null;
  /** A mistake of ours at the first step of the phase; the order is then given again. */
  readonly bugIn?: Phase;
  /** Told after each phase, with what is on disk as it was left. */
  readonly leave?: (phase: Phase) => void;
}

/** No process that lives: whoever comes later finds the holder gone. */
const GONE = { pid: 2 ** 22 + 1, startTicks: '1', since: '2026-01-02T03:04:05Z' };

export async function holderLife({
  folder,
  first,
  second,
  fault,
  bugIn,
  leave = () => {},
}: LifeRequest): Promise<Life> {
  const stateDir = stateDirIn(folder);
  makeStateDir(stateDir);
  const { backend, snapshot } = openMachine(folder, CRASH_MACHINE);
  const session = await sessionOn(backend, stateDir);
  const events: ApplyEvent[] = [];
  const told: Problems[] = [];
  const bugs: unknown[] = [];
  const after = new Map<Phase, { machine: unknown; calls: number }>();
  let phase: Phase = 'first apply';
  let begun = 0;
  let calls = 0;
  const end = (next: Phase): void => {
    after.set(phase, { machine: snapshot(), calls: calls - begun });
    leave(phase);
    phase = next;
    begun = calls;
  };
  const refuses = (_call: string, count: number): boolean => {
    calls = count + 1;
    if (fault === null || fault.phase !== phase) return false;
    const nth = count - begun;
    return fault.lasts === 'once' ? nth === fault.nth : nth >= fault.nth;
  };
  const outcomes: Record<Phase, Outcome | null> = { 'first apply': null, follow: null, release: null };
  const noteOutcome = (event: ApplyEvent): void => {
    events.push(event);
    if (event.event === 'ended') outcomes[phase] = event.outcome;
    if (event.event === 'step-done' && phase === bugIn && bugs.length === 0) throw new TypeError('our own mistake');
  };
  const RELEASE: Order = { kind: 'release', because: 'SIGTERM' };
  const script: (Order | null)[] = [{ kind: 'follow' }, null, RELEASE, ...(bugIn === 'release' ? [null, RELEASE] : [])];
  const holding: Holding = {
    actor: { operation: 'a holder', pid: GONE.pid, now: () => new Date(GONE.since) },
    session,
    kernel: await backend.kernel(),
    ledger: new Ledger(session.held.live),
    holder: GONE,
    emit: noteOutcome,
    orders: {
      arm: () => new AbortController().signal,
      next: async (timeoutMs) => {
        const order = script.shift();
        // Nobody waits for a time-out that was not asked for.
        if (order === null && timeoutMs === null) return holding.orders.next(null);
        if (order?.kind === 'follow') end('follow');
        if (order?.kind === 'release' && phase !== 'release') end('release');
        return order ?? null;
      },
    },
    readDesired:
      second === null
        ? null
        : async () => ({ spec: second, inputs: [], sources: SOURCES, warnings: [], allowEmpty: false }),
    tell: (problems) => told.push(problems),
    tellBug: (error) => {
      bugs.push(error);
      if (bugIn === undefined) throw error;
    },
  };
  const run = async (): Promise<void> => {
    const { plan } = assess(session, { spec: first, sources: SOURCES, allowEmpty: false }, holding.ledger.toLive());
    const signal = new AbortController().signal;
    const outcome = await perform({ ...holding, plan, spec: first, signal }).catch(refusedOnly);
    if (outcome?.kind === 'applied') outcomes.release = await holdUntilReleased(holding, outcome);
    end(phase);
  };
  await withFailingFiles({ folder: stateDir, errno: fault?.errno ?? 'EIO', refuses }, run);
  return { outcomes, events, told, bugs, after };
}

const SOURCES = { locate: () => null, text: () => null };

function refusedOnly(error: unknown): null {
  if (error instanceof Refusal) return null;
  throw error;
}
