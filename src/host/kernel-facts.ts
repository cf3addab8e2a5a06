/** The running kernel: release, command line, boot id, and which of the modules below are present. */

import type { KernelFacts } from '../model/host.ts';
import { readKernelConfig } from './kernel-config.ts';
import type { SysTree } from './sys-tree.ts';

/** Modules that plans and preflight depend on. */
const MODULES = ['iommufd', 'vfio', 'vfio_pci', 'vfio_pci_core'] as const;

export function readKernel(tree: SysTree): KernelFacts {
  const line = (path: string): string => (tree.readText(path) ?? '').trim();
  const release = line('/proc/sys/kernel/osrelease');
  return {
    release,
    commandLine: line('/proc/cmdline'),
    bootId: line('/proc/sys/kernel/random/boot_id'),
    config: readKernelConfig(tree, release),
  };
}

/** /sys/module/<name> exists for a loaded module, and for a built-in one with a parameter; those above have one. */
export function readModules(tree: SysTree): readonly string[] {
  return MODULES.filter((name) => tree.exists(`/sys/module/${name}`));
}

/** /dev/iommu */
export function readIommufd(tree: SysTree): boolean {
  return tree.exists('/dev/iommu');
}
