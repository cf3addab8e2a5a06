/**
 * Random choices that a seed decides: the same on every machine and engine.
 * Source: mulberry32, Tommy Ettinger's generator of 32-bit state.
 */

import { known } from '../../../src/assert.ts';

export interface Random {
  /** A whole number from 0 to `limit` − 1. */
  below(limit: number): number;
  /** True once in `odds` times. */
  once(odds: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One of the pairs' values, by their weights. */
  weighted<T>(pairs: readonly (readonly [weight: number, value: T])[]): T;
}

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }
  const below = (limit: number): number => next() % limit;
  return {
    below,
    once: (odds) => below(odds) === 0,
    pick: (list) => known(list[below(list.length)], 'something to pick from'),
    weighted(pairs) {
      let left = below(pairs.reduce((sum, [weight]) => sum + weight, 0));
      const found = pairs.find(([weight]) => {
        left -= weight;
        return left < 0;
      });
      return known(found, 'a weighted value')[1];
    },
  };
}
