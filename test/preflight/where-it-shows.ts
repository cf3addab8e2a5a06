/**
 * Where a refusal shows on a machine when preflight is not asked: the steps of which one fails, or that one of them has no effect.
 * Every check needs a row: plan-is-right.test.ts asks for it.
 */

import { CHECK_IDS, type CheckId } from '../../src/diagnostics/check-ids.ts';
import type { Code } from '../../src/diagnostics/codes.ts';
import type { Finding } from '../../src/diagnostics/finding.ts';
import type { StepKind } from '../../src/model/plan.ts';

export type Shows =
  | {
      readonly at: readonly (StepKind | 'plan')[];
      /** The steps may succeed, and what was attached does not reach the hardware. */
      readonly silently?: true;
      /** The vIOMMU offers PASIDs that it cannot carry: without a binding it shows when the guest uses one. */
      readonly offer?: true;
      /** Why it may also work. */
      readonly never?: string;
    }
  /** The kernel refuses nothing. */
  | { readonly never: string };

const HWPTS = ['alloc-parent', 'alloc-first-stage'] as const;
const ATTACHES = ['attach-rid', 'attach-pasids', 'replace-pasids'] as const;
/** Memory is pinned at the first table over it, and at a mapping into one that is there. */
const PINS = ['map-memory', ...HWPTS, 'attach-rid'] as const;

const LATER = { never: 'the guest is told of it, and finds out when it uses it' } as const;

/** Codes that show otherwise than the others of their check. */
const BY_CODE: Readonly<Partial<Record<Code, Shows>>> = {
  HOST_NO_FIRST_STAGE: LATER,
  HOST_NO_1G_PAGES: LATER,
  HOST_ADDRESS_WIDTH: LATER,
};

export const BY_CHECK: Readonly<Partial<Record<CheckId, Shows>>> = {
  'vfs-can-be-made': { at: ['plan', 'make-vfs'] },
  'device-present': { at: ['plan', 'take-device'] },
  'vfs-stay': { never: 'the kernel removes VFs that nobody has open, whatever the spec says of them' },
  'device-identity': { never: 'the operator guards an address; the kernel binds whatever is there' },
  'device-endpoint': { at: ['take-device'] },
  'iommu-present': { at: ['plan', 'take-device', 'bind-device'] },
  iommufd: { at: ['open-viommu'] },
  'iommufd-access': { at: ['open-viommu'] },
  'vfio-pci-built': { at: ['load-module'] },
  'vfio-pci-loads': { at: ['load-module'] },
  'taken-as-root': { never: 'a warning: another user may apply the plan' },
  'kernel-release': { never: 'the simulated kernel is one of 7.3, whatever its release says' },
  'device-translated': { at: ['plan', 'take-device', 'bind-device'] },
  'unit-vtd': { at: ['bind-device', ...HWPTS, ...ATTACHES], offer: true },
  'unit-registers': { never: 'what could not be read may be there' },
  'scalable-capable': { at: ['bind-device', ...HWPTS, ...ATTACHES], silently: true, offer: true },
  'scalable-mode': { at: ['bind-device', ...HWPTS, ...ATTACHES], silently: true, offer: true },
  'unit-abilities': { at: ['bind-device', ...HWPTS, ...ATTACHES], silently: true, offer: true },
  'first-stage-tables': { at: ['attach-pasids', 'replace-pasids'] },
  'domain-ids': { at: ATTACHES },
  'pcie-path': { at: ATTACHES, silently: true },
  'capabilities-read': {
    at: ['bind-device', ...ATTACHES],
    silently: true,
    never: 'what could not be read may be there',
  },
  'pasid-capable': { at: ['bind-device', ...ATTACHES], silently: true },
  'pasid-enabled': { at: ['bind-device', ...ATTACHES], silently: true },
  'pasid-width': { at: ['bind-device', 'attach-pasids'] },
  'page-requests': { never: 'no step asks for page requests: the guest would wait for them' },
  'page-requests-on': { never: 'no step asks for page requests: the guest would wait for them' },
  'group-viable': { at: ['bind-device'] },
  'group-split': { at: ['bind-device'] },
  'group-pasid-width': { at: ['attach-pasids'] },
  'group-pasids': { at: ['attach-pasids'] },
  'interrupts-isolated': { at: ['bind-device'] },
  'group-free': { at: ['bind-device'] },
  'group-regions': { at: ['bind-device'] },
  'memory-reserved': { at: ['map-memory', 'attach-rid'] },
  'memory-within-table': { at: PINS },
  'plain-driver': { never: 'a warning: the device is taken from the other driver' },
  'vf-token': { at: ['bind-device'] },
  'pf-without-vfs': { at: ['take-device'] },
  denylist: { at: ['take-device'] },
  'denylist-as-asked': { never: 'the loaded module keeps its parameter, and takes the devices' },
  'device-unused': { never: 'an unbind takes a device from whoever uses it' },
  'device-free': { at: ['take-device', 'bind-device'] },
  'return-free': { at: ['give-back-device'] },
  'device-answers': { at: ['bind-device'], silently: true },
  'vmd-child': { at: ['bind-device', ...ATTACHES] },
  'vmd-children': { never: 'an unbind of the controller removes what is below it' },
  'function-reset': { never: 'the next user of the device finds what the last one left' },
  'open-files-read': { never: 'what could not be read may be fine' },
  'device-idle': { never: 'an unbind ends what is enabled' },
  'vfio-cdev': { at: ['bind-device'] },
  'vfio-node': { at: ['bind-device'] },
  'memory-file-system': { at: PINS },
  'memory-room': { at: ['create-file', ...PINS] },
  'memory-amount': { at: PINS },
  memlock: { at: PINS },
  'memory-kind': { at: ['create-file', 'map-memory'] },
  'memory-present': { at: ['map-memory'] },
  'memory-writable': { at: ['map-memory'] },
  'memory-size': { at: ['map-memory'] },
};

/** Where a finding shows. */
export function showsOf({ check, diagnostic }: Finding): Shows {
  const byCode = diagnostic === null ? undefined : BY_CODE[diagnostic.code];
  const id = CHECK_IDS.find((one) => one === check);
  const shows = byCode ?? (id === undefined ? undefined : BY_CHECK[id]);
  if (shows === undefined) throw new Error(`where-it-shows.ts has no row for the check ${check}`);
  return shows;
}
