/**
 * Tables that are as they were, many at a time: where they lie side by side in the guest's memory and in ours, one comparison
 * tells. Nothing is concluded from a difference; who finds one reads.
 */

import { directoryEntry } from '../../vtd/pasid-directory.ts';
import { NOTHING } from '../store/slot-control.ts';
import { isSettled } from './note-slot.ts';
import type { Survey } from './survey-scope.ts';

/** A part of one page of the directory: its entry for table `first` is at the start of `words`. */
export interface DirectoryPart {
  readonly words: Uint32Array;
  readonly first: number;
  readonly end: number;
}

/** @returns tables from `number` on that need no look */
export function unchangedRun(survey: Survey, part: DirectoryPart, number: number): number {
  const { memory, slots } = survey.engine;
  if (memory.holds === undefined) return 0;
  const leaf = survey.state.leaves[number] ?? NOTHING;
  const page = directoryEntry.tablePage(part.words, (number - part.first) * 2);
  const longest = longestRun(survey, part, number);
  let held = 0;
  // Twice as many each time, so that a table that changed costs no more than those before it, wherever the guest puts it.
  for (let count = 1; held < longest; count = Math.min(2 * count, longest - held)) {
    if (!memory.holds(page + held, slots.leafBytes(leaf + held, count))) break;
    held += count;
  }
  return held;
}

/** Tables from `number` on that lie side by side, and would be passed by if they were as before. */
function longestRun(survey: Survey, { words, first, end }: DirectoryPart, number: number): number {
  const { state, engine } = survey;
  const leaf = state.leaves[number] ?? NOTHING;
  if (leaf < 0) return 0;
  const at = (number - first) * 2;
  const page = directoryEntry.tablePage(words, at);
  const most = Math.min(end - number, engine.slots.leavesBeside(leaf));
  let count = 0;
  while (count < most) {
    const entry = at + count * 2;
    if (state.leaves[number + count] !== leaf + count || !isSettled(survey, number + count, leaf + count)) break;
    if (!directoryEntry.present(words, entry) || directoryEntry.reserved(words, entry)) break;
    if (directoryEntry.tablePage(words, entry) !== page + count) break;
    count++;
  }
  return count;
}
