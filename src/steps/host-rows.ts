/** Steps that change modules, drivers and files of the host, or change them back: their effects outlive the process. */

import { DISABLE_DENYLIST } from '../linux/module-parameters.ts';
import type { Handover, Live, MadeVfs } from '../model/live.ts';
import type { ModuleOption } from '../model/plan.ts';
import { count, formatBytes } from '../text/amounts.ts';
import { nameText } from './hwpt-words.ts';
import type { TraitsOf } from './traits.ts';

type HostKind =
  | 'load-module'
  | 'unload-module'
  | 'take-device'
  | 'give-back-device'
  | 'keep-device'
  | 'reclaim-device'
  | 'create-file'
  | 'remove-file'
  | 'make-vfs'
  | 'remove-vfs';

const DENYLIST_RISK =
  'a guest with a device that Linux lists as unsafe (Intel DSA, IAA, QuickAssist) can hang this host (INTEL-SA-01084)';

/** ` with disable_denylist=1` */
function withParameters(parameters: readonly ModuleOption[]): string {
  const texts = parameters.map(({ name, value }) => `${name}=${value}`);
  return texts.length === 0 ? '' : ` with ${texts.join(' ')}`;
}

type WithHandover = { readonly handover: Handover };

const same = (live: Live): Live => live;

const holdDevice = (live: Live, { handover }: WithHandover): Live =>
  live.handovers.some(({ address }) => address === handover.address)
    ? live
    : { ...live, handovers: [...live.handovers, handover] };

const dropDevice = (live: Live, { handover }: WithHandover): Live => {
  return { ...live, handovers: live.handovers.filter(({ address }) => address !== handover.address) };
};

type WithVfs = { readonly vfs: MadeVfs };

const withoutVfs = (live: Live, { vfs }: WithVfs): Live => {
  return { ...live, madeVfs: live.madeVfs.filter(({ address }) => address !== vfs.address) };
};

const VFS = {
  heading: 'host',
  leftover: ({ vfs }: WithVfs) => `VFs of ${vfs.address} (${vfs.device})`,
} as const;

/**
 * Taking a device and giving it back rebind it, and vfio-pci resets the function when it is opened, so its work is lost.
 * Source: vfio_pci_core_enable (7.3).
 */
const DEVICE = {
  heading: 'host',
  leftover: ({ handover }: WithHandover) => `driver and driver_override of ${handover.address} (${handover.device})`,
} as const;

export const HOST_ROWS: TraitsOf<HostKind> = {
  'load-module': {
    ...{ opposite: 'unload-module', disruption: 'live', action: 'create', phase: 'prepare', heading: 'host' },
    outlives: {
      begun: (live, { module }) => ({ ...live, loadedModules: [...new Set([...live.loadedModules, module])] }),
      done: same,
    },
    words: ({ module, parameters = [] }) => `load module ${module}${withParameters(parameters)}`,
    risk: ({ module, parameters = [] }) =>
      module === DISABLE_DENYLIST.module && parameters.some(({ name }) => name === DISABLE_DENYLIST.name)
        ? DENYLIST_RISK
        : null,
    leftover: ({ module }) => `module ${module}`,
  },
  'unload-module': {
    ...{ opposite: 'load-module', disruption: 'live', action: 'remove', phase: 'give-back', heading: 'host' },
    outlives: {
      begun: same,
      done: (live, { module }) => ({ ...live, loadedModules: live.loadedModules.filter((other) => other !== module) }),
    },
    words: ({ module }) => `unload module ${module}`,
    leftover: ({ module }) => `module ${module}`,
  },
  'take-device': {
    ...DEVICE,
    ...{ opposite: 'give-back-device', disruption: 'device-reset', action: 'create', phase: 'prepare' },
    outlives: { begun: holdDevice, done: same },
    lost: ({ handover }) =>
      handover.formerDriver === null
        ? null
        : `${nameText(handover)} was taken from ${handover.formerDriver}: settings made through that driver, such as queues and interfaces`,
    words: ({ handover, driver }) =>
      `take ${nameText(handover)} from ${handover.formerDriver ?? 'no driver'}, give it to ${driver}`,
  },
  'give-back-device': {
    ...DEVICE,
    ...{ opposite: 'take-device', disruption: 'device-reset', action: 'remove', phase: 'give-back' },
    outlives: { begun: same, done: dropDevice },
    lost: ({ handover }) => `${nameText(handover)} was reset: what was set in the device itself`,
    words: ({ handover }) => `give ${nameText(handover)} back to ${handover.formerDriver ?? 'no driver'}`,
  },
  'keep-device': {
    ...DEVICE,
    ...{ opposite: 'reclaim-device', disruption: 'live', action: 'remove', phase: 'give-back' },
    outlives: { begun: same, done: dropDevice },
    words: ({ handover, driver }) => `leave ${nameText(handover)} on ${driver} (release: keep)`,
  },
  'reclaim-device': {
    ...DEVICE,
    ...{ opposite: 'keep-device', disruption: 'live', action: 'create', phase: 'prepare' },
    outlives: { begun: holdDevice, done: same },
    words: ({ handover, driver }) => `hold ${nameText(handover)}, which stayed on ${driver}`,
  },
  'create-file': {
    ...{ opposite: 'remove-file', disruption: 'live', action: 'create', phase: 'prepare', heading: 'host' },
    outlives: {
      begun: (live, { file }) => ({ ...live, createdFiles: [...new Set([...live.createdFiles, file])] }),
      done: same,
    },
    words: ({ file, sizeBytes }) => `create memory file ${file}, ${formatBytes(sizeBytes)}`,
    leftover: ({ file }) => `file ${file}`,
  },
  'remove-file': {
    ...{ opposite: 'create-file', disruption: 'live', action: 'remove', phase: 'give-back', heading: 'host' },
    outlives: {
      begun: same,
      done: (live, { file }) => ({ ...live, createdFiles: live.createdFiles.filter((other) => other !== file) }),
    },
    lost: ({ file }) => `memory file ${file} was made again: what was in it`,
    words: ({ file }) => `remove memory file ${file}`,
    leftover: ({ file }) => `file ${file}`,
  },
  'make-vfs': {
    ...VFS,
    ...{ opposite: 'remove-vfs', disruption: 'live', action: 'create', phase: 'prepare' },
    outlives: {
      begun: (live, step) => ({ ...live, madeVfs: [...withoutVfs(live, step).madeVfs, step.vfs] }),
      done: same,
    },
    words: ({ vfs }) => `make ${count(vfs.count, 'VF')} of ${nameText(vfs)}`,
  },
  // Whoever uses a VF loses it.
  'remove-vfs': {
    ...VFS,
    ...{ opposite: 'make-vfs', disruption: 'device-reset', action: 'remove', phase: 'give-back' },
    outlives: { begun: same, done: withoutVfs },
    lost: ({ vfs }) =>
      `the VFs of ${nameText(vfs)} were made again: drivers and settings that others had given them, such as MAC addresses`,
    words: ({ vfs }) => `remove ${count(vfs.count, 'VF')} of ${nameText(vfs)}`,
  },
};
