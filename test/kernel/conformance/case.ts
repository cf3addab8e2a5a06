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
  readonly needs: Needs;
  run(bench: Bench): void;
}

/** What a case needs, in words for whoever lacks it. */
export const NEEDS = {
  iommufd: '/dev/iommu alone',
  mock: 'a kernel with the iommufd selftest',
  warning: 'the same, and the kernel warns: nothing can be learned from its log afterwards',
  vfio: 'a PCI device without PASIDs on vfio-pci, behind a VT-d unit that does not nest',
  'no-remapping': 'a PCI device on vfio-pci, without interrupt remapping',
  'busy-sibling': 'a PCI device on vfio-pci whose IOMMU group has another one on a driver of its own',
  pair: 'two PCI devices of one IOMMU group on vfio-pci',
  nesting:
    'hardware: a VT-d unit that nests, without 5-level tables, SRS and EAFS, and a device with PASIDs on vfio-pci',
  reset: 'hardware: a PCI device on vfio-pci that can be held in its reset',
  variant: 'hardware: a PCI device on a variant VFIO driver',
} as const;

export type Needs = keyof typeof NEEDS;

/** What no virtual machine has: these run on the simulator only. */
export const HARDWARE_ONLY: readonly Needs[] = ['nesting', 'reset', 'variant'];
