/** The sample machine as it is after boot: its PF has no VFs yet. */

import type { Host } from '../../src/model/host.ts';
import { SAMPLE_MACHINE } from '../../src/sim/sample-machine.ts';

export const WITHOUT_VFS: Host = {
  ...SAMPLE_MACHINE,
  functions: SAMPLE_MACHINE.functions
    .filter(({ physicalFunction }) => physicalFunction === null)
    .map((fn) => ({ ...fn, virtualFunctions: [] })),
};
