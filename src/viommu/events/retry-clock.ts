/** When to retry what failed: after a second, then after twice as long each time, up to a minute. */

import type { EngineState } from '../state/engine-state.ts';
import { retry } from './sync.ts';

const FIRST_MS = 1000;
const LONGEST_MS = 60_000;

export interface RetryClock {
  /** Call it after each event: starts the clock when something must be retried, and stops it when nothing must. */
  note(): void;
  advance(ms: number): void;
  msToRetry(): number | null;
}

export function retryClock(engine: EngineState): RetryClock {
  let waitMs = FIRST_MS;
  let leftMs: number | null = null;
  const note = (): void => {
    if (!isWaiting(engine)) {
      leftMs = null;
      waitMs = FIRST_MS;
    } else leftMs ??= waitMs;
  };
  return {
    note,
    advance(ms) {
      if (leftMs === null) return;
      leftMs -= ms;
      if (leftMs > 0) return;
      waitMs = Math.min(waitMs * 2, LONGEST_MS);
      leftMs = null;
      retry(engine);
      note();
    },
    msToRetry: () => leftMs,
  };
}

function isWaiting({ slots, unfreed, unfreedQueues, devices }: EngineState): boolean {
  return slots.retries > 0 || unfreed.length + unfreedQueues.length > 0 || devices.some(({ missed }) => missed);
}
