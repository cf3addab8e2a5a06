/** The two ports with a saboteur: chosen calls that change the world fail, by their number, instead of being made. */

import type { SysTree } from '../../src/host/sys-tree.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { ERRNO, type ErrnoName } from '../../src/uapi/errno.ts';

/** What each call can answer when it fails. Sources: iommufd and VFIO ladders, sysfs. */
export const FAILURES = {
  openIommufd: ['ENOENT', 'EACCES', 'EMFILE'],
  allocIoas: ['ENOMEM'],
  mapFile: ['EINVAL', 'ENOMEM', 'EFAULT'],
  unmap: ['EBUSY'],
  allocNestParent: ['EOPNOTSUPP', 'EADDRINUSE', 'ENOMEM'],
  allocFirstStage: ['EINVAL', 'ENOMEM'],
  bindDevice: ['EINVAL', 'EPERM', 'EBUSY', 'EAGAIN'],
  releaseDevice: ['EIO'],
  hwInfo: ['EOPNOTSUPP'],
  attach: ['EINVAL', 'ENOSPC', 'EBUSY', 'ENODEV'],
  replace: ['EINVAL', 'ENOMEM', 'EBUSY'],
  detach: ['EINVAL'],
  destroy: ['EBUSY'],
  write: ['EACCES', 'EINVAL', 'ETIMEDOUT'],
  loadModule: ['ENOENT', 'EINVAL'],
  unloadModule: ['EBUSY'],
  createFile: ['ENOSPC', 'EEXIST'],
  removeFile: ['EACCES'],
} as const satisfies Readonly<Record<string, readonly ErrnoName[]>>;

export type FailingCall = keyof typeof FAILURES;

/** Asked before every call that changes something; an errno name fails the call. */
export type Saboteur = (call: FailingCall) => ErrnoName | null;

/** Close is left alone: it succeeds whatever happens. */
export function sabotagedKernel(kernel: Kernel, saboteur: Saboteur): Kernel {
  const guard = <A extends readonly unknown[], R>(name: FailingCall, call: (...args: A) => R) => {
    return (...args: A): R | number => {
      const errno = saboteur(name);
      return errno === null ? call(...args) : -ERRNO[errno];
    };
  };
  return {
    ...kernel,
    openIommufd: guard('openIommufd', kernel.openIommufd),
    allocIoas: guard('allocIoas', kernel.allocIoas),
    mapFile: guard('mapFile', kernel.mapFile),
    unmap: guard('unmap', kernel.unmap),
    allocNestParent: guard('allocNestParent', kernel.allocNestParent),
    allocFirstStage: guard('allocFirstStage', kernel.allocFirstStage),
    bindDevice: guard('bindDevice', kernel.bindDevice),
    releaseDevice: guard('releaseDevice', kernel.releaseDevice),
    hwInfo: guard('hwInfo', kernel.hwInfo),
    attach: guard('attach', kernel.attach),
    replace: guard('replace', kernel.replace),
    detach: guard('detach', kernel.detach),
    destroy: guard('destroy', kernel.destroy),
  };
}

export function sabotagedTree(tree: SysTree, saboteur: Saboteur): SysTree {
  const failed = (call: FailingCall): number | null => {
    const errno = saboteur(call);
    return errno === null ? null : -ERRNO[errno];
  };
  return {
    ...tree,
    write: async (path, text, deadlineMs) => failed('write') ?? (await tree.write(path, text, deadlineMs)),
    loadModule: async (name, parameters) => failed('loadModule') ?? (await tree.loadModule(name, parameters)),
    unloadModule: async (name) => failed('unloadModule') ?? (await tree.unloadModule(name)),
    createFile: (path, sizeBytes) => failed('createFile') ?? tree.createFile(path, sizeBytes),
    removeFile: (path) => failed('removeFile') ?? tree.removeFile(path),
  };
}
