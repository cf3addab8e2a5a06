/** A sequence of random operations, carried out on both sides until they differ; and replaying a part of one. */

import { nextOperation } from './generate.ts';
import type { Operation } from './operation.ts';
import { type Count, type Difference, openPair, type Pair, type Sides } from './pair.ts';
import { randomOf } from './random.ts';

/** Fresh sides for each sequence. */
export type MakeSides = () => Sides;

export interface Outcome {
  /** Those that were carried out, the differing one the last. */
  readonly operations: readonly Operation[];
  readonly tally: ReadonlyMap<string, Count>;
  readonly difference: Difference | null;
}

/** @param length  in operations */
export function runSequence(makeSides: MakeSides, seed: number, length: number): Outcome {
  const random = randomOf(seed);
  const pair = openPair(makeSides());
  const operations: Operation[] = [];
  let difference: Difference | null = null;
  while (difference === null && operations.length < length) {
    const operation = nextOperation(random, pair.known);
    operations.push(operation);
    difference = pair.run(operation);
  }
  return finish(pair, operations, difference);
}

export function replay(makeSides: MakeSides, operations: readonly Operation[]): Outcome {
  const pair = openPair(makeSides());
  const done: Operation[] = [];
  let difference: Difference | null = null;
  for (const operation of operations) {
    done.push(operation);
    difference = pair.run(operation);
    if (difference !== null) break;
  }
  return finish(pair, done, difference);
}

function finish(pair: Pair, operations: readonly Operation[], difference: Difference | null): Outcome {
  const atEnd = pair.end();
  return { operations, tally: pair.tally, difference: difference ?? atEnd };
}
