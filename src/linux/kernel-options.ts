/** Build options of the kernel that decide something here: what the kernel was built with. */

import type { KernelFacts } from '../model/host.ts';

/** `bool` options are built in or not there; those of type `tristate` may be modules. Source: Kconfig of the folders named (7.3). */
export const KNOWN_OPTIONS = {
  // drivers/iommu/intel
  CONFIG_INTEL_IOMMU: 'bool',
  CONFIG_INTEL_IOMMU_DEFAULT_ON: 'bool',
  CONFIG_INTEL_IOMMU_SCALABLE_MODE_DEFAULT_ON: 'bool',
  // drivers/iommu/iommufd
  CONFIG_IOMMUFD: 'tristate',
  // drivers/vfio
  CONFIG_VFIO_DEVICE_CDEV: 'bool',
  CONFIG_VFIO_PCI: 'tristate',
} as const satisfies Record<string, 'bool' | 'tristate'>;

export type KnownOption = keyof typeof KNOWN_OPTIONS;

/** `y`, `m` or `n`; `null` when it was not read. */
export function builtWith({ config }: Pick<KernelFacts, 'config'>, option: KnownOption): string | null {
  return config?.[option] ?? null;
}

const OPTION_OF: ReadonlyMap<string, KnownOption> = new Map([
  ['iommufd', 'CONFIG_IOMMUFD'],
  ['vfio_pci', 'CONFIG_VFIO_PCI'],
]);

/** As {@link builtWith}, for a module; `null` also where no option of it is known. */
export function moduleBuiltAs(kernel: Pick<KernelFacts, 'config'>, module: string): string | null {
  const option = OPTION_OF.get(module);
  return option === undefined ? null : builtWith(kernel, option);
}

/** Whether no build can have this value for this option. */
export function isImpossible(option: string, value: string): boolean {
  return value === 'm' && Object.entries(KNOWN_OPTIONS).some(([name, type]) => name === option && type === 'bool');
}
