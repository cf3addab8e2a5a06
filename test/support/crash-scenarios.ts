/** What the crash sweeps run: the machine, what was applied before in one life, and what is then done until it is killed. */

import type { Host } from '../../src/model/host.ts';
import { EMPTY_SPEC, type Spec } from '../../src/model/spec.ts';
import { WITHOUT_VFS } from './machine-without-vfs.ts';
import { exampleText, specOf } from './sim-run.ts';

export interface CrashScenario {
  readonly title: string;
  /** Done by processes that ended well. */
  readonly before: readonly Spec[];
  /** Done by the process that is killed in the last one. */
  readonly specs: readonly Spec[];
}

const TWO_PASIDS = specOf(exampleText('two-pasids.yaml'));
const PASS_THROUGH = specOf(exampleText('pass-through.yaml'));
/** Nothing of it is kept. */
const DRIVERS = specOf(exampleText('drivers-only.yaml').replace(/^ *release: keep\n/m, ''));

const VFS = specOf(exampleText('virtual-functions.yaml'));

export const CRASH_SCENARIOS: readonly CrashScenario[] = [
  { title: 'building', before: [], specs: [TWO_PASIDS] },
  { title: 'taking down', before: [], specs: [TWO_PASIDS, EMPTY_SPEC] },
  { title: 'one spec after another', before: [], specs: [PASS_THROUGH, TWO_PASIDS] },
  { title: 'taking drivers', before: [], specs: [DRIVERS] },
  { title: 'giving drivers back', before: [DRIVERS], specs: [EMPTY_SPEC] },
  { title: 'making VFs', before: [], specs: [VFS] },
  { title: 'removing VFs', before: [VFS], specs: [EMPTY_SPEC] },
];

/** The sample machine as after boot, where somebody had overridden the driver of one accelerator, to no effect so far. */
export const CRASH_MACHINE: Host = {
  ...WITHOUT_VFS,
  functions: WITHOUT_VFS.functions.map((fn) =>
    fn.address === '0000:6f:01.0' ? { ...fn, driverOverride: 'vfio-pci' } : fn,
  ),
};
