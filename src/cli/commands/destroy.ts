/** `pasidctl destroy`: give back everything that this state folder holds, or with -f what a spec names. */

import type { Plan } from '../../model/plan.ts';
import type { Spec } from '../../model/spec.ts';
import { destroy } from '../../run/destroy.ts';
import { EXIT, exitOfOutcome } from '../exit-codes.ts';
import { guarded } from '../guarded.ts';
import { readNamedSpec } from '../named-spec.ts';
import type { DestroyOptions } from '../options.ts';
import { reportAside } from '../report.ts';
import { actorOf, machineRequest } from '../requests.ts';
import { runClient } from '../run-client.ts';
import { proposePlan } from '../show-plan.ts';
import { type Deps, writeErr } from '../terminal.ts';

const NOTHING_HELD = 'Nothing is held, so there is nothing to give back.';
const NOTHING_NAMED = 'Nothing that these files name is held, so there is nothing to give back.';

export function runDestroy(options: DestroyOptions, deps: Deps): Promise<number> {
  return guarded(options, deps, async () => {
    const machine = machineRequest(options, deps);
    const named = await readNamed(options, deps);
    const request = {
      ...{ machine, named, timeoutMs: options.lockTimeoutMs },
      actor: actorOf('pasidctl destroy', deps),
    };
    const confirm = (plan: Plan): Promise<boolean> => {
      const proposal = { plan, question: 'Give all this back?', empty: named === null ? NOTHING_HELD : NOTHING_NAMED };
      return proposePlan(proposal, options, deps);
    };
    const ended = await destroy(request, {
      ...runClient(confirm, options, deps),
      asking: ({ pid }) => writeErr(deps, `Asking the holder, process ${pid}, to release what it holds.\n`),
      released: ({ pid }) => writeErr(deps, `Process ${pid} has released everything.\n`),
    });
    if (ended === 'declined') return EXIT.failed;
    return ended === 'released' ? EXIT.done : exitOfOutcome(ended);
  });
}

/** `null` without -f: everything is meant. */
async function readNamed(options: DestroyOptions, deps: Deps): Promise<Spec | null> {
  const { files } = options;
  if (files.length === 0) return null;
  const { spec, warnings, sources } = await readNamedSpec({ files, allowEmpty: true }, deps);
  reportAside({ diagnostics: warnings, sources }, options, deps);
  return spec;
}
