/** The interface of all views of an apply: they take its events and write to two streams. */

import type { Writable } from 'node:stream';
import type { EmitEvent } from '../model/events.ts';
import type { Colors } from './colors.ts';

export interface ApplyView {
  readonly onEvent: EmitEvent;
  /** Wait until everything is drawn. */
  readonly close: () => Promise<void>;
}

export interface ApplyStreams {
  /** For the outcome; with JSON for every event. */
  readonly out: Writable;
  /** For the progress. */
  readonly err: Writable;
  readonly colors: Colors;
  /** Version of this tool. */
  readonly tool: string;
}
