/** Kernel modules: which can be loaded, the modules that they need, and their drivers. Source: modprobe(8). */

import { moduleBuiltAs } from '../../linux/kernel-options.ts';
import { answerToLoad, type LoadFacts, MODULE_NEEDS } from '../../linux/module-loading.ts';
import { isOn, KNOWN_PARAMETERS } from '../../linux/module-parameters.ts';
import { VFIO_PCI } from '../../linux/vfio-drivers.ts';
import type { ModuleOption } from '../../model/plan.ts';
import { FAIL } from '../state/fail.ts';
import type { ParameterValues, World } from '../state/world.ts';

/** Drivers whose module may not be loaded. All other drivers are always present. */
const MODULE_OF_DRIVER: ReadonlyMap<string, string> = new Map([[VFIO_PCI, 'vfio_pci']]);

/**
 * 0 also when the module is loaded already, which then keeps its parameters, and when a command that does nothing runs instead; ENOENT for
 * an unknown name. What modprobe.d and the
 * command line say comes first, `options` after it. Undone by: unloadModule.
 */
export function loadModule(world: World, name: string, options: readonly ModuleOption[] = []): number {
  const module = name.replaceAll('-', '_');
  if (world.modules.includes(module)) return 0;
  const needs = MODULE_NEEDS.get(module);
  if (needs === undefined || moduleBuiltAs(world.kernel, module) === 'n') return FAIL.ENOENT;
  const { state, obstacle } = { obstacle: null, ...answerToLoad(module, loadFacts(world), options) };
  if (state === 'fails') return obstacle?.answer === 'OK' ? 0 : FAIL[obstacle?.answer ?? 'ENOENT'];
  const fresh = needs.filter((need) => !world.modules.includes(need));
  world.companions.set(module, fresh);
  world.modules = [...world.modules, ...fresh, module];
  for (const one of fresh) world.parameters.set(one, parametersOf(world, one, []));
  world.parameters.set(module, parametersOf(world, module, options));
  return 0;
}

function loadFacts({ kernel, modules, machine }: World): LoadFacts {
  return { kernel, modules, modprobe: machine.modprobe };
}

/** The kernel ignores an option that the module does not have. Source: kernel/module/main.c unknown_module_param_cb (7.3). */
function parametersOf({ machine }: World, module: string, options: readonly ModuleOption[]): ParameterValues {
  const own = KNOWN_PARAMETERS.filter((known) => known.module === module);
  return new Map(
    own.map(({ name, unset }) => {
      const configured = machine.parameters.find(
        (one) => one.module === module && one.name === name && one.state === 'configured',
      );
      const given = options.findLast((option) => option.name === name);
      return [name, shownBoolean(given?.value ?? configured?.value ?? unset)];
    }),
  );
}

/** Source: kernel/params.c param_get_bool (7.3). */
function shownBoolean(value: string): string {
  return isOn({ value }) ? 'Y' : 'N';
}

/** EBUSY while the module is in use. The modules loaded with it are unloaded too. Undone by: loadModule. */
export function unloadModule(world: World, name: string): number {
  const module = name.replaceAll('-', '_');
  if (!world.modules.includes(module)) return 0;
  const gone = [module, ...(world.companions.get(module) ?? [])];
  if (gone.some((one) => isUsed(world, one, gone))) return FAIL.EBUSY;
  world.modules = world.modules.filter((one) => !gone.includes(one));
  world.companions.delete(module);
  for (const one of gone) world.parameters.delete(one);
  for (const found of world.functions.values()) {
    if (found.driver === null || driversOf(world).includes(found.driver)) continue;
    found.driver = null;
    found.vfioDevice = null;
  }
  return 0;
}

/** Whether another loaded module or an open file uses it. */
function isUsed(world: World, module: string, gone: readonly string[]): boolean {
  if (world.modules.some((other) => !gone.includes(other) && (MODULE_NEEDS.get(other) ?? []).includes(module)))
    return true;
  const kind = module === 'iommufd' ? 'iommufd' : 'vfio';
  const held = kind === 'vfio' && world.holders.length > 0;
  return held || [...world.files.values()].some((file) => file.kind === kind);
}

/** The drivers in /sys/bus/pci/drivers. */
export function driversOf(world: World): readonly string[] {
  const names = new Set<string>();
  for (const { driver, nativeDriver } of world.functions.values()) {
    for (const name of [driver, nativeDriver]) if (name !== null) names.add(name);
  }
  for (const name of MODULE_OF_DRIVER.keys()) names.add(name);
  return [...names].filter((name) => {
    const module = MODULE_OF_DRIVER.get(name);
    return module === undefined || world.modules.includes(module);
  });
}
