/** Files of the state folder. Every system error here is thrown as a StateError. */

import type { Code } from '../diagnostics/codes.ts';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import { Refusal, type RefusalReason } from '../diagnostics/refusal.ts';
import { writeAtomically } from '../files/atomic-file.ts';
import { type FileFault, fileFault } from '../files/file-fault.ts';
import { MOST_BYTES, readOwnFile } from '../files/read-whole.ts';
import type { Fault } from './sealed.ts';

type StateCode = Extract<Code, `STATE_${string}`>;

/** The state folder cannot be used as it is; the message names the file. */
export class StateError extends Refusal {
  override readonly name = 'StateError';
  readonly code: StateCode;

  /** @param fault  what the system says: it decides about advice and reason */
  constructor(code: StateCode, message: string, fault: FileFault | null = null) {
    const reason = fault === null ? (REASONS[code] ?? 'failed') : reasonOf(fault);
    super(reason, [diagnostic(code, message, fault === null ? {} : { advice: adviceOf(fault) })]);
    this.code = code;
  }
}

const REASONS: Readonly<Partial<Record<StateCode, RefusalReason>>> = {
  STATE_LOCKED: 'locked',
  STATE_HOLDER_NOT_OURS: 'not-permitted',
  STATE_HOLDER_STAYS: 'unavailable',
  STATE_OTHER_BACKEND: 'usage',
  STATE_OTHER_MACHINE: 'usage',
};

function reasonOf({ kind }: FileFault): RefusalReason {
  return kind === 'not-permitted' ? 'not-permitted' : 'failed';
}

/** Nobody gave the path of a file in the state folder, so what is no file must be moved away. */
function adviceOf({ advice, errno }: FileFault): string {
  if (errno === null) return 'Move it out of the state folder.';
  return `${advice} Another state folder is named with --state-dir or PASIDCTL_STATE_DIR.`;
}

/** Whether an error is a damaged file, and not a newer or an unreadable one. */
export function isDamage(error: unknown): error is StateError {
  return error instanceof StateError && error.code === 'STATE_DAMAGED';
}

/** @throws nothing: makes the error to throw for a file whose content cannot be used */
export function unusable(where: string, { fault, isNewer }: Fault): StateError {
  return new StateError(isNewer ? 'STATE_NEWER' : 'STATE_DAMAGED', `${where} cannot be used: ${fault}`);
}

/** Null when there is no such file. */
export function readStateFile(path: string): string | null {
  try {
    return readOwnFile(path, MOST_BYTES).toString();
  } catch (error) {
    const fault = fileFault(error);
    if (fault.kind === 'missing') return null;
    throw new StateError('STATE_UNREADABLE', `${path} cannot be read: ${fault.words}`, fault);
  }
}

export function writeStateFile(path: string, text: string): void {
  changing(path, () => writeAtomically(path, text));
}

/** Change a file. @throws StateError naming it, for any system error */
export function changing<T>(path: string, change: () => T): T {
  try {
    return change();
  } catch (error) {
    throw notWritable(`${path} cannot be written`, error);
  }
}

/** @param error  what the system refused */
export function notWritable(what: string, error: unknown): StateError {
  const fault = fileFault(error);
  return new StateError('STATE_NOT_WRITABLE', `${what}: ${fault.words}`, fault);
}
