/** One entry of a PASID directory → the page of its PASID table. */

import { DIRECTORY_ENTRIES_PER_PAGE, DIRECTORY_ENTRY_BYTES, directoryEntry } from '../../vtd/pasid-directory.ts';
import { readTable } from '../state/table-reader.ts';
import type { PasidDirectory } from './guest-context.ts';
import { reportHole, reportReservedDirectory } from './report-table.ts';
import type { Survey } from './survey-scope.ts';

/** @param number  of a table, within the directory @returns `null` when there is no table */
export function findTable(survey: Survey, directory: PasidDirectory, number: number): number | null | 'dead' {
  const { engine } = survey;
  const { words, bytes } = engine.buffers.pointer;
  const page = directory.page + Math.floor(number / DIRECTORY_ENTRIES_PER_PAGE);
  const offset = (number % DIRECTORY_ENTRIES_PER_PAGE) * DIRECTORY_ENTRY_BYTES;
  const read = readTable(engine.memory, { page, offset }, bytes);
  if (read === 'dead') return read;
  if (read === 'hole') reportHole(survey, number);
  if (read === 'hole' || !directoryEntry.present(words, 0)) return null;
  reportReservedDirectory(survey, words, 0);
  return directoryEntry.tablePage(words, 0);
}
