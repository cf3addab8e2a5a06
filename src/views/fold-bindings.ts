/** Bindings of a status, with long runs of neighbouring PASIDs on page tables of their own folded into one. */

import { known } from '../assert.ts';
import type { BindingStatus } from '../model/status.ts';

/** Fewer than this stay as they are. */
const LONG = 8;

export interface FoldedBindings {
  readonly first: BindingStatus;
  readonly last: BindingStatus;
  /** How many are folded; 1: `first` and `last` are one. */
  readonly bindings: number;
}

/** In their order. Folded are bindings of one device, domain and state whose PASIDs follow each other without a gap. */
export function foldBindings(bindings: readonly BindingStatus[]): readonly FoldedBindings[] {
  const folded: FoldedBindings[] = [];
  for (let start = 0; start < bindings.length; ) {
    let end = start + 1;
    while (end < bindings.length && follows(bindings[end - 1], bindings[end])) end++;
    const run = bindings.slice(start, end);
    folded.push(...(run.length < LONG ? run.map(alone) : [foldedRun(run)]));
    start = end;
  }
  return folded;
}

function alone(binding: BindingStatus): FoldedBindings {
  return { first: binding, last: binding, bindings: 1 };
}

function foldedRun(run: readonly BindingStatus[]): FoldedBindings {
  return { first: known(run[0], 'a run'), last: known(run.at(-1), 'a run'), bindings: run.length };
}

function follows(a: BindingStatus | undefined, b: BindingStatus | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const alike = a.device === b.device && a.domain === b.domain && a.state === b.state;
  return alike && a.last + 1 === b.first && a.target.kind === 'first-stage' && b.target.kind === 'first-stage';
}
