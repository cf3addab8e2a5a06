/** Assertions. A failure is a bug of pasidctl (exit 70), not an error that an operator can correct. */

export class BugError extends Error {
  override readonly name = 'BugError';
}

/** Assert a condition that holds by construction. */
export function invariant(holds: boolean, message: string): asserts holds {
  if (!holds) throw new BugError(message);
}

/** Assert that a value is present by construction; `what` names it in the bug report. */
export function known<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new BugError(`${what} is missing`);
  return value;
}

/** After all members of a union: a member without a case fails to compile here. */
export function assertNever(value: never): never {
  throw new BugError(`unhandled case: ${JSON.stringify(value)}`);
}
