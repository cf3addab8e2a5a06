/** A spec given as a saved plan, and a saved plan given as a spec: each is told by its look, before it is read as what it is not. */

import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import { Refusal } from '../diagnostics/refusal.ts';
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
  for (const { name, path } of files) {
    if (name === '-' || !startsAsPlan(path)) continue;
    const advice = `Give it without -f: \`pasidctl apply ${name}\`.`;
    throw new Refusal('usage', [diagnostic('USAGE_NOTHING_NAMED', `${name} is a saved plan, not a spec`, { advice })]);
  }
}

/** Whatever cannot be looked at is left to who reads it as a spec. */
function startsAsPlan(path: string): boolean {
  try {
    if (!statSync(path).isFile()) return false;
    const fd = openSync(path, 'r');
    try {
      const head = Buffer.alloc(PLAN_HEAD.length);
      readSync(fd, head, 0, head.length, 0);
      return head.toString('latin1') === PLAN_HEAD;
    } finally {
      closeSync(fd);
    }
  } catch {
    return false;
  }
}
