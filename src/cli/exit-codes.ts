/**
 * Every exit code of every command, as one table: help prints it, the README repeats it, tests compare the two.
 * 64 and above are sysexits.h.
 */

import type { Refusal, RefusalReason } from '../diagnostics/refusal.ts';
import type { Outcome } from '../model/outcome.ts';

export interface ExitCode {
  readonly code: number;
  readonly name: string;
  readonly meaning: string;
}

export const EXIT = {
  done: 0,
  failed: 1,
  changesPending: 2,
  drift: 3,
  hostUnfit: 4,
  locked: 5,
  stalePlan: 6,
  stuck: 7,
  usage: 64,
  badSpec: 65,
  noInput: 66,
  unavailable: 69,
  bug: 70,
  unwritten: 74,
  noPermission: 77,
} as const;

export type ExitName = keyof typeof EXIT;

const MEANINGS: Readonly<Record<ExitName, string>> = {
  done: 'done, or nothing to do',
  failed: 'failed; nothing changed, or everything rolled back',
  changesPending: 'changes pending (plan --detailed-exitcode)',
  drift: 'drift found',
  hostUnfit: 'the machine does not meet what the spec needs; nothing changed',
  locked: 'locked by another run, which is named',
  stalePlan: 'the saved plan is stale',
  stuck: 'stuck: the rollback is incomplete; undo by hand what the output lists',
  usage: 'wrong usage: unknown command, option or value',
  badSpec: 'an input has errors, or would give back everything that is held',
  noInput: 'no such file, or it cannot be read',
  unavailable: 'the holder of the kernel objects cannot be reached',
  bug: 'a bug in pasidctl',
  unwritten: 'done, but the output or the state folder could not be written',
  noPermission: 'no permission',
};

/** The table, ascending. */
export const EXIT_CODES: readonly ExitCode[] = Object.entries(MEANINGS)
  // Object.entries types the keys as string.
  .map(([name, meaning]) => ({ code: EXIT[name as ExitName], name, meaning }))
  .sort((a, b) => a.code - b.code);

const REFUSED: Readonly<Record<RefusalReason, number>> = {
  usage: EXIT.usage,
  'bad-spec': EXIT.badSpec,
  'no-input': EXIT.noInput,
  'host-unfit': EXIT.hostUnfit,
  locked: EXIT.locked,
  'stale-plan': EXIT.stalePlan,
  unavailable: EXIT.unavailable,
  'not-permitted': EXIT.noPermission,
  failed: EXIT.failed,
};

export function exitOfRefusal({ reason }: Refusal): number {
  return REFUSED[reason];
}

export function exitOfOutcome({ kind, unwritten }: Outcome): number {
  switch (kind) {
    case 'applied':
      return unwritten === null ? EXIT.done : EXIT.unwritten;
    case 'rolled-back':
      return EXIT.failed;
    case 'stuck':
      return EXIT.stuck;
  }
}
