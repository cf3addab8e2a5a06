/** QEMU's trace log, line by line → operations of the kind that replay scripts have. */

import type { GuestMemory } from './guest-memory.ts';
import type { Operation, RegisterOperation } from './operation.ts';
import { parseTraceLine } from './trace-line.ts';
import { createTraceQueue, type TraceQueue } from './trace-queue.ts';
import { createTraceRegisters } from './trace-registers.ts';

/** The operations of a line of the log; usually none or one. */
export type ReadTraceLine = (text: string) => readonly Operation[];

/** @param live  guest memory as it is when each line is read; `null` when the memory is from a later time than the log */
export function traceReader(live: GuestMemory | null): ReadTraceLine {
  const registers = createTraceRegisters();
  const queue = createTraceQueue(live);
  return (text) => {
    const event = parseTraceLine(text);
    if (event === null) return [];
    if (event.kind === 'descriptor') return queue.taken(event.lo, event.hi);
    if (event.kind === 'reset') {
      registers.reset();
      return [{ op: 'reset' }];
    }
    const changed = registers.write(event);
    for (const one of changed) tell(queue, one);
    return changed.filter(({ name }) => name !== 'IQT');
  };
}

/** The queue needs IQA and IQT. IQA is an operation too, since the engine needs its descriptor width. */
function tell(queue: TraceQueue, { name, value }: RegisterOperation): void {
  if (name === 'IQA') queue.setAddress(value);
  if (name === 'IQT') queue.setTail(value);
}
