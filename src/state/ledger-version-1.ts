/** Ledgers of pasidctl 0.1.0, with texts as names of HWPTs, and without owners. */

import { known } from '../assert.ts';
import { firstStageRef, type HwptRef, parentRef } from '../model/hwpt-ref.ts';
import type { Live, LiveBinding, LiveDevice, LiveFirstStage, LiveViommu } from '../model/live.ts';
import type { FirstStage } from '../model/spec.ts';

/** The format of 0.1.0. No first stage in it is separate, since only an engine marks them, and no command of 0.1.0 held one. */
export interface LiveVersion1 extends Omit<Live, 'viommus' | 'madeVfs'> {
  readonly viommus: readonly ViommuVersion1[];
}

interface ViommuVersion1 extends Omit<LiveViommu, 'devices' | 'firstStages' | 'bindings'> {
  readonly devices: readonly Omit<LiveDevice, 'ridOwner'>[];
  readonly firstStages: readonly Omit<LiveFirstStage, 'owner'>[];
  readonly bindings: readonly (Omit<LiveBinding, 'owner' | 'to'> & { readonly to: string })[];
}

/** The spec owns everything in it. `null` when 0.1.0 cannot have written a name. */
export function fromVersion1({ viommus, ...live }: LiveVersion1): Live | null {
  const names = viommus.flatMap(({ bindings }) => bindings.map(({ to }) => to));
  if (!names.every((name) => PARENT.test(name) || STAGE.test(name))) return null;
  return { ...live, madeVfs: [], viommus: viommus.map(viommuOf) };
}

function viommuOf(viommu: ViommuVersion1): LiveViommu {
  return {
    ...viommu,
    devices: viommu.devices.map((device) => ({ ...device, ridOwner: 'spec' })),
    firstStages: viommu.firstStages.map((stage) => ({ ...stage, owner: 'spec' })),
    bindings: viommu.bindings.map(({ to, ...binding }) => ({ ...binding, owner: 'spec', to: refOf(to) })),
  };
}

const PARENT = /^parent@(.+)$/;
const STAGE = /^fs@(.+)\/(0x[0-9a-f]+)\/(48|57)(\/sre)?(\/eafe)?(\/wpe)?$/;

function refOf(text: string): HwptRef {
  const unit = PARENT.exec(text)?.[1];
  if (unit !== undefined) return parentRef(unit);
  const [, behind, table, width, sre, eafe, wpe] = known(STAGE.exec(text), `a HWPT by the name ${text}`);
  const stage: FirstStage = {
    pageTable: BigInt(known(table, 'a page table')),
    addressWidth: width === '57' ? 57 : 48,
    supervisor: sre !== undefined,
    writeProtect: wpe !== undefined,
    extendedAccess: eafe !== undefined,
  };
  return firstStageRef(known(behind, 'a unit'), stage);
}
