/** The error of a step, with code, errno and advice for the operator. Steps throw it, `apply-plan.ts` catches it. */

import type { Code } from '../diagnostics/codes.ts';
import { errnoName } from '../uapi/errno.ts';
import { adviseOn } from './advice.ts';

export class StepError extends Error {
  override readonly name = 'StepError';
  readonly code: Code;
  /** `EINVAL` …; null when no call failed. */
  readonly errno: string | null;
  readonly advice: string | null;

  constructor(
    message: string,
    facts: { readonly code?: Code; readonly errno?: string; readonly advice?: string | null },
  ) {
    super(message);
    this.code = facts.code ?? 'APPLY_STEP_FAILED';
    this.errno = facts.errno ?? null;
    this.advice = facts.advice ?? null;
  }
}

/** The result of a call. @throws StepError with advice, when it is a negative errno */
export function must(result: number, operation: string, subject: string): number {
  if (result >= 0) return result;
  throw refusal(result, operation, subject);
}

/** @param result  a negative errno */
export function refusal(result: number, operation: string, subject: string): StepError {
  const errno = errnoName(result);
  return new StepError(`${operation} of ${subject} failed with ${errno}`, {
    errno,
    advice: adviseOn(operation, errno),
  });
}

/** Stop between two calls. @throws StepError after a signal */
export function stopIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw stopped();
}

export function stopped(): StepError {
  return new StepError('stopped on request before the plan was done', { code: 'APPLY_INTERRUPTED' });
}
