/** The ledger for `pasidctl status`, with the answers of a witness. Reads only. */

import { type HeldViommu, Ledger } from '../apply/ledger.ts';
import { viommuStatus } from '../apply/status-of.ts';
import { StepError } from '../apply/step-error.ts';
import type { Witness } from '../apply/witness.ts';
import type { Status, ViommuStatus } from '../model/status.ts';
import { isAlive } from '../state/process.ts';
import { StateError } from '../state/state-file.ts';
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
    viommus: [...ledger.viommus.values()].map((viommu) => shown(viommu, witness, session)),
  };
}

/** @throws StateError when the ledger names what it does not have */
function shown(viommu: HeldViommu, witness: Witness, { stateDir }: Session): ViommuStatus {
  try {
    return viommuStatus(viommu, witness);
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    throw new StateError('STATE_DAMAGED', `the ledger in ${stateDir} contradicts itself: ${error.message}`);
  }
}

/** The mock's check needs the holder's file descriptors, which mean nothing in this process. */
async function witnessOf({ backend }: Session): Promise<Witness> {
  return backend.name === 'selftest' ? () => 'unknown' : backend.callWitness(await backend.kernel());
}
