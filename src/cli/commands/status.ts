/** `pasidctl status`: what is held, and what a witness says about it. Reads only. */

import { Ledger } from '../../apply/ledger.ts';
import { viommuStatus } from '../../apply/status-of.ts';
import type { Witness } from '../../apply/witness.ts';
import type { Status } from '../../model/status.ts';
import { openSession, type Session } from '../../run/session.ts';
import { isAlive } from '../../state/process.ts';
import { statusData } from '../../views/status-data.ts';
import { statusText } from '../../views/status-text.ts';
import { toJson, toYaml } from '../../views/structured.ts';
import { stdoutColors } from '../colors.ts';
import { EXIT } from '../exit-codes.ts';
import { guarded } from '../guarded.ts';
import type { StatusOptions } from '../options.ts';
import { type Deps, writeOut } from '../terminal.ts';

export function runStatus(options: StatusOptions, deps: Deps): Promise<number> {
  return guarded(options, deps, async () => {
    const session = await openSession(options, deps);
    const status = await readStatus(session);
    if (options.output === 'json') writeOut(deps, toJson(statusData(status)));
    else if (options.output === 'yaml') writeOut(deps, toYaml(statusData(status)));
    else writeOut(deps, statusText(status, { colors: stdoutColors(options.color, deps) }));
    return EXIT.done;
  });
}

async function readStatus(session: Session): Promise<Status> {
  const { backend, held } = session;
  const ledger = new Ledger(held.live);
  const witness = await witnessOf(session);
  return {
    backend: backend.name,
    holder:
      held.holder === null ? null : { pid: held.holder.pid, since: held.holder.since, alive: isAlive(held.holder) },
    handovers: held.live.handovers,
    viommus: [...ledger.viommus.values()].map((viommu) => viommuStatus(viommu, witness)),
  };
}

/** Descriptors of the holder mean nothing in another process: what needs them cannot be asked from here. */
async function witnessOf({ backend }: Session): Promise<Witness> {
  return backend.name === 'selftest' ? () => 'unknown' : backend.callWitness(await backend.kernel());
}
