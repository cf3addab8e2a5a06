/** An apply for logs and pipes: plain lines, a few dozen at most for a plan of any length. */

import { assertNever } from '../assert.ts';
import type { ApplyEvent } from '../model/events.ts';
import { describeStep } from '../steps/step-kinds.ts';
import { count, grouped } from '../text/amounts.ts';
import { escapeControls } from '../text/escape.ts';
import type { ApplyStreams, ApplyView } from './apply-listener.ts';
import { outcomeText } from './outcome-text.ts';

/** Most lines for steps; of a longer plan not every step is printed. */
const MOST_LINES = 50;

export function createLinesView({ out, err, colors }: ApplyStreams): ApplyView {
  let at: Counted = { total: 0, undone: 0 };
  const onEvent = (event: ApplyEvent): void => {
    if (event.event === 'started' || event.event === 'rollback-started') at = { total: event.steps, undone: 0 };
    if (event.event === 'ended') out.write(outcomeText(event.outcome, { colors }));
    const line = lineOf(event, at);
    if (event.event === 'undone') at = { ...at, undone: at.undone + 1 };
    if (line !== null) err.write(`${line}\n`);
  };
  return { onEvent, close: () => Promise.resolve() };
}

/** How far a run, or the undoing of one, is. */
interface Counted {
  readonly total: number;
  readonly undone: number;
}

function lineOf(event: ApplyEvent, { total, undone }: Counted): string | null {
  switch (event.event) {
    case 'started':
    case 'step-started':
    case 'verified':
    case 'ended':
      return null;
    case 'step-done':
      return isPrinted(event.index, total)
        ? `${progress(event.index, total)} ${describeStep(event.planned.step)}`
        : null;
    case 'step-failed':
      return `${progress(event.index, total)} failed: ${describeStep(event.planned.step)}`;
    case 'rollback-started':
      return `rolling back ${count(event.steps, 'step')}`;
    case 'undone':
      return isPrinted(undone, total) ? `${progress(undone, total)} undone: ${describeStep(event.step)}` : null;
    case 'undo-failed':
      return `not undone: ${escapeControls(`${event.leftover.what}: ${event.leftover.why}`)}`;
    default:
      return holdLine(event);
  }
}

type HoldEvent = Extract<ApplyEvent, { readonly event: 'holding' | 'releasing' | 'written' }>;

/** Lines of a holder: when it holds, when it releases, and when the state folder is written again. */
export function holdLine(event: HoldEvent): string {
  switch (event.event) {
    case 'holding':
      return `holding as pid ${event.pid}: send SIGHUP to apply the spec again, Ctrl-C or SIGTERM to release everything`;
    case 'releasing':
      return `${escapeControls(event.signal)}: releasing`;
    case 'written':
      return 'the state folder is written again and lists what is held';
    default:
      return assertNever(event);
  }
}

/** `[3/12]`, counting from 1. */
export function progress(index: number, total: number): string {
  return `[${grouped(index + 1)}/${grouped(total)}]`;
}

function isPrinted(index: number, total: number): boolean {
  const every = Math.ceil(total / MOST_LINES);
  return (index + 1) % every === 0 || index + 1 === total;
}
