/** Parameters of kernel modules, as the kernel reads booleans: lib/kstrtox.c kstrtobool (7.3). */

import type { ModuleParameter } from '../model/host.ts';

interface KnownParameter {
  /** With underscores. */
  readonly module: string;
  readonly name: string;
  /** Its value when nobody sets it. */
  readonly unset: string;
}

/** `vfio_pci.disable_denylist`: vfio-pci takes devices that its list calls unsafe too. Source: drivers/vfio/pci/vfio_pci.c (7.3). */
export const DISABLE_DENYLIST: KnownParameter = { module: 'vfio_pci', name: 'disable_denylist', unset: 'N' };

/** `vfio_pci.enable_sriov`: vfio-pci makes VFs of a PF that it has. Source: drivers/vfio/pci/vfio_pci.c vfio_pci_sriov_configure (7.3). */
export const ENABLE_SRIOV: KnownParameter = { module: 'vfio_pci', name: 'enable_sriov', unset: 'N' };

/** Parameters that decide something here, ascending by module and name. */
export const KNOWN_PARAMETERS: readonly KnownParameter[] = [
  // drivers/iommu/iommufd/device.c (7.3)
  { module: 'iommufd', name: 'allow_unsafe_interrupts', unset: 'N' },
  DISABLE_DENYLIST,
  ENABLE_SRIOV,
];

/** The parameter of a module; `null` when it was not read. */
export function parameterOf(
  parameters: readonly ModuleParameter[],
  module: string,
  name: string,
): ModuleParameter | null {
  return parameters.find((one) => one.module === module && one.name === name) ?? null;
}

/** True for `Y`, `1`, `yes`, `on`; an unreadable word is false, since the kernel refuses it and keeps the default. */
export function isOn({ value }: Pick<ModuleParameter, 'value'>): boolean {
  return /^(?:[yYtT1]|[oO][nN])/.test(value);
}

/** Boolean parameters that every build of the module has: a wrong value of one keeps the module from loading. */
const BOOLEANS: ReadonlyMap<string, readonly string[]> = new Map([
  ['iommufd', ['allow_unsafe_interrupts']],
  // drivers/vfio/pci/vfio_pci.c (7.3)
  ['vfio_pci', [DISABLE_DENYLIST.name, 'disable_idle_d3', 'nointxmask']],
]);

/**
 * Whether the kernel refuses a value of a boolean, and with it the module (EINVAL); a parameter that the module does not have is ignored.
 * Source: kernel/params.c param_set_bool, lib/kstrtox.c kstrtobool, kernel/module/main.c unknown_module_param_cb (7.3).
 */
export function refusesValue(module: string, name: string, value: string): boolean {
  return BOOLEANS.get(module)?.includes(name) === true && !/^(?:[yYtT1nNfF0]|[oO][nNfF])/.test(value);
}

/** A whole word for a boolean. kstrtobool looks at its start alone, and would take `nonsense` for no. */
export function isBoolean(value: string): boolean {
  return /^(?:y(?:es)?|t(?:rue)?|1|on|no?|f(?:alse)?|0|off)$/i.test(value);
}

/** /sys/module/<module>/parameters/<name>: what the loaded module goes by. */
export function parameterPath(module: string, name: string): string {
  return `/sys/module/${module}/parameters/${name}`;
}
