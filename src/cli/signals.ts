/** Signals as values: a run is stopped through an AbortSignal, a holder waits for the next one. */

export type HolderSignal = 'SIGINT' | 'SIGTERM' | 'SIGHUP';

export interface Signals {
  /** Aborted by the first SIGINT or SIGTERM since `arm`. */
  arm(): AbortSignal;
  /** The next signal that was not used to stop a run; at once if one came in the meantime. */
  next(): Promise<HolderSignal>;
}

const WATCHED: readonly HolderSignal[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** While the work runs, SIGINT, SIGTERM and SIGHUP do not end the process by themselves. */
export async function withSignals<T>(work: (signals: Signals) => Promise<T>): Promise<T> {
  const { release, ...signals } = watchSignals();
  try {
    return await work(signals);
  } finally {
    release();
  }
}

/** For work that nobody holds afterwards: each of the signals stops it. */
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

function watchSignals(): Signals & { readonly release: () => void } {
  let running: AbortController | null = null;
  let waiting: ((signal: HolderSignal) => void) | null = null;
  const pending: HolderSignal[] = [];

  function onSignal(signal: HolderSignal): void {
    if (running !== null && signal !== 'SIGHUP') running.abort();
    if (waiting === null) {
      if (!pending.includes(signal)) pending.push(signal);
      return;
    }
    const wake = waiting;
    waiting = null;
    wake(signal);
  }

  for (const signal of WATCHED) process.on(signal, onSignal);
  return {
    arm: () => {
      running = new AbortController();
      if (pending.some((signal) => signal !== 'SIGHUP')) running.abort();
      return running.signal;
    },
    next: () => {
      running = null;
      const first = pending.shift();
      if (first !== undefined) return Promise.resolve(first);
      // A pending promise alone does not keep the process alive.
      const keepAlive = setInterval(() => {}, 2 ** 30);
      return new Promise<HolderSignal>((resolve) => {
        waiting = resolve;
      }).finally(() => clearInterval(keepAlive));
    },
    release: () => {
      for (const signal of WATCHED) process.off(signal, onSignal);
    },
  };
}
