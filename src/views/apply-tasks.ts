/** An apply on a terminal: a line per phase, with its current step. */

import type { ApplyEvent } from '../model/events.ts';
import type { Step } from '../model/plan.ts';
import { describeStep } from '../steps/step-kinds.ts';
import { count } from '../text/amounts.ts';
import { holdLine, progress } from './apply-lines.ts';
import type { ApplyStreams, ApplyView } from './apply-listener.ts';
import { phaseTitle } from './apply-phases.ts';
import { createScreen, type Screen } from './apply-screen.ts';
import { outcomeText } from './outcome-text.ts';

export function createTasksView(streams: ApplyStreams): ApplyView {
  const screen = createScreen(streams.err, streams.colors);
  let total = 0;
  const steps = new Map<string, number>();
  const onEvent = (event: ApplyEvent): void => {
    if (event.event === 'started') {
      total = event.steps;
      steps.clear();
    } else if ('index' in event) showStep(event, { total, steps }, screen);
    else showPhase(event, streams, screen);
  };
  return { onEvent, close: screen.close };
}

type StepEvent = Extract<ApplyEvent, { readonly index: number }>;

interface Counted {
  readonly total: number;
  /** Done, by the title of their phase. */
  readonly steps: Map<string, number>;
}

function showStep({ event, index, planned }: StepEvent, { total, steps }: Counted, screen: Screen): void {
  const title = phaseTitle(planned.step);
  if (event === 'step-done') {
    const done = (steps.get(title) ?? 0) + 1;
    steps.set(title, done);
    screen.tally(count(done, 'step'));
    return;
  }
  const text = stepText(index, total, planned.step);
  screen.enter(title);
  screen.tell(text);
  if (event === 'step-failed') screen.fail(text);
}

function stepText(index: number, total: number, step: Step): string {
  return `${progress(index, total)} ${describeStep(step)}`;
}

type PhaseEvent = Exclude<ApplyEvent, StepEvent | { readonly event: 'started' }>;

function showPhase(event: PhaseEvent, { out, err, colors }: ApplyStreams, screen: Screen): void {
  switch (event.event) {
    case 'rollback-started':
      screen.enter(`Roll back ${count(event.steps, 'step')}`);
      break;
    case 'undone':
      screen.tell(describeStep(event.step));
      break;
    case 'undo-failed':
      screen.tell(`not undone: ${event.leftover.what}`);
      break;
    case 'verified':
      break;
    case 'ended':
      screen.print(out, outcomeText(event.outcome, { colors }));
      break;
    default:
      screen.print(err, `${holdLine(event)}\n`);
  }
}
