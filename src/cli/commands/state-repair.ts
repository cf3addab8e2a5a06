/** `pasidctl state repair`: set damaged files of the state folder aside, and say what is lost with them. */

import { repairState } from '../../run/repair-state.ts';
import { damageText, repairData, repairedText } from '../../views/repair-view.ts';
import { toJson, toYaml } from '../../views/structured.ts';
import { approved } from '../approve.ts';
import { EXIT } from '../exit-codes.ts';
import { guarded } from '../guarded.ts';
import type { StateRepairOptions } from '../options.ts';
import { actorOf, machineRequest } from '../requests.ts';
import { type Deps, writeErr, writeOut } from '../terminal.ts';

export function runStateRepair(options: StateRepairOptions, deps: Deps): Promise<number> {
  const { output, autoApprove, lockTimeoutMs: timeoutMs } = options;
  return guarded(options, deps, async () => {
    const request = machineRequest(options, deps);
    const lock = { actor: actorOf('pasidctl state repair', deps), timeoutMs };
    const repaired = await repairState(request, lock, async (damaged) => {
      if (output === 'text') writeOut(deps, damageText(damaged));
      else if (!autoApprove) writeErr(deps, damageText(damaged));
      return autoApprove || approved('Set these files aside?', deps);
    });
    if (repaired === null) {
      writeErr(deps, 'Nothing was changed.\n');
      return EXIT.failed;
    }
    if (output === 'json') writeOut(deps, toJson(repairData(request.stateDir, repaired)));
    else if (output === 'yaml') writeOut(deps, toYaml(repairData(request.stateDir, repaired)));
    else writeOut(deps, repairedText(repaired));
    return EXIT.done;
  });
}
