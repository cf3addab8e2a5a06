/** `pasidctl state repair`: set damaged files of the state folder aside, and say what is lost with them. */

import { repairState } from '../../run/repair-state.ts';
import { damageText, repairData, repairedText } from '../../views/repair-view.ts';
import { answerText } from '../answer-text.ts';
import { propose } from '../approve.ts';
import { EXIT } from '../exit-codes.ts';
import { guarded } from '../guarded.ts';
import type { StateRepairOptions } from '../options.ts';
import { actorOf } from '../requests.ts';
import { stateDirOf } from '../state-dir.ts';
import { type Deps, writeOut } from '../terminal.ts';

export function runStateRepair(options: StateRepairOptions, deps: Deps): Promise<number> {
  const { output, lockTimeoutMs: timeoutMs } = options;
  return guarded(options, deps, async () => {
    const stateDir = stateDirOf(options, deps);
    const lock = { actor: actorOf('pasidctl state repair', deps), timeoutMs };
    const repaired = await repairState({ backend: options.backend, stateDir }, lock, (damaged) =>
      propose({ text: () => damageText(damaged), question: 'Set these files aside?', isEmpty: false }, options, deps),
    );
    if (repaired === null) return EXIT.failed;
    const answer = { data: () => repairData(stateDir, repaired), text: () => repairedText(repaired) };
    writeOut(deps, answerText(output, answer));
    return EXIT.done;
  });
}
