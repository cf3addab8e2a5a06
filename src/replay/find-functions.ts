/** The devices of a script that names none: every function that its tables show at some time. */

import type { GuestMemory } from '../guest/guest-memory.ts';
import type { DescriptorOperation, Operation } from '../guest/operation.ts';
import type { MemoryRange } from '../guest/ram-map.ts';
import { createScriptMemory } from '../guest/script-memory.ts';
import { WALK_LIMITS } from '../guest/walk-item.ts';
import { walkTables } from '../guest/walk-tables.ts';
import { type Bdf, joinBdf, packRequester, unpackDevfn, unpackRequester } from '../model/bdf.ts';
import { descriptorKind } from '../vtd/descriptor-rules.ts';
import { descriptorWords } from '../vtd/descriptor-words.ts';
import { decodeRtaddr } from '../vtd/registers.ts';
import type { PlacedOperation } from './load-script.ts';

/** A hostile root table shows 65,536 functions, more than any machine has assigned. */
export const MOST_FUNCTIONS = 1024;

/** Ascending; at most {@link MOST_FUNCTIONS}. */
export function findFunctions(
  operations: readonly PlacedOperation[],
  ranges: readonly MemoryRange[] | null,
): readonly Bdf[] {
  const memory = createScriptMemory(ranges);
  const found = new Set<number>();
  let rootTable: bigint | null = null;
  let changed = false;
  const look = (): void => {
    if (!changed || rootTable === null) return;
    changed = false;
    for (const requester of requestersIn(memory, rootTable)) found.add(requester);
  };
  for (const { operation } of operations) {
    if (operation.op === 'write') {
      memory.write(operation.gpa, operation.bytes);
      changed = true;
    } else if (operation.op === 'register' && operation.name === 'RTADDR') {
      changed = changed || rootTable !== operation.value;
      rootTable = operation.value;
      look();
    } else if (mayShow(operation)) look();
  }
  look();
  return inOrder(found);
}

/** A guest reports a new context entry by a register or descriptor; reading the tables after each `write` would take too long. */
function mayShow(operation: Operation): boolean {
  if (operation.op === 'descriptor') return flushesContexts(operation);
  return operation.op !== 'response' && operation.op !== 'fault';
}

export function flushesContexts({ lo }: DescriptorOperation): boolean {
  return descriptorKind(descriptorWords(lo, 0n)) === 'context-cache';
}

/** The functions of a root table of scalable mode, else none. Ascending, at most {@link MOST_FUNCTIONS}. */
export function functionsOf(memory: GuestMemory, rtaddr: bigint): readonly Bdf[] {
  return inOrder(new Set(requestersIn(memory, rtaddr)));
}

function inOrder(found: ReadonlySet<number>): readonly Bdf[] {
  return [...found]
    .sort((a, b) => a - b)
    .slice(0, MOST_FUNCTIONS)
    .map(bdfOf);
}

function* requestersIn(memory: GuestMemory, rtaddr: bigint): Generator<number> {
  const { mode, rootTable } = decodeRtaddr(rtaddr);
  if (mode !== 'scalable') return;
  const limits = { ...WALK_LIMITS, pages: 4 * MOST_FUNCTIONS };
  for (const item of walkTables({ memory, rootTable, mode, pasidBits: 0, limits })) {
    if (item.kind === 'function') yield packRequester(item);
  }
}

function bdfOf(requester: number): Bdf {
  const { bus, devfn } = unpackRequester(requester);
  return joinBdf({ segment: 0, bus, ...unpackDevfn(devfn) });
}
