/** What all ways to show an apply have in common: they listen to its events, and write to two streams. */

import type { Writable } from 'node:stream';
import type { EmitEvent } from '../model/events.ts';
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
  readonly colors: Colors;
  /** Version of this tool. */
  readonly tool: string;
}
