/** Signals as orders: SIGINT and SIGTERM stop a run, or make a holder release; SIGHUP makes it read its spec again. */

import type { Order, Orders } from '../run/hold.ts';

type HolderSignal = 'SIGINT' | 'SIGTERM' | 'SIGHUP';

const WATCHED: readonly HolderSignal[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * While the work runs, SIGINT, SIGTERM and SIGHUP do not end the process by themselves.
 *
 * @param insist  told of SIGINT and SIGTERM that come when a run is being undone, or a release goes on: the first is 1
 */
export async function withSignals<T>(
  work: (orders: Orders) => Promise<T>,
  insist: (times: number) => void,
): Promise<T> {
  const { release, ...orders } = watchSignals(insist);
  try {
    return await work(orders);
  } finally {
    release();
  }
}

/** For work without a holder: each of the signals stops it. */
export async function untilSignal<T>(work: (stop: AbortSignal) => Promise<T>): Promise<T> {
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  for (const signal of WATCHED) process.on(signal, stop);
  try {
    return await work(stopping.signal);
  } finally {
    for (const signal of WATCHED) process.off(signal, stop);
  }
}

function watchSignals(insist: (times: number) => void): Orders & { readonly release: () => void } {
  let running: AbortController | null = null;
  let isReleasing = false;
  let insisted = 0;
  let waiting: ((signal: HolderSignal | null) => void) | null = null;
  const pending: HolderSignal[] = [];

  function onSignal(signal: HolderSignal): void {
    if (signal !== 'SIGHUP' && (isReleasing || running?.signal.aborted === true)) {
      insist(++insisted);
      return;
    }
    if (running !== null && signal !== 'SIGHUP') running.abort();
    if (waiting === null) {
      if (!pending.includes(signal)) pending.push(signal);
      return;
    }
    const wake = waiting;
    waiting = null;
    wake(signal);
  }

  function taken(signal: HolderSignal): Order {
    isReleasing = signal !== 'SIGHUP';
    return signal === 'SIGHUP' ? { kind: 'follow' } : { kind: 'release', because: signal };
  }

  for (const signal of WATCHED) process.on(signal, onSignal);
  return {
    arm: () => {
      running = new AbortController();
      insisted = 0;
      if (pending.some((signal) => signal !== 'SIGHUP')) running.abort();
      return running.signal;
    },
    next: async (timeoutMs) => {
      running = null;
      // A release that did not come to its end must be ordered again.
      isReleasing = false;
      insisted = 0;
      const first = pending.shift();
      if (first !== undefined) return taken(first);
      const woken = new Promise<HolderSignal | null>((resolve) => {
        waiting = resolve;
      });
      // A pending promise alone does not keep the process alive.
      const timer = setInterval(() => timeoutMs !== null && waiting?.(null), timeoutMs ?? LONGEST_TIMER_MS);
      const signal = await woken;
      clearInterval(timer);
      waiting = null;
      return signal === null ? null : taken(signal);
    },
    release: () => {
      for (const signal of WATCHED) process.off(signal, onSignal);
    },
  };
}

const LONGEST_TIMER_MS = 2 ** 30;
