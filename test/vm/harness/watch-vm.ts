/** Looking into a running VM: the host meets the guest at the stages that its script names (`show` in guest/prelude.sh). */

import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { VmWindow } from './qemu-args.ts';

export interface WatchedVm extends VmWindow {
  readonly workFolder: string;
  /** Aborted when the VM has ended. */
  readonly ended: AbortSignal;
  /**
   * Waits until the guest stands still at this stage, looks, and lets it go on.
   *
   * @throws EndedBefore when the VM ends first
   */
  at<T>(stage: string, look: () => Promise<T>): Promise<T>;
}

/** The VM itself has more to say. */
export class EndedBefore extends Error {
  constructor(stage: string) {
    super(`the VM ended before it showed: ${stage}`);
  }
}

const POLL_MS = 100;

export function watchedVm(window: VmWindow, workFolder: string, ended: AbortSignal): WatchedVm {
  return {
    ...window,
    workFolder,
    ended,
    async at(stage, look) {
      while (!existsSync(join(workFolder, `${stage}.shown`))) {
        if (ended.aborted) throw new EndedBefore(stage);
        await wait(POLL_MS);
      }
      const seen = await look();
      await writeFile(join(workFolder, `${stage}.seen`), '');
      return seen;
    },
  };
}

export interface Watching<T> {
  readonly result: T;
  /** What the watcher threw. */
  readonly failure: { readonly error: unknown } | null;
}

/** A process and what watches it: the process is ended when the watcher fails; both have ended afterwards. */
export async function whileRunning<T>(
  start: (cancel: AbortSignal) => PromiseLike<T>,
  watch: (ended: AbortSignal) => Promise<void>,
): Promise<Watching<T>> {
  const cancel = new AbortController();
  const ended = new AbortController();
  const running = Promise.resolve(start(cancel.signal)).finally(() => ended.abort());
  const watching = watch(ended.signal).then(
    () => null,
    (error: unknown) => {
      cancel.abort();
      return { error };
    },
  );
  const [result, failure] = await Promise.all([running, watching]);
  return { result, failure };
}
