/**
 * Skipping unchanged tables, many at a time: tables that are adjacent in guest memory and in ours are compared by one call. After
 * a difference nothing is known, and the table is read.
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

/** @returns number of tables, from `number` on, that are unchanged */
export function unchangedRun(survey: Survey, part: DirectoryPart, number: number): number {
  const { memory, slots } = survey.engine;
  if (memory.holds === undefined) return 0;
  const leaf = survey.state.leaves[number] ?? NOTHING;
  const page = directoryEntry.tablePage(part.words, (number - part.first) * 2);
  const longest = longestRun(survey, part, number);
  let held = 0;
  // Twice as many each time: wherever the changed table is, at most one table more is compared in vain than was found unchanged.
  for (let count = 1; held < longest; count = Math.min(2 * count, longest - held)) {
    if (!memory.holds(page + held, slots.leafBytes(leaf + held, count))) break;
    held += count;
  }
  return held;
}

/** Number of tables, from `number` on, that are adjacent in both memories and can be skipped when they are unchanged. */
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
