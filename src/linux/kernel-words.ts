/** Options of the kernel command line, in the order in which the kernel takes them. */

import { wordsOf } from './command-line.ts';

/** The values of all `<name>=…` words, split at commas: `intel_iommu=on,sm_on` → `on`, `sm_on`. */
export function valuesOf(commandLine: string, name: string): readonly string[] {
  const prefix = `${name}=`;
  return wordsOf(commandLine)
    .filter((word) => word.startsWith(prefix))
    .flatMap((word) => word.slice(prefix.length).split(','));
}

/** `intel_iommu=` words, in order; the later one wins. Source: drivers/iommu/intel/iommu.c intel_iommu_setup (7.3). */
export function intelIommuWords(commandLine: string): readonly string[] {
  return valuesOf(commandLine, 'intel_iommu');
}

/** Whether ATS is switched off for the machine. Source: drivers/pci/pci.c pci_setup (7.3). */
export function hasNoAts(commandLine: string): boolean {
  return valuesOf(commandLine, 'pci').includes('noats');
}
