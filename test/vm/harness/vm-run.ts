/** A good VM run, and what the guest left behind. */

import type { EndedRun } from './judge-run.ts';

export interface VmRun {
  readonly kernelRelease: string;
  /** The guest's own clock: from its kernel's start to the script's. */
  readonly bootMs: number;
  /** The host's clock: from QEMU's start to its end. */
  readonly totalMs: number;
  readonly console: string;
  readonly dmesg: string;
  /** Text of a file of the work folder. Throws when it is not there. */
  text(name: string): string;
  /** What `record NAME` or `start NAME` … `stop NAME` kept. */
  recorded(name: string): Recorded;
}

export interface Recorded {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export function vmRun({ results, console, totalMs }: EndedRun): VmRun {
  const text = (name: string): string => {
    const content = results.get(name);
    if (content === undefined) throw new Error(`The guest left no ${name}; it left ${[...results.keys()].join(', ')}`);
    return content;
  };
  return {
    kernelRelease: text('kernel-release').trim(),
    bootMs: Math.round(Number(text('boot-seconds')) * 1000),
    totalMs,
    console,
    dmesg: text('dmesg'),
    text,
    recorded: (name) => ({
      exitCode: Number(text(`${name}.code`)),
      stdout: text(`${name}.out`),
      stderr: text(`${name}.err`),
    }),
  };
}

/** `kernel 7.3.4, booted in 1.8 s, 5.3 s in all`, for the test's output. */
export function describeRun({ kernelRelease, bootMs, totalMs }: VmRun): string {
  const seconds = (ms: number): string => (ms / 1000).toFixed(1);
  return `kernel ${kernelRelease}, booted in ${seconds(bootMs)} s, ${seconds(totalMs)} s in all`;
}
