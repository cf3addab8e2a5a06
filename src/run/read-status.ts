/** The ledger for `pasidctl status`, with the answers of a witness. Reads only. */

import { Ledger } from '../apply/ledger.ts';
import { viommuStatus } from '../apply/status-of.ts';
import type { Witness } from '../apply/witness.ts';
import type { Status } from '../model/status.ts';
import { isAlive } from '../state/process.ts';
import type { Session } from './session.ts';

export async function readStatus(session: Session): Promise<Status> {
  const { backend, held } = session;
  const { holder } = held;
  const ledger = new Ledger(held.live);
  const witness = await witnessOf(session);
  return {
    backend: backend.name,
    holder: holder === null ? null : { pid: holder.pid, since: holder.since, alive: isAlive(holder) },
    handovers: held.live.handovers,
    createdFiles: held.live.createdFiles,
    loadedModules: held.live.loadedModules,
    madeVfs: held.live.madeVfs,
    viommus: [...ledger.viommus.values()].map((viommu) => viommuStatus(viommu, witness)),
  };
}

/** The mock's check needs the holder's file descriptors, which mean nothing in this process. */
async function witnessOf({ backend }: Session): Promise<Witness> {
  return backend.name === 'selftest' ? () => 'unknown' : backend.callWitness(await backend.kernel());
}
