/** Checks on ourselves. A failure here is our bug (exit 70), never something an operator can mend. */

export class BugError extends Error {
  override readonly name = 'BugError';
}

/** State something that holds by construction. */
export function invariant(holds: boolean, message: string): asserts holds {
  if (!holds) throw new BugError(message);
}

/** The value is there by construction; `what` names it in the bug report. */
export function known<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new BugError(`${what} is missing`);
  return value;
}

/** The end of a closed union: a new member that nobody handles fails to compile here. */
export function assertNever(value: never): never {
  throw new BugError(`unhandled case: ${JSON.stringify(value)}`);
}
