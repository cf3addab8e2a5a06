/**
 * Reads a replay script (JSON lines) of any size from any source of text, one line at a time.
 *
 * Reading ends at the first wrong line: without its operation the following ones would replay another history.
 */

import { pageNumber } from '../model/page.ts';
import { formatBytes, grouped } from '../text/amounts.ts';
import { hex } from '../text/hex.ts';
import type { Operation } from './operation.ts';
import { parseOperation } from './parse-operation.ts';
import { joinedRanges, type MemoryRange } from './ram-map.ts';
import { BadLine } from './script-fields.ts';
import { isMemory } from './script-memory.ts';
import { type TextLine, textLines } from './text-lines.ts';

/** Long enough for a `write` of 8 MiB. */
const LINE_LIMIT = 2 ** 24 + 4096;

/** An operation and its line, counted from 1. */
export interface ScriptOperation {
  readonly kind: 'operation';
  readonly line: number;
  readonly operation: Operation;
}

/** Why reading ended early. */
export interface ScriptProblem {
  readonly kind: 'problem';
  readonly line: number;
  /** One sentence without the line number. */
  readonly message: string;
  /** The text of the line, shortened. */
  readonly text: string;
}

export type ScriptItem = ScriptOperation | ScriptProblem;

/** A script is held in memory; one that never ends must not fill it. */
export interface ScriptLimits {
  readonly operations: number;
  /** That are written, in all. */
  readonly bytes: number;
  /** Of guest memory that are written. */
  readonly pages: number;
}

const SCRIPT_LIMITS: ScriptLimits = { operations: 2 ** 21, bytes: 2 ** 30, pages: 2 ** 18 };

/**
 * Operations in order; a problem is the last item. Blank lines are skipped.
 *
 * @param source  text or UTF-8 bytes in pieces of any size, such as a file's stream or standard input; its errors are rethrown
 */
export async function* readScript(
  source: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  limits: ScriptLimits = SCRIPT_LIMITS,
): AsyncGenerator<ScriptItem, void, undefined> {
  const check = createChecks(limits);
  for await (const line of textLines(source, LINE_LIMIT)) {
    const item = readLine(line, check);
    if (item === null) continue;
    yield item;
    if (item.kind === 'problem') return;
  }
}

type CheckOrder = (operation: Operation) => string | null;

function readLine({ number: line, text, problem, isCut }: TextLine, check: CheckOrder): ScriptItem | null {
  const wrong = (message: string): ScriptProblem => ({ kind: 'problem', line, message, text: text.slice(0, 1000) });
  if (problem !== null) return wrong(problem);
  if (text.trim() === '') return null;
  try {
    const operation = parseOperation(text);
    const misplaced = check(operation);
    return misplaced === null ? { kind: 'operation', line, operation } : wrong(misplaced);
  } catch (error) {
    if (error instanceof BadLine)
      return wrong(isCut ? `${error.message}; the script ends within this line` : error.message);
    throw error;
  }
}

function createChecks(limits: ScriptLimits): CheckOrder {
  const checks = [createOrderCheck(), createSizeCheck(limits)];
  return (operation) => {
    for (const check of checks) {
      const problem = check(operation);
      if (problem !== null) return problem;
    }
    return null;
  };
}

function createSizeCheck(limits: ScriptLimits): CheckOrder {
  const pages = new Set<number>();
  let operations = 0;
  let bytes = 0;
  return (operation) => {
    operations += 1;
    if (operations > limits.operations) return `a script has at most ${grouped(limits.operations)} operations`;
    if (operation.op !== 'write' || operation.bytes.length === 0) return null;
    bytes += operation.bytes.length;
    if (bytes > limits.bytes) return `a script writes at most ${formatBytes(BigInt(limits.bytes))}`;
    const last = Number(pageNumber(operation.gpa + BigInt(operation.bytes.length - 1)));
    for (let page = Number(pageNumber(operation.gpa)); page <= last; page += 1) pages.add(page);
    return pages.size > limits.pages ? `a script writes to at most ${grouped(limits.pages)} pages of memory` : null;
  };
}

/** Checks that need earlier lines: `config` comes first, and writes are where memory is. */
function createOrderCheck(): CheckOrder {
  let isFirst = true;
  let memory: readonly MemoryRange[] = [{ guestAddress: 0n, bytes: 1n << 64n }];
  return (operation) => {
    const first = isFirst;
    isFirst = false;
    if (operation.op === 'config') {
      if (!first) return 'config must be the first operation';
      if (operation.memory !== null) memory = joinedRanges(operation.memory);
    }
    if (operation.op !== 'write') return null;
    const { gpa, bytes } = operation;
    if (bytes.length === 0 || isMemory(memory, gpa, bytes.length)) return null;
    return `the write from ${hex(gpa)} to ${hex(gpa + BigInt(bytes.length))} is not in memory, which is ${shownRanges(memory)}`;
  };
}

const MOST_SHOWN = 8;

function shownRanges(memory: readonly MemoryRange[]): string {
  const ranges = memory.slice(0, MOST_SHOWN).map((range) => {
    return `from ${hex(range.guestAddress)} to ${hex(range.guestAddress + range.bytes)}`;
  });
  return [...ranges, ...(memory.length > MOST_SHOWN ? ['so on'] : [])].join(' and ');
}
