/** What single words of the kernel command line decide. How the line is split into words is in command-line.ts. */

import { argumentsOf, valuesOf } from './command-line.ts';

/** `intel_iommu=` words, in order; the later one wins. Source: drivers/iommu/intel/iommu.c intel_iommu_setup (7.3). */
export function intelIommuWords(commandLine: string): readonly string[] {
  return valuesOf(commandLine, 'intel_iommu');
}

/** Whether ATS is switched off for the machine. Source: drivers/pci/pci.c pci_setup (7.3). */
export function hasNoAts(commandLine: string): boolean {
  return valuesOf(commandLine, 'pci').includes('noats');
}

/**
 * The word that keeps the kernel from VT-d or AMD-Vi; `null` when none does. `off` of `iommu=` and of `amd_iommu=` cannot be taken back;
 * of `on` and `off` of `intel_iommu=` the last counts. Source: arch/x86/kernel/pci-dma.c iommu_setup, drivers/iommu/intel/iommu.c
 * intel_iommu_setup, drivers/iommu/amd/init.c parse_amd_iommu_options (7.3).
 */
export function iommuOffWord(commandLine: string, maker: 'intel' | 'amd'): string | null {
  let own: string | null = null;
  for (const { name, value, text } of argumentsOf(commandLine)) {
    const options = value?.split(',') ?? [];
    const off = options.some((option) => option.startsWith('off'));
    if (name === 'iommu' && off) return text;
    if (maker === 'amd' && name === 'amd_iommu' && off) own ??= text;
    if (maker !== 'intel' || name !== 'intel_iommu') continue;
    const last = options.findLast((option) => option === 'on' || option === 'off');
    if (last !== undefined) own = last === 'off' ? text : null;
  }
  return own;
}

/** The word that keeps interrupt remapping off. Source: drivers/iommu/irq_remapping.c setup_irqremap, setup_nointremap (7.3). */
export function intremapOffWord(commandLine: string): string | null {
  let off: string | null = null;
  for (const { name, value, text } of argumentsOf(commandLine)) {
    const options = name === 'intremap' ? (value?.split(',') ?? []) : [];
    if ((name === 'nointremap' && value === null) || options.includes('off')) off = text;
    else if (options.includes('on')) off = null;
  }
  return off;
}

/**
 * The word by which the kernel refuses to load a module (EPERM). Its names are compared as they are, so that `vfio-pci` stops nothing;
 * the last word counts. Source: kernel/module/main.c blacklisted (7.3).
 */
export function moduleBlacklistWord(commandLine: string, module: string): string | null {
  const last = argumentsOf(commandLine).findLast(({ name, value }) => name === 'module_blacklist' && value !== null);
  return last?.value?.split(',').includes(module) === true ? last.text : null;
}
