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
  /** Waits until the guest stands still at this stage, looks, and lets it go on. Throws when the VM ends before. */
  at<T>(stage: string, look: () => Promise<T>): Promise<T>;
}

const POLL_MS = 100;

export function watchedVm(window: VmWindow, workFolder: string, ended: AbortSignal): WatchedVm {
  return {
    ...window,
    workFolder,
    ended,
    async at(stage, look) {
      while (!existsSync(join(workFolder, `${stage}.shown`))) {
        if (ended.aborted) throw new Error(`the VM ended before it showed: ${stage}`);
        await wait(POLL_MS);
      }
      const seen = await look();
      await writeFile(join(workFolder, `${stage}.seen`), '');
      return seen;
    },
  };
}

/** A process and what watches it: the process is ended when the watcher fails; both have ended afterwards. */
export async function whileRunning<T>(
  start: (cancel: AbortSignal) => PromiseLike<T>,
  watch: (ended: AbortSignal) => Promise<void>,
): Promise<T> {
  const cancel = new AbortController();
  const ended = new AbortController();
  const running = Promise.resolve(start(cancel.signal)).finally(() => ended.abort());
  const watching = watch(ended.signal).catch((error: unknown) => {
    cancel.abort();
    return { error };
  });
  const [result, failure] = await Promise.all([running, watching]);
  if (failure !== undefined) throw failure.error;
  return result;
}
