/**
 * The yaml package makes an Error object for every syntax error. Recording its stack trace takes fifty times as long as the
 * rest: a megabyte of quotes would take seven seconds. The traces are not used.
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
