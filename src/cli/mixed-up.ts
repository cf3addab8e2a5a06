/** A spec given as a saved plan, and a saved plan given as a spec: each is refused with the right command. */

import { realpathSync, statSync } from 'node:fs';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import { Refusal } from '../diagnostics/refusal.ts';
import { quietly } from '../files/quietly.ts';
import { readStart } from '../files/read-whole.ts';
import type { GivenFile } from '../run/machine-request.ts';
import { PLAN_HEAD } from '../state/plan-file.ts';

/** @throws Refusal `usage` with the way to give it */
export function refuseSpecAsPlan({ name }: GivenFile): void {
  if (!/\.ya?ml$/i.test(name)) return;
  const advice = `Give it with -f: \`pasidctl apply -f ${name}\`.`;
  throw new Refusal('usage', [diagnostic('USAGE_NOTHING_NAMED', `${name} is a spec, not a saved plan`, { advice })]);
}

/** @throws Refusal `usage` with the way to give it */
export function refusePlanAsSpec(files: readonly GivenFile[]): void {
  for (const { name, path, stream } of files) {
    if (stream !== undefined || !startsAsPlan(path)) continue;
    const advice = `Carry it out with \`pasidctl apply ${name}\`, or give a spec with -f.`;
    throw new Refusal('usage', [diagnostic('USAGE_NOTHING_NAMED', `${name} is a saved plan, not a spec`, { advice })]);
  }
}

/** What cannot be read is refused where it is read as a spec. */
function startsAsPlan(path: string): boolean {
  return (
    quietly(
      () => statSync(path).isFile() && readStart(realpathSync(path), PLAN_HEAD.length).toString() === PLAN_HEAD,
    ) === true
  );
}
