/** Parameters of kernel modules, as the kernel reads booleans: lib/kstrtox.c kstrtobool (7.3). */

import type { ModuleParameter } from '../model/host.ts';

/** The parameter of a module; `null` when it was not read. */
export function parameterOf(
  parameters: readonly ModuleParameter[],
  module: string,
  name: string,
): ModuleParameter | null {
  return parameters.find((one) => one.module === module && one.name === name) ?? null;
}

/** True for `Y`, `1`, `yes`, `on`; an unreadable word is false, since the kernel refuses it and keeps the default. */
export function isOn({ value }: ModuleParameter): boolean {
  return /^(?:[yYtT1]|[oO][nN])/.test(value);
}
