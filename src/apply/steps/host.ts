/** Modules and memory files. */

import type { ApplyContext } from '../context.ts';
import { must } from '../step-error.ts';

/** Undone by: unloadModule. */
export async function loadModule(module: string, { tree, ledger }: ApplyContext): Promise<void> {
  if (tree.exists(`/sys/module/${module}`)) return;
  ledger.loadedModules.add(module);
  must(await tree.loadModule(module), 'modprobe', module);
}

/** Undone by: loadModule. */
export async function unloadModule(module: string, { tree, ledger }: ApplyContext): Promise<void> {
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
