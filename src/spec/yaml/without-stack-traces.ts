/**
 * The yaml package makes an Error object for every syntax error, and a stack trace costs fifty times the rest of it:
 * a megabyte of quotes would take seven seconds. Nobody reads these traces.
 */

/** Run `work`, which must not be asynchronous, with errors that record no stack. */
export function withoutStackTraces<T>(work: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = limit;
  }
}
