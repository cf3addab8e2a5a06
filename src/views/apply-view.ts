/** Views of a running apply: one listener per kind of output, for the same events. */

import { createEventStream } from './apply-events.ts';
import { createLinesView } from './apply-lines.ts';
import type { ApplyStreams, ApplyView } from './apply-listener.ts';

export type { ApplyStreams, ApplyView };

/** `json`: an event a line. `yaml`: an event a document. `lines`: for logs and pipes. `tasks`: for a terminal. */
export type ApplyViewKind = 'json' | 'yaml' | 'lines' | 'tasks';

export async function createApplyView(kind: ApplyViewKind, streams: ApplyStreams): Promise<ApplyView> {
  if (kind === 'json' || kind === 'yaml') return createEventStream(streams, kind);
  if (kind === 'lines') return createLinesView(streams);
  const { createTasksView } = await import('./apply-tasks.ts');
  return createTasksView(streams);
}
