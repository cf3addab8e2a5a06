/** `pasidctl guest`: the translation tables of a guest, from a script, a RAM file or QEMU's monitor. Reads only. */

import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { Refusal } from '../../diagnostics/refusal.ts';
import { dmarText } from '../../guest/dmar-text.ts';
import { type GuestTables, guestTables } from '../../guest/guest-tables.ts';
import { QmpError } from '../../guest/qmp.ts';
import { walkDiagnostic } from '../../guest/walk-diagnostics.ts';
import { WALK_LIMITS, type WalkItem, type WalkProblem } from '../../guest/walk-item.ts';
import { type OpenedGuest, openGuest } from '../../replay/guest-source.ts';
import { guestData } from '../../views/guest-data.ts';
import { gather } from '../../views/guest-model.ts';
import { guestRawText } from '../../views/guest-raw-text.ts';
import { guestText } from '../../views/guest-text.ts';
import { answerText } from '../answer-text.ts';
import { stdoutColors } from '../colors.ts';
import { EXIT } from '../exit-codes.ts';
import { guarded } from '../guarded.ts';
import type { GuestOptions, OutputOptions } from '../options.ts';
import { reportAside } from '../report.ts';
import { inputsOf } from '../requests.ts';
import { type Deps, writeOut } from '../terminal.ts';

/** Most entries for formats that are built in memory; `-o dmar` is written entry by entry. */
const LIMITS = { ...WALK_LIMITS, entries: 2 ** 16 };
/** Most problems that are reported. */
const MOST_PROBLEMS = 20;
const WIDEST = 20;

/** Exit 1 when a part could not be read, since the output is incomplete. */
export function runGuest(options: GuestOptions, deps: Deps): Promise<number> {
  const output: OutputOptions = { color: options.color, output: options.output === 'dmar' ? 'text' : options.output };
  return guarded(output, deps, async () => {
    checkOptions(options);
    const opened = await openGuest(options, inputsOf(deps));
    try {
      const problems = print(await readTables(opened, options), options, deps);
      reportAside({ diagnostics: worst(problems), sources: null }, output, deps);
      return problems.some(({ problem }) => problem === 'dead') ? EXIT.failed : EXIT.done;
    } finally {
      opened.guest.close();
    }
  });
}

function checkOptions({ script, stage, ram, qmp, rootTable, maxRamBelow4g, regions }: GuestOptions): void {
  if (script === null && ram === null && qmp === null)
    throw wrongUse('Neither --script nor --ram nor --qmp was given.');
  if (script !== null && (ram !== null || qmp !== null)) throw wrongUse('--script cannot be used with --ram or --qmp.');
  if (script === null && stage !== null) throw wrongUse('--stage needs --script.');
  if (ram === null && maxRamBelow4g !== null) throw wrongUse('--max-ram-below-4g needs --ram.');
  if (ram === null && regions.length > 0) throw wrongUse('--region needs --ram.');
  if (maxRamBelow4g !== null && regions.length > 0) throw wrongUse('--max-ram-below-4g cannot be used with --region.');
  if (ram === null && rootTable !== null) throw wrongUse('--root-table needs --ram.');
  if (qmp !== null && rootTable !== null) throw wrongUse('--root-table cannot be used with --qmp, which reads it.');
}

function wrongUse(message: string): Refusal {
  return new Refusal('usage', [diagnostic('GUEST_SOURCE', message)]);
}

/** The kernel prints whole directories, and so does its format here. */
async function readTables({ guest, pasidBits }: OpenedGuest, { output }: GuestOptions): Promise<GuestTables> {
  const isDmar = output === 'dmar';
  try {
    return await guestTables(guest, {
      pasidBits: isDmar ? WIDEST : (pasidBits ?? WIDEST),
      limits: isDmar ? WALK_LIMITS : LIMITS,
    });
  } catch (error) {
    if (error instanceof QmpError)
      throw new Refusal('no-input', [
        diagnostic('GUEST_UNREADABLE', `The guest's memory cannot be read: ${error.message}`),
      ]);
    throw error;
  }
}

function print(tables: GuestTables, options: GuestOptions, deps: Deps): readonly WalkProblem[] {
  if (options.output === 'dmar') return printDmar(tables, deps);
  const gathered = gather(tables);
  const colors = stdoutColors(options.color, deps);
  const answer = {
    data: () => guestData(tables, gathered, options),
    text: () => (options.raw ? guestRawText : guestText)(tables, gathered, { colors }),
  };
  writeOut(deps, answerText(options.output, answer));
  return gathered.problems;
}

/** Joins text to larger pieces, since each write is a system call. */
const PIECE_LENGTH = 65_536;

function printDmar(tables: GuestTables, deps: Deps): readonly WalkProblem[] {
  const { unit, registers, root } = tables;
  const problems: WalkProblem[] = [];
  const items = noting(tables.items, (problem) => {
    const isFirstDead = problem.problem === 'dead' && !problems.some((before) => before.problem === 'dead');
    if (problems.length < MOST_PROBLEMS || isFirstDead) problems.push(problem);
  });
  const isTranslating = registers.isTranslating && root !== null;
  const mode = root?.mode === 'legacy' ? 'legacy' : 'scalable';
  let piece = '';
  for (const text of dmarText({ name: unit, rootTable: root?.rootTable ?? 0n, isTranslating, mode }, items)) {
    piece += text;
    if (piece.length < PIECE_LENGTH) continue;
    writeOut(deps, piece);
    piece = '';
  }
  writeOut(deps, piece);
  return problems;
}

function* noting(items: Iterable<WalkItem>, note: (problem: WalkProblem) => void): Generator<WalkItem> {
  for (const item of items) {
    if (item.kind === 'problem') note(item);
    else yield item;
  }
}

function worst(problems: readonly WalkProblem[]): readonly Diagnostic[] {
  return problems.slice(0, MOST_PROBLEMS).map(walkDiagnostic);
}
