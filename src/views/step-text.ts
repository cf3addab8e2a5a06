/** A step in the operator's words, alike in plans, progress and messages. */

import { assertNever } from '../assert.ts';
import type { HwptRef, LiveMemory } from '../model/live.ts';
import { formatPasids, type PasidRange } from '../model/pasid.ts';
import type { Disruption, Reason, Step } from '../model/plan.ts';
import type { FirstStage } from '../model/spec.ts';
import { formatBytes } from '../text/amounts.ts';
import { escapeControls } from '../text/escape.ts';
import { hex } from '../text/hex.ts';

/** One line, safe to print: `attach PASIDs 1-2 of dsa0 to page table 0x2000000 (48 bits), domain 1`. */
export function describeStep(step: Step): string {
  return escapeControls(wordsOf(step));
}

function wordsOf(step: Step): string {
  switch (step.kind) {
    case 'load-module':
      return `load module ${step.module}`;
    case 'unload-module':
      return `unload module ${step.module}`;
    case 'take-device':
      return `take ${nameOf(step.handover)} from ${step.handover.formerDriver ?? 'no driver'}, give it to ${step.driver}`;
    case 'give-back-device':
      return `give ${nameOf(step.handover)} back to ${step.handover.formerDriver ?? 'no driver'}`;
    case 'keep-device':
      return `leave ${nameOf(step.handover)} on ${step.driver}, as its release policy says`;
    case 'reclaim-device':
      return `hold ${nameOf(step.handover)}, which stayed on ${step.driver}`;
    case 'create-file':
      return `create memory file ${step.file}, ${formatBytes(step.sizeBytes)}`;
    case 'remove-file':
      return `remove memory file ${step.file}`;
    default:
      return objectWords(step);
  }
}

type HostKind =
  | 'load-module'
  | 'unload-module'
  | 'take-device'
  | 'give-back-device'
  | 'keep-device'
  | 'reclaim-device'
  | 'create-file'
  | 'remove-file';

type ObjectStep = Exclude<Step, { readonly kind: HostKind }>;

function objectWords(step: ObjectStep): string {
  switch (step.kind) {
    case 'open-viommu':
      return `open vIOMMU ${step.viommu}${flagsNote(step)}`;
    case 'close-viommu':
      return `close vIOMMU ${step.viommu}`;
    case 'bind-device':
      return `bind ${nameOf({ device: step.device, address: step.address })} to ${step.viommu}${widthNote(step.needPasidLog2)}`;
    case 'release-device':
      return `release ${nameOf({ device: step.device, address: step.address })} from ${step.viommu}`;
    case 'map-memory':
      return `map ${memoryWords(step.memory)}`;
    case 'unmap-memory':
      return `unmap ${memoryWords(step.memory)}`;
    case 'alloc-parent':
      return `make the HWPT of guest memory on ${step.unit}`;
    case 'free-parent':
      return `free the HWPT of guest memory on ${step.unit}`;
    case 'alloc-first-stage':
      return `use ${firstStageText(step.stage)} on ${step.unit}`;
    case 'free-first-stage':
      return `drop ${firstStageText(step.stage)} on ${step.unit}`;
    default:
      return attachWords(step);
  }
}

type AttachStep = Extract<
  Step,
  { readonly kind: 'attach-rid' | 'detach-rid' | 'attach-pasids' | 'detach-pasids' | 'replace-pasids' | 'set-domain' }
>;

function attachWords(step: AttachStep): string {
  switch (step.kind) {
    case 'attach-rid':
      return `attach ${step.device} without PASID to ${hwptText(step.to)}`;
    case 'detach-rid':
      return `detach ${step.device} without PASID from ${hwptText(step.to)}`;
    case 'attach-pasids':
      return `attach ${pasidsOf(step)} to ${hwptText(step.to)}, domain ${step.domain}`;
    case 'detach-pasids':
      return `detach ${pasidsOf(step)} from ${hwptText(step.to)}`;
    case 'replace-pasids':
      return `move ${pasidsOf(step)} from ${hwptText(step.from)} to ${hwptText(step.to)}`;
    case 'set-domain':
      return `change the domain of ${pasidsOf(step)} from ${step.from} to ${step.to}`;
    default:
      return assertNever(step);
  }
}

/** A HWPT by what it is to the operator, whatever its unit: `page table 0x2000000 (48 bits)` or `guest memory`. */
export function hwptText(ref: HwptRef): string {
  const [kind = '', table, width, ...flags] = ref.split('/');
  if (table === undefined || width === undefined) return kind.startsWith('parent@') ? 'guest memory' : ref;
  return `page table ${table} (${[`${width} bits`, ...flags].join(', ')})`;
}

export function firstStageText(stage: FirstStage): string {
  const { pageTable, addressWidth, supervisor, extendedAccess, writeProtect } = stage;
  const flags = [
    `${addressWidth} bits`,
    ...(supervisor ? ['sre'] : []),
    ...(extendedAccess ? ['eafe'] : []),
    ...(writeProtect ? ['wpe'] : []),
  ];
  return `page table ${hex(pageTable)} (${flags.join(', ')})`;
}

const REASONS: Readonly<Record<Reason, string>> = {
  wanted: 'in the spec',
  changed: 'differs from the spec',
  unwanted: 'no longer wanted',
  needed: 'needed for that',
  unused: 'no longer needed',
  rebuild: 'its vIOMMU is made anew',
};

export function reasonText(reason: Reason): string {
  return REASONS[reason];
}

const DISRUPTIONS: Readonly<Record<Disruption, string>> = {
  live: 'live',
  'device-reset': 'resets the device',
  'vm-restart': 'needs the VM to restart',
  'host-reboot': 'needs the host to reboot',
};

export function disruptionText(disruption: Disruption): string {
  return DISRUPTIONS[disruption];
}

function nameOf({ device, address }: { readonly device: string; readonly address: string }): string {
  return `${device} (${address})`;
}

function pasidsOf(step: PasidRange & { readonly device: string }): string {
  return `PASID${step.first === step.last ? '' : 's'} ${formatPasids(step)} of ${step.device}`;
}

function flagsNote({ pasid, nesting }: { readonly pasid: boolean; readonly nesting: boolean }): string {
  const flags = [...(pasid ? ['PASIDs'] : []), ...(nesting ? ['nesting'] : [])];
  return flags.length === 0 ? '' : `, for ${flags.join(' and ')}`;
}

function widthNote(needPasidLog2: number): string {
  return needPasidLog2 === 0 ? '' : `, PASIDs of ${needPasidLog2} bits needed`;
}

function memoryWords({ file, offsetBytes, sizeBytes, guestAddress }: LiveMemory): string {
  const offset = offsetBytes === 0n ? '' : ` from offset ${hex(offsetBytes)}`;
  return `${formatBytes(sizeBytes)} of ${file}${offset} at guest address ${hex(guestAddress)}`;
}
