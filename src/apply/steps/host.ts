/** Modules and memory files. */

import type { SysTree } from '../../host/sys-tree.ts';
import { isOn, parameterPath } from '../../linux/module-parameters.ts';
import type { ModuleOption } from '../../model/plan.ts';
import type { StepOf } from '../../steps/traits.ts';
import type { ApplyContext } from '../context.ts';
import { must, StepError } from '../step-error.ts';

/** Undone by: unloadModule. */
export async function loadModule(
  { module, parameters = [] }: StepOf<'load-module'>,
  { tree, ledger }: ApplyContext,
): Promise<void> {
  if (!tree.exists(`/sys/module/${module}`)) {
    ledger.loadedModules.add(module);
    must(await tree.loadModule(module, parameters), 'modprobe', module);
    expectLoaded(tree, module);
  }
  for (const parameter of parameters) expectInEffect(tree, module, parameter);
}

/** modprobe also succeeds where a command of modprobe.d ran instead. */
function expectLoaded(tree: SysTree, module: string): void {
  if (tree.exists(`/sys/module/${module}`)) return;
  throw new StepError(`modprobe ${module} succeeded, but /sys/module/${module} is not there`, {
    code: 'APPLY_MODULE_NOT_LOADED',
  });
}

/** modprobe also succeeds where the module was loaded by another meanwhile, or does not have the parameter. */
function expectInEffect(tree: SysTree, module: string, { name, value }: ModuleOption): void {
  const path = parameterPath(module, name);
  const found = tree.readText(path)?.trim() ?? null;
  if (found !== null && isOn({ value: found }) === isOn({ value })) return;
  throw new StepError(`${module} was to be loaded with ${name}=${value}, but ${path} is ${found ?? 'not readable'}`, {
    code: 'APPLY_PARAMETER_NOT_IN_EFFECT',
  });
}

/** Undone by: loadModule. */
export async function unloadModule({ module }: StepOf<'unload-module'>, { tree, ledger }: ApplyContext): Promise<void> {
  if (!ledger.loadedModules.has(module)) return;
  if (tree.exists(`/sys/module/${module}`)) must(await tree.unloadModule(module), 'unload', module);
  ledger.loadedModules.delete(module);
}

/** Undone by: removeFile. */
export function createFile(file: string, sizeBytes: bigint, { tree, ledger }: ApplyContext): void {
  if (ledger.createdFiles.has(file) && tree.exists(file)) return;
  must(tree.createFile(file, sizeBytes), 'create', file);
  ledger.createdFiles.add(file);
}

/** Removes only a file that this tool made, with its content: no guest uses the memory of a released vIOMMU. */
export function removeFile(file: string, { tree, ledger }: ApplyContext): void {
  if (!ledger.createdFiles.has(file)) return;
  if (tree.exists(file)) must(tree.removeFile(file), 'remove', file);
  ledger.createdFiles.delete(file);
}
