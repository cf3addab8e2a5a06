/** QEMU's trace log, line by line → operations of the kind that replay scripts have. */

import type { GuestMemory } from './guest-memory.ts';
import type { Operation, RegisterOperation } from './operation.ts';
import { parseTraceLine } from './trace-line.ts';
import { createTraceQueue, type TraceQueue } from './trace-queue.ts';
import { createTraceRegisters } from './trace-registers.ts';

/** What a line of the log tells; usually nothing or one operation. */
export type ReadTraceLine = (text: string) => readonly Operation[];

/** @param live  guest memory as it is at the time of each line; `null` when the memory at hand is of a later time */
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

/** Where the queue is and how far it goes; from IQA the engine takes the width of descriptors. */
function tell(queue: TraceQueue, { name, value }: RegisterOperation): void {
  if (name === 'IQA') queue.setAddress(value);
  if (name === 'IQT') queue.setTail(value);
}
