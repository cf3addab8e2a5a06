/** How a run ended, for people. */

import { assertNever } from '../assert.ts';
import { CODES } from '../diagnostics/codes.ts';
import type { Ending, Failure, Leftover, Outcome, Verification } from '../model/outcome.ts';
import { describeStep } from '../steps/step-kinds.ts';
import { count, grouped } from '../text/amounts.ts';
import { escapeControls } from '../text/escape.ts';
import type { Colors } from './colors.ts';

/** Most items of a list that are shown. */
const SHOWN = 10;

export function outcomeText(outcome: Outcome, { colors }: { readonly colors: Colors }): string {
  return `${[...linesOf(outcome, colors), ...unwrittenLines(outcome, colors)].join('\n')}\n`;
}

function unwrittenLines({ unwritten }: Outcome, colors: Colors): readonly string[] {
  if (unwritten === null) return [];
  const { advice } = CODES.STATE_UNWRITTEN;
  return [
    `${colors.bold(colors.yellow('warning[STATE_UNWRITTEN]'))}: ${colors.bold(escapeControls(unwritten))}`,
    `${colors.cyan('help')}: ${advice}`,
  ];
}

function linesOf(outcome: Ending, colors: Colors): readonly string[] {
  switch (outcome.kind) {
    case 'applied':
      return [
        colors.bold(colors.green(doneText(outcome.steps, outcome.verified))),
        ...bulleted(outcome.verified.unverified),
      ];
    case 'rolled-back':
      return [...failureLines(outcome.cause, colors), ...rolledBackLines(outcome.lost, colors)];
    case 'stuck':
      return [
        ...failureLines(outcome.cause, colors),
        colors.bold(colors.red('Stuck: the rollback could not undo the following; undo it by hand:')),
        ...bulleted(outcome.leftovers.map(leftoverText)),
      ];
    default:
      return assertNever(outcome);
  }
}

/** `Done: 17 steps; 6 attachments verified, 1 attachment that this machine cannot verify:` */
function doneText(steps: number, { verified, unverified }: Verification): string {
  const checks = [
    ...(verified === 0 ? [] : [`${count(verified, 'attachment')} verified`]),
    ...(unverified.length === 0 ? [] : [`${count(unverified.length, 'attachment')} that this machine cannot verify`]),
  ];
  const done = `Done: ${count(steps, 'step')}`;
  return `${checks.length === 0 ? done : `${done}; ${checks.join(', ')}`}${unverified.length === 0 ? '.' : ':'}`;
}

function rolledBackLines(lost: readonly string[], colors: Colors): readonly string[] {
  if (lost.length === 0) return [colors.bold('Rolled back: everything is as it was before.')];
  return [
    colors.bold('Rolled back: every step was undone. An undo cannot bring this back, where it was there:'),
    ...bulleted(lost),
  ];
}

function failureLines(cause: Failure, colors: Colors): readonly string[] {
  const { code, message, advice, step, errno } = cause;
  return [
    `${colors.bold(colors.red(`error[${code}]`))}: ${colors.bold(escapeControls(message))}`,
    ...(step === null ? [] : [`step: ${describeStep(step)}`]),
    ...(errno === null ? [] : [`errno: ${escapeControls(errno)}`]),
    `${colors.cyan('help')}: ${escapeControls(advice)}`,
  ];
}

function leftoverText({ what, why }: Leftover): string {
  return `${what}: ${why}`;
}

function bulleted(items: readonly string[]): readonly string[] {
  const shown = items.slice(0, SHOWN).map((item) => `  - ${escapeControls(item)}`);
  return items.length <= SHOWN ? shown : [...shown, `  … and ${grouped(items.length - SHOWN)} more`];
}
