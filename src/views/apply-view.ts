/** How an apply is shown while it runs: one listener per kind of output, all fed by the same events. */

import type { Writable } from 'node:stream';
import type { EmitEvent } from '../model/events.ts';
import { createEventStream } from './apply-events.ts';
import { createLinesView } from './apply-lines.ts';
import type { Colors } from './colors.ts';

export interface ApplyView {
  readonly onEvent: EmitEvent;
  /** Wait until everything is drawn. */
  readonly close: () => Promise<void>;
}

export interface ApplyStreams {
  /** Takes the outcome, and with JSON every event. */
  readonly out: Writable;
  /** Takes the progress. */
  readonly err: Writable;
  /** For {@link ApplyStreams.out}. */
  readonly colors: Colors;
  /** Version of this tool. */
  readonly tool: string;
}

/** `json`: an event a line. `lines`: for logs and pipes. `tasks`: for a terminal. */
export type ApplyViewKind = 'json' | 'lines' | 'tasks';

export async function createApplyView(kind: ApplyViewKind, streams: ApplyStreams): Promise<ApplyView> {
  if (kind === 'json') return createEventStream(streams);
  if (kind === 'lines') return createLinesView(streams);
  const { createTasksView } = await import('./apply-tasks.ts');
  return createTasksView(streams);
}
