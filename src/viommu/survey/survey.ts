/**
 * Reading a device's tables: entries that the event covers are copied into slots, and what the host must do is put on lists. The
 * host is not called here, so that the removals of all devices run before any addition.
 *
 * Each entry is read once, into our own memory, and judged there. A walk ends at the least of 2^pasidBits, the device's PASIDs
 * (rounded up to whole leaves) and the directory.
 */

import type { ReadStatus } from '../../guest/guest-memory.ts';
import {
  DIRECTORY_ENTRIES_PER_PAGE,
  directoryEntry,
  PASIDS_PER_TABLE,
  PASIDS_PER_TABLE_LOG2,
} from '../../vtd/pasid-directory.ts';
import type { DeviceState } from '../state/device-state.ts';
import type { EngineState } from '../state/engine-state.ts';
import { ALL, type Scope } from '../state/scope.ts';
import { readTable } from '../state/table-reader.ts';
import type { DeviceWork } from '../state/work.ts';
import { SLOTS_PER_LEAF } from '../store/slot-store.ts';
import { isRefusal, judge } from '../wish/judge.ts';
import { type GuestContext, type PasidDirectory, readContext } from './guest-context.ts';
import { findTable } from './guest-directory.ts';
import { noteLeaf, noteSlot } from './note-slot.ts';
import { reportHole, reportReservedDirectory } from './report-table.ts';
import type { Survey } from './survey-scope.ts';
import { unchangedRun } from './unchanged-run.ts';

const ENTRY_BYTES = 64;

/** When guest memory could not be read at the last event, the whole directory is read, whatever this event covers. */
export function surveyDevice(engine: EngineState, asked: Scope, work: DeviceWork): void {
  const { state } = work;
  const context = readContext(engine, state.device);
  if (context.kind === 'unreadable') {
    miss(engine, state);
    return;
  }
  // A switch of page requests concerns all entries, and changes none of them.
  noteSwitch(engine, state, context);
  const scope = state.missed || state.outdated ? ALL : asked;
  state.missed = false;
  const directory = context.kind === 'directory' ? context : null;
  const found = { engine, state, scope, work, directory, look: engine.buffers.look };
  const gate = gateOf(found);
  const survey = gate === 'shut' ? { ...found, directory: null } : found;
  if (gate === 'dead') miss(engine, state);
  else if (scope.kind === 'pasid') surveyOne(survey, scope.pasid);
  else surveyAll(survey);
  // Tables that could not be read are still outdated.
  if (!state.missed) state.outdated = false;
}

/** When PRE was set or cleared, unchanged entries need another HWPT: with a fault queue, or without. */
function noteSwitch({ guest }: EngineState, state: DeviceState, context: GuestContext): void {
  const before = state.pageRequests;
  const allowed = context.kind === 'directory' && context.pageRequestsAllowed;
  state.pageRequests = allowed && guest.pageRequests && state.device.pageRequests;
  if (before !== state.pageRequests) state.outdated = true;
}

/** As QEMU, when the options say so: PASID 0 must have a valid entry (src/quirks.md Q26). `dead`: its entry is unreadable. */
function gateOf(survey: Survey): 'open' | 'shut' | 'dead' {
  const { engine, state, directory } = survey;
  if (!engine.options.pasid0Gate || directory === null) return 'open';
  const read = readEntry(survey, 0);
  if (read !== 'ok') return read === 'dead' ? 'dead' : 'shut';
  const wish = judge(engine.buffers.entry.words, 0, { guest: engine.guest, device: state.device, pasid: 0 });
  return wish === 'absent' || isRefusal(wish) ? 'shut' : 'open';
}

function miss({ report }: EngineState, state: DeviceState): void {
  state.missed = true;
  const { name } = state.device;
  report({
    code: 'VIOMMU_MEMORY_UNREADABLE',
    device: name,
    pasid: null,
    message: `guest memory cannot be read: the bindings of ${name} stay as they are until it can`,
  });
}

/** Number of leaves that can hold PASIDs of the device. */
function leafLimit({ state, directory }: Survey): number {
  if (directory === null) return 0;
  const { maxPasidLog2 } = state.device;
  const ofDevice = Math.ceil(2 ** maxPasidLog2 / SLOTS_PER_LEAF);
  return Math.min(state.leaves.length, ofDevice, directory.entries, directory.pasidsAllowed ? Infinity : 1);
}

function surveyOne(survey: Survey, pasid: number): void {
  const { engine, state, look, work } = survey;
  const read = readEntry(survey, pasid);
  if (read === 'dead') {
    miss(engine, state);
    return;
  }
  look.pasid = pasid;
  look.words = read === 'ok' ? engine.buffers.entry.words : null;
  look.at = 0;
  work.touched.push(pasid >>> PASIDS_PER_TABLE_LOG2);
  noteSlot(survey);
}

/** Read one entry into its buffer; `hole` where there is no table. */
function readEntry(survey: Survey, pasid: number): ReadStatus {
  const { engine, directory } = survey;
  const number = pasid >>> PASIDS_PER_TABLE_LOG2;
  const page = directory === null || number >= directory.entries ? null : findTable(survey, directory, number);
  if (page === null || page === 'dead') return page ?? 'hole';
  const offset = (pasid % PASIDS_PER_TABLE) * ENTRY_BYTES;
  const read = readTable(engine.memory, { page, offset }, engine.buffers.entry.bytes);
  if (read === 'hole') reportHole(survey, number);
  return read;
}

function surveyAll(survey: Survey): void {
  const { state, directory } = survey;
  const limit = leafLimit(survey);
  if (directory !== null) {
    for (let first = 0; first < limit; first += DIRECTORY_ENTRIES_PER_PAGE) {
      surveyTables(survey, directory, { first, end: Math.min(limit, first + DIRECTORY_ENTRIES_PER_PAGE) });
    }
  }
  for (let number = limit; number < state.leaves.length; number++) noteLeaf(survey, number, null);
}

interface TableRange {
  readonly first: number;
  readonly end: number;
}

/** PASID tables of one page of the directory. */
function surveyTables(survey: Survey, directory: PasidDirectory, { first, end }: TableRange): void {
  const { engine, state } = survey;
  const { words, bytes } = engine.buffers.directory;
  const page = directory.page + first / DIRECTORY_ENTRIES_PER_PAGE;
  const read = readTable(engine.memory, { page }, bytes.subarray(0, (end - first) * 8));
  if (read === 'dead') {
    miss(engine, state);
    return;
  }
  if (read === 'hole') reportHole(survey, first);
  const part = { words, first, end };
  for (let number = first; number < end; ) {
    const at = (number - first) * 2;
    const isPresent = read === 'ok' && directoryEntry.present(words, at);
    const same = isPresent ? unchangedRun(survey, part, number) : 0;
    if (same === 0) {
      if (isPresent) {
        reportReservedDirectory(survey, words, at);
        surveyTable(survey, number, directoryEntry.tablePage(words, at));
      } else noteLeaf(survey, number, null);
    }
    number += Math.max(1, same);
  }
}

function surveyTable(survey: Survey, number: number, page: number): void {
  const { engine, state } = survey;
  const { words, bytes } = engine.buffers.leaf;
  const read = readTable(engine.memory, { page }, bytes);
  if (read === 'dead') {
    miss(engine, state);
    return;
  }
  if (read === 'hole') reportHole(survey, number);
  noteLeaf(survey, number, read === 'hole' ? null : { words, bytes });
}
