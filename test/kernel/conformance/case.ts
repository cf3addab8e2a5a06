/**
 * A rule of the kernel as a case that runs anywhere: on the simulator, and on a real kernel in a VM, where no test framework is.
 * Cases throw (node:assert) when the rule does not hold.
 */

import type { Bench } from './bench.ts';

export interface ConformanceCase {
  /** Number in the list of cases this suite follows; `null` for one of our own. */
  readonly number: number | null;
  /** The rule, as a sentence. */
  readonly title: string;
  /**
   * `mock`: a kernel with the iommufd selftest; `vfio`: a PCI device without PASID on vfio-pci, behind a VT-d unit that does not
   * nest; `iommufd`: /dev/iommu alone.
   */
  readonly needs: Needs;
  run(bench: Bench): void;
}

export type Needs = 'mock' | 'vfio' | 'iommufd';
