/** Many sequences, one after the other: how much was compared, and which kinds of difference there are. */

import { describeOutcome } from './describe.ts';
import type { Count } from './pair.ts';
import { type MakeSides, runSequence } from './sequence.ts';
import { shrink, signature } from './shrink.ts';

export interface DifferentialOptions {
  /** Operations to compare. */
  readonly operations: number;
  /** Seed of the first sequence; the others count on from it. */
  readonly seed: number;
  /** Different kinds of difference after which to give up. */
  readonly mostFindings: number;
}

export interface Finding {
  readonly seed: number;
  readonly signature: string;
  /** The shrunk sequence, and both answers. */
  readonly text: string;
}

export interface DifferentialResult {
  readonly sequences: number;
  /** Operations carried out on both sides and compared. */
  readonly compared: number;
  /** By name: how many, and how many of them succeeded. */
  readonly tally: Readonly<Record<string, Count>>;
  readonly findings: readonly Finding[];
}

/** Operations of a sequence: enough for a context to grow rich, few enough to start anew often. */
export const SEQUENCE_LENGTH = 120;

export function runDifferential(makeSides: MakeSides, options: DifferentialOptions): DifferentialResult {
  const findings = new Map<string, Finding>();
  const tally: Record<string, Count> = {};
  let [sequences, compared] = [0, 0];
  while (compared < options.operations && findings.size < options.mostFindings) {
    const seed = options.seed + sequences;
    const outcome = runSequence(makeSides, seed, SEQUENCE_LENGTH);
    sequences += 1;
    compared += addTo(tally, outcome.tally);
    const kind = outcome.difference === null ? null : signature(outcome.difference);
    if (kind === null || findings.has(kind)) continue;
    findings.set(kind, { seed, signature: kind, text: describeOutcome(shrink(makeSides, outcome)) });
  }
  return { sequences, compared, tally, findings: [...findings.values()] };
}

/** Gives how many operations were added. */
function addTo(sum: Record<string, Count>, counts: ReadonlyMap<string, Count>): number {
  let all = 0;
  for (const [name, { compared, succeeded }] of counts) {
    const before = sum[name] ?? { compared: 0, succeeded: 0 };
    sum[name] = { compared: before.compared + compared, succeeded: before.succeeded + succeeded };
    all += compared;
  }
  return all;
}
