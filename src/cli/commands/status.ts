/** `pasidctl status`: what is held, with the answers of a witness. Reads only. */

import { readStatus } from '../../run/read-status.ts';
import { folderWarnings, openSession } from '../../run/session.ts';
import { statusData } from '../../views/status-data.ts';
import { statusText } from '../../views/status-text.ts';
import { answerText } from '../answer-text.ts';
import { stdoutColors } from '../colors.ts';
import { EXIT } from '../exit-codes.ts';
import { guarded, warn } from '../guarded.ts';
import type { StatusOptions } from '../options.ts';
import { machineRequest } from '../requests.ts';
import { type Deps, writeOut } from '../terminal.ts';

export function runStatus(options: StatusOptions, deps: Deps): Promise<number> {
  return guarded(options, deps, async () => {
    const session = await openSession(machineRequest(options, deps));
    const status = await readStatus(session);
    await warn({ diagnostics: folderWarnings(session), sources: null }, options, deps);
    const answer = {
      data: () => statusData(status),
      text: () => statusText(status, { colors: stdoutColors(options.color, deps), full: options.full }),
    };
    writeOut(deps, answerText(options.output, answer));
    return EXIT.done;
  });
}
