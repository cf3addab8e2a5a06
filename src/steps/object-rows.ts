/** Steps on the kernel objects of a vIOMMU: its iommufd, devices, memory, nest parents and RIDs. */

import { hex } from '../text/hex.ts';
import { hwptText, memoryText, nameText } from './hwpt-words.ts';
import type { TraitsOf } from './traits.ts';

type ObjectKind =
  | 'open-viommu'
  | 'close-viommu'
  | 'bind-device'
  | 'release-device'
  | 'map-memory'
  | 'unmap-memory'
  | 'alloc-parent'
  | 'free-parent'
  | 'attach-rid'
  | 'detach-rid';

const BUILD = { outlives: null, action: 'create', phase: 'build' } as const;
const TAKE_DOWN = { outlives: null, action: 'remove', phase: 'take-down' } as const;

export const OBJECT_ROWS: TraitsOf<ObjectKind> = {
  'open-viommu': {
    ...{ ...BUILD, opposite: 'close-viommu', disruption: 'live', heading: 'viommu' },
    words: (step) => `open vIOMMU ${step.viommu}${flagsNote(step)}`,
    leftover: ({ viommu }) => `iommufd and IOAS of vIOMMU ${viommu}`,
  },
  'close-viommu': {
    ...{ ...TAKE_DOWN, opposite: 'open-viommu', disruption: 'live', heading: 'viommu' },
    words: ({ viommu }) => `close vIOMMU ${viommu}`,
    leftover: ({ viommu }) => `iommufd and IOAS of vIOMMU ${viommu}`,
  },
  // Opening a vfio device resets the function. Source: vfio_pci_core_enable (7.3).
  'bind-device': {
    ...{ ...BUILD, opposite: 'release-device', disruption: 'device-reset', heading: 'device' },
    words: (step) => `bind ${nameText(step)} to ${step.viommu}${widthNote(step.needPasidLog2)}`,
    leftover: ({ address, device }) => `open vfio device ${address} (${device})`,
  },
  'release-device': {
    ...{ ...TAKE_DOWN, opposite: 'bind-device', disruption: 'device-reset', heading: 'device' },
    words: (step) => `release ${nameText(step)} from ${step.viommu}`,
    leftover: ({ address, device }) => `open vfio device ${address} (${device})`,
  },
  'map-memory': {
    ...{ ...BUILD, opposite: 'unmap-memory', disruption: 'live', heading: 'viommu' },
    words: ({ memory }) => `map ${memoryText(memory)}`,
    leftover: ({ memory, viommu }) => `mapping of ${memory.file} at ${hex(memory.guestAddress)} in vIOMMU ${viommu}`,
  },
  // Devices that stay attached find no memory there until something is mapped again.
  'unmap-memory': {
    ...{ ...TAKE_DOWN, opposite: 'map-memory', disruption: 'dma-fault', heading: 'viommu' },
    words: ({ memory }) => `unmap ${memoryText(memory)}`,
    leftover: ({ memory, viommu }) => `mapping of ${memory.file} at ${hex(memory.guestAddress)} in vIOMMU ${viommu}`,
  },
  'alloc-parent': {
    ...{ ...BUILD, opposite: 'free-parent', disruption: 'live', heading: 'viommu' },
    words: ({ unit }) => `make the HWPT of guest memory on ${unit}`,
    leftover: ({ viommu, unit }) => `nest parent of vIOMMU ${viommu} on ${unit}`,
  },
  'free-parent': {
    ...{ ...TAKE_DOWN, opposite: 'alloc-parent', disruption: 'live', heading: 'viommu' },
    words: ({ unit }) => `free the HWPT of guest memory on ${unit}`,
    leftover: ({ viommu, unit }) => `nest parent of vIOMMU ${viommu} on ${unit}`,
  },
  'attach-rid': {
    ...{ ...BUILD, opposite: 'detach-rid', disruption: 'live', heading: 'device' },
    words: ({ device, to }) => `attach ${device} without PASID to ${hwptText(to)}`,
    leftover: ({ device }) => `RID attachment of ${device}`,
  },
  'detach-rid': {
    ...{ ...TAKE_DOWN, opposite: 'attach-rid', disruption: 'device-reset', heading: 'device' },
    words: ({ device, to }) => `detach ${device} without PASID from ${hwptText(to)}`,
    leftover: ({ device }) => `RID attachment of ${device}`,
  },
};

function flagsNote({ pasid, nesting }: { readonly pasid: boolean; readonly nesting: boolean }): string {
  const flags = [...(pasid ? ['PASIDs'] : []), ...(nesting ? ['nesting'] : [])];
  return flags.length === 0 ? '' : `, for ${flags.join(' and ')}`;
}

function widthNote(needPasidLog2: number): string {
  return needPasidLog2 === 0 ? '' : `, needs PASIDs of ${needPasidLog2} bits`;
}
