/**
 * A second signal while a run is undone, or everything is released: it reports how far that is, and what of the run a third one
 * leaves. The third ends the process at once.
 */

import type { ApplyEvent, EmitEvent } from '../model/events.ts';
import type { Step } from '../model/plan.ts';
import { leftoverName, outlivesProcess } from '../steps/step-kinds.ts';
import { count } from '../text/amounts.ts';
import { escapeControls } from '../text/escape.ts';
import { EXIT } from './exit-codes.ts';
import { type Deps, writeErr } from './terminal.ts';

/** Of a longer list, only so many are shown. */
const SHOWN = 5;

export interface Insisting {
  /** Passes every event on, and keeps count. */
  readonly watch: (emit: EmitEvent) => EmitEvent;
  /** For `withSignals`. */
  readonly insist: (times: number) => void;
}

export function insisting(deps: Deps): Insisting {
  let work: 'Rolling back' | 'Releasing' = 'Releasing';
  let total = 0;
  let done = 0;
  /** Changes that are made and not undone. */
  const standing = new Set<Step>();

  function note(event: ApplyEvent): void {
    switch (event.event) {
      case 'started':
        [work, total, done] = ['Releasing', event.steps, 0];
        standing.clear();
        break;
      case 'step-started':
        standing.add(event.planned.step);
        break;
      case 'step-done':
        done += 1;
        break;
      case 'rollback-started':
        [work, total, done] = ['Rolling back', event.steps, 0];
        break;
      case 'undone':
        done += 1;
        standing.delete(event.step);
        break;
      default:
    }
  }

  return {
    watch: (emit) => (event) => {
      note(event);
      emit(event);
    },
    insist(times) {
      if (times > 1) process.exit(EXIT.stuck);
      const left = work === 'Rolling back' ? [...standing].filter(outlivesProcess).map(leftoverName) : [];
      writeErr(deps, `${work}: ${done} of ${count(total, 'step')} done. ${warning(left)}\n`);
    },
  };
}

/** Kernel objects go with the process; the rest is in the journal. */
function warning(left: readonly string[]): string {
  const names = left.slice(0, SHOWN).map((name) => escapeControls(name));
  const more = left.length > SHOWN ? [`${left.length - SHOWN} more`] : [];
  const what = left.length === 0 ? '' : ` and leaves behind: ${[...names, ...more].join(', ')}`;
  return `Another signal ends pasidctl at once${what}. Its next run takes the journal up and gives back what is left.`;
}
