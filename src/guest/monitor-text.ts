/**
 * Parsers of what QEMU's human monitor prints about memory: `info mtree -f` and `xp`.
 *
 * Source: QEMU system/memory.c mtree_print_flatview, monitor/hmp-cmds.c memory_dump (11.1).
 */

import { hex } from '../text/hex.ts';

/** Guest-physical addresses that are memory; `end` is exclusive. */
export interface MemoryRange {
  readonly first: bigint;
  readonly end: bigint;
}

const VIEW = /^FlatView #\d+$/;
const SYSTEM = /^ AS "memory",/;
const RANGE = /^ {2}([0-9a-f]{16})-([0-9a-f]{16}) \(prio -?\d+, (?:ram|rom)\): /;

/** Memory of the address space "memory", in order; `null` when the text has no such view. */
export function parseMemoryTree(text: string): readonly MemoryRange[] | null {
  const lines = text.split(/\r?\n/);
  const system = lines.findIndex((line) => SYSTEM.test(line));
  if (system < 0) return null;
  const next = lines.findIndex((line, index) => index > system && VIEW.test(line));
  return lines.slice(system, next < 0 ? undefined : next).flatMap(rangeOf);
}

function rangeOf(line: string): readonly MemoryRange[] {
  const match = RANGE.exec(line);
  if (match === null) return [];
  const [, first = '', last = ''] = match;
  return [{ first: BigInt(`0x${first}`), end: BigInt(`0x${last}`) + 1n }];
}

const DUMP_LINE = /^([0-9a-f]{8,16}):((?: 0x[0-9a-f]{8,16}){1,4})$/;

/** Which numbers to print: `count` from `address` on. */
export interface DumpRequest {
  readonly address: bigint;
  readonly count: number;
  /** Default 8. Registers of 4 bytes must be read with 4. */
  readonly bytes?: 4 | 8;
}

/** The answer to {@link dumpCommand} → its numbers; `null` when QEMU could not read, or printed anything else. */
export function parseDump(text: string, { address, count }: DumpRequest): readonly bigint[] | null {
  const lines = text.split(/\r?\n/).filter((line) => line !== '');
  const numbers = lines.flatMap((line, index) => {
    const match = DUMP_LINE.exec(line);
    if (match === null || BigInt(`0x${match[1]}`) !== address + BigInt(index * 16)) return [];
    return (match[2] ?? '').trim().split(' ').map(BigInt);
  });
  return numbers.length === count ? numbers : null;
}

export function dumpCommand({ address, count, bytes = 8 }: DumpRequest): string {
  return `xp /${count}${bytes === 8 ? 'g' : 'w'}x ${hex(address)}`;
}
