/** The child process in which `doctor` reads a machine: the task in, the machine out, both as `run/observe-apart.ts` says. */

import { type ChildTask, observeAsChild } from '../../run/observe-child.ts';
import { EXIT } from '../exit-codes.ts';
import type { Deps } from '../terminal.ts';

/** @param task  JSON, written by the parent */
export async function runObserve(task: string, { terminal }: Deps): Promise<number> {
  const machine = observeAsChild(JSON.parse(task) as ChildTask);
  await new Promise<void>((resolve) => terminal.stdout.write(machine, () => resolve()));
  return EXIT.done;
}
