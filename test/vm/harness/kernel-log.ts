/** Complaints in a kernel's log: what no test may cause, whatever its own result was. */

const COMPLAINTS: readonly RegExp[] = [
  /\bWARNING: /,
  /\bBUG: /,
  /\bkernel BUG at /,
  /\bOops\b/,
  /\bCall Trace:/,
  /\bKernel panic\b/,
  /\bgeneral protection fault\b/,
  /\bcut here\b/,
  /\bblocked for more than \d+ seconds/,
];

/** Lines of dmesg that tell of a kernel warning, oops or hang; a few, the first ones say enough. */
export function kernelComplaints(dmesg: string): readonly string[] {
  return dmesg.split('\n').filter((line) => COMPLAINTS.some((pattern) => pattern.test(line)));
}

/** The last lines of a text, for messages. */
export function tail(text: string, lines: number): string {
  return text.trimEnd().split('\n').slice(-lines).join('\n');
}
