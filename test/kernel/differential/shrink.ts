/** Makes a sequence that ends in a difference shorter, by leaving operations out as long as the same kind of difference stays. */

import { nameOf, type Operation } from './operation.ts';
import type { Difference } from './pair.ts';
import { type MakeSides, type Outcome, replay } from './sequence.ts';

const MOST_REPLAYS = 150;

export function shrink(makeSides: MakeSides, found: Outcome): Outcome {
  let best = found;
  let replays = 0;
  for (let size = Math.ceil(found.operations.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from + 1 < best.operations.length && replays < MOST_REPLAYS; ) {
      const rest = without(best.operations, from, size);
      const outcome = replay(makeSides, rest);
      replays += 1;
      if (isLike(outcome.difference, found.difference)) best = outcome;
      else from += size;
    }
  }
  return best;
}

/** The last operation, which differs, always stays. */
function without(operations: readonly Operation[], from: number, count: number): readonly Operation[] {
  const end = Math.min(from + count, operations.length - 1);
  return [...operations.slice(0, from), ...operations.slice(end)];
}

function isLike(a: Difference | null, b: Difference | null): boolean {
  return a !== null && b !== null && signature(a) === signature(b);
}

/** Differences that look alike: the same operation, the same two results. */
export function signature({ operation, kernel, simulator }: Difference): string {
  return `${nameOf(operation)}: kernel ${sign(kernel.result)}, simulator ${sign(simulator.result)}`;
}

function sign(result: number): string {
  return result < 0 ? String(result) : 'ok';
}
