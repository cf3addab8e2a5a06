/**
 * Long runs of calls without a wait keep signals and timers out: Node looks for them only when the event loop turns. A breather
 * turns it from time to time; a turn costs some 2 µs, and short runs never take one.
 */

const EVERY_MS = 20;

/** `null` as long as it is not yet time; else what to wait for. */
export type Breather = () => Promise<void> | null;

export function createBreather(): Breather {
  let last = performance.now();
  return () => {
    if (performance.now() - last < EVERY_MS) return null;
    return new Promise<void>((resolve) => {
      setImmediate(() => {
        last = performance.now();
        resolve();
      });
    });
  };
}
