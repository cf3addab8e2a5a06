/** All checks, in the order of the chain from firmware to memory. A check may need earlier ones only. */

import type { CheckId } from '../diagnostics/check-ids.ts';
import type { ViommuSpec } from '../model/spec.ts';
import { configEvidence, deviceNotAnswering } from './answer-rules.ts';
import { behindPciBridge, capabilitiesUnknown, deviceNoPasid, pasidTooWide } from './capability-rules.ts';
import { cdevEvidence, noVfioCdev, vfioNodeLacks } from './cdev-rules.ts';
import type { Check } from './check.ts';
import type { Context } from './context.ts';
import { deviceIsBridge, deviceMismatch, deviceMissing, pfHasVfs, vfNeedsToken } from './device-rules.ts';
import { domainEvidence, domainsExhausted } from './domain-rules.ts';
import { pasidEvidence, pasidOff, withPasids } from './enable-rules.ts';
import { firstStageLacks } from './first-stage-rules.ts';
import { groupEvidence, groupNotViable, groupOwned, groupSplit } from './group-rules.ts';
import { interruptEvidence, interruptsNotIsolated } from './interrupt-rules.ts';
import { iommuOff } from './iommu-off-rule.ts';
import { deviceNoIommu, noScalableMode, unitNotVtd } from './iommu-rules.ts';
import { kernelTooOld, noIommufd } from './kernel-rules.ts';
import { makersAndVfs, makerUnfit } from './maker-rules.ts';
import { memoryWithoutRoom, roomIsKnown } from './memory-room-rules.ts';
import { memoryMissing, memoryNotAFile, memoryTooSmall } from './memory-rules.ts';
import { memoryNotPinnable, mountEvidence } from './memory-system-rules.ts';
import { noPageRequests, pageRequestEvidence, pageRequestsOff } from './page-request-rules.ts';
import { limitsMatter, memlockEvidence, memlockTooLow, memoryMatters, memoryTooMuch } from './pin-rules.ts';
import { directRegion, memoryBeyondTable, memoryReserved } from './region-rules.ts';
import { noFunctionReset, resetEvidence } from './reset-rules.ts';
import { scalableEvidence, scalableModeOff } from './scalable-rules.ts';
import { unitLacks } from './unit-rules.ts';
import { deviceEnabled, deviceHeld, deviceInUse, openFilesUnread, returnHeld } from './use-rules.ts';
import { onVariantDriver } from './variant-rules.ts';
import { vmdChild, vmdChildrenVanish } from './vmd-rules.ts';

const PRESENT = ['device-present', 'device-answers', 'device-endpoint', 'vmd-child'] as const;
const TRANSLATED = [...PRESENT, 'iommu-present', 'device-translated'] as const;
const ON_VTD = [...TRANSLATED, 'unit-vtd'] as const;
const MEMORY = ['memory-kind', 'memory-present'] as const;
const SCALABLE = [...ON_VTD, 'scalable-capable'] as const;

export const CHECKS: readonly (Check & { readonly id: CheckId })[] = [
  {
    id: 'vfs-can-be-made',
    link: 'device',
    title: 'the PF can have its VFs',
    needs: [],
    everywhere: true,
    rule: makerUnfit,
    concerns: makersAndVfs,
  },
  {
    id: 'device-present',
    link: 'device',
    title: 'the device is there, or will be',
    needs: ['vfs-can-be-made'],
    everywhere: true,
    rule: deviceMissing,
  },
  {
    id: 'device-answers',
    link: 'device',
    title: 'the device answers',
    needs: ['device-present'],
    rule: deviceNotAnswering,
    evidence: (context) => context.assigned.map(({ fn }) => configEvidence(fn)),
  },
  {
    id: 'device-identity',
    link: 'device',
    title: 'the device is the expected one',
    needs: ['device-present'],
    rule: deviceMismatch,
  },
  {
    id: 'device-endpoint',
    link: 'device',
    title: 'the device is no bridge',
    needs: ['device-present'],
    rule: deviceIsBridge,
  },
  {
    id: 'vmd-child',
    link: 'device',
    title: 'the device is below no VMD controller',
    needs: ['device-present'],
    rule: vmdChild,
  },
  { id: 'iommu-present', link: 'firmware', title: 'the machine has an IOMMU', needs: [], rule: iommuOff },
  {
    id: 'iommufd',
    link: 'kernel',
    passing: true,
    title: '/dev/iommu is there',
    needs: [],
    everywhere: true,
    rule: noIommufd,
    concerns: inViommus,
    regardless: ({ spec }) => spec.viommus.length > 0,
  },
  {
    id: 'kernel-release',
    link: 'kernel',
    title: 'the kernel is new enough',
    needs: [],
    everywhere: true,
    rule: kernelTooOld,
    concerns: inViommus,
    regardless: ({ spec }) => spec.viommus.length > 0,
  },
  {
    id: 'device-translated',
    link: 'unit',
    title: 'an IOMMU translates the device',
    needs: [...PRESENT, 'iommu-present'],
    rule: deviceNoIommu,
  },
  {
    id: 'unit-vtd',
    link: 'unit',
    title: 'the IOMMU is a VT-d unit',
    needs: TRANSLATED,
    rule: unitNotVtd,
    concerns: inViommus,
  },
  {
    id: 'scalable-capable',
    link: 'unit',
    title: 'the unit has scalable mode',
    needs: ON_VTD,
    rule: noScalableMode,
    concerns: inViommus,
  },
  {
    id: 'scalable-mode',
    link: 'unit',
    title: 'scalable mode is on',
    needs: SCALABLE,
    rule: scalableModeOff,
    concerns: inViommus,
    evidence: scalableEvidence,
  },
  {
    id: 'unit-abilities',
    link: 'unit',
    title: 'the unit can do what the vIOMMU offers',
    needs: ON_VTD,
    rule: unitLacks,
    concerns: inViommus,
  },
  {
    id: 'first-stage-tables',
    link: 'unit',
    title: 'the unit can walk the tables of the bindings',
    needs: ON_VTD,
    rule: firstStageLacks,
    concerns: bound,
  },
  {
    id: 'domain-ids',
    link: 'unit',
    title: 'the unit has enough domain ids',
    needs: ON_VTD,
    rule: domainsExhausted,
    concerns: inViommus,
    evidence: domainEvidence,
  },
  {
    id: 'interrupts-isolated',
    link: 'unit',
    title: 'the interrupts are isolated, or iommufd allows others',
    needs: ON_VTD,
    rule: interruptsNotIsolated,
    concerns: inViommus,
    evidence: interruptEvidence,
  },
  {
    id: 'pcie-path',
    link: 'path',
    title: 'the way to the root is PCI Express',
    needs: PRESENT,
    rule: behindPciBridge,
    concerns: inViommus,
  },
  {
    id: 'capabilities-read',
    link: 'device',
    title: 'the capabilities could be read',
    needs: PRESENT,
    rule: capabilitiesUnknown,
  },
  {
    id: 'pasid-capable',
    link: 'device',
    title: 'the device has PASIDs',
    needs: [...PRESENT, 'capabilities-read'],
    rule: deviceNoPasid,
    concerns: bound,
  },
  {
    id: 'pasid-width',
    link: 'device',
    title: 'the PASIDs are wide enough',
    needs: ['device-present'],
    everywhere: true,
    rule: pasidTooWide,
    concerns: bound,
  },
  {
    id: 'pasid-enabled',
    link: 'device',
    title: 'PASIDs are switched on',
    needs: ['kernel-release', ...SCALABLE, 'scalable-mode', 'capabilities-read', 'pasid-capable'],
    rule: pasidOff,
    concerns: withPasids,
    evidence: pasidEvidence,
  },
  {
    id: 'page-requests',
    link: 'device',
    title: 'the device can request pages',
    needs: [...ON_VTD, 'capabilities-read'],
    rule: noPageRequests,
    concerns: withSvm,
  },
  {
    id: 'page-requests-on',
    link: 'device',
    title: 'page requests are switched on',
    needs: ['kernel-release', ...SCALABLE, 'scalable-mode', 'capabilities-read', 'pasid-enabled', 'page-requests'],
    rule: pageRequestsOff,
    concerns: withSvm,
    evidence: pageRequestEvidence,
  },
  {
    id: 'function-reset',
    link: 'device',
    title: 'the device can be reset between guests',
    needs: PRESENT,
    rule: noFunctionReset,
    evidence: resetEvidence,
  },
  {
    id: 'group-viable',
    link: 'group',
    title: 'no kernel driver owns the IOMMU group',
    needs: PRESENT,
    rule: groupNotViable,
    evidence: groupEvidence,
  },
  {
    id: 'group-free',
    link: 'group',
    passing: true,
    title: 'no other process owns the IOMMU group',
    needs: PRESENT,
    rule: groupOwned,
    concerns: inViommus,
  },
  {
    id: 'group-regions',
    link: 'group',
    title: 'the firmware wants no region of the IOMMU group mapped 1:1',
    needs: TRANSLATED,
    rule: directRegion,
  },
  {
    id: 'group-split',
    link: 'group',
    title: 'the group is in one vIOMMU',
    needs: PRESENT,
    rule: groupSplit,
    concerns: inViommus,
  },
  {
    id: 'plain-driver',
    link: 'driver',
    passing: true,
    title: 'the device is on no variant of vfio-pci',
    needs: PRESENT,
    rule: onVariantDriver,
  },
  { id: 'vf-token', link: 'driver', passing: true, title: 'no VF token is needed', needs: PRESENT, rule: vfNeedsToken },
  {
    id: 'pf-without-vfs',
    link: 'driver',
    passing: true,
    title: 'taking the device removes no VFs',
    needs: PRESENT,
    rule: pfHasVfs,
  },
  {
    id: 'vmd-children',
    link: 'driver',
    passing: true,
    title: 'taking the device removes no functions below it',
    needs: PRESENT,
    rule: vmdChildrenVanish,
  },
  {
    id: 'open-files-read',
    link: 'driver',
    title: 'the open files of all processes could be read',
    needs: PRESENT,
    rule: openFilesUnread,
  },
  {
    id: 'device-unused',
    link: 'driver',
    passing: true,
    title: 'the host does not use the device',
    needs: PRESENT,
    rule: deviceInUse,
  },
  {
    id: 'device-idle',
    link: 'driver',
    passing: true,
    title: 'nothing of the device is switched on',
    needs: PRESENT,
    rule: deviceEnabled,
  },
  {
    id: 'device-free',
    link: 'driver',
    passing: true,
    title: 'no other process has the device open',
    needs: PRESENT,
    rule: deviceHeld,
  },
  {
    id: 'return-free',
    link: 'driver',
    passing: true,
    title: 'what is to be given back is free',
    needs: [],
    rule: returnHeld,
  },
  {
    id: 'vfio-cdev',
    link: 'cdev',
    title: 'the kernel makes a file for the device',
    needs: [...PRESENT, 'iommufd', 'kernel-release'],
    rule: noVfioCdev,
    concerns: inViommus,
    evidence: cdevEvidence,
  },
  {
    id: 'vfio-node',
    link: 'cdev',
    title: 'the file of the device can be opened',
    needs: [...PRESENT, 'vfio-cdev'],
    rule: vfioNodeLacks,
    concerns: inViommus,
  },
  {
    id: 'memory-kind',
    link: 'memory',
    title: 'the memory files are files',
    needs: [],
    everywhere: true,
    rule: memoryNotAFile,
    concerns: withMemory,
    regardless: mapsMemory,
  },
  {
    id: 'memory-present',
    link: 'memory',
    title: 'the memory files are there',
    needs: [],
    everywhere: true,
    rule: memoryMissing,
    concerns: withMemory,
    regardless: mapsMemory,
  },
  {
    id: 'memory-size',
    link: 'memory',
    title: 'the memory files are long enough',
    needs: [],
    everywhere: true,
    rule: memoryTooSmall,
    concerns: withMemory,
    regardless: mapsMemory,
  },
  {
    id: 'memory-file-system',
    link: 'memory',
    title: 'the memory files can be mapped for devices',
    needs: MEMORY,
    everywhere: true,
    rule: memoryNotPinnable,
    concerns: withMemory,
    evidence: mountEvidence,
  },
  {
    id: 'memory-room',
    link: 'memory',
    passing: true,
    title: 'the memory files have room',
    needs: [...MEMORY, 'memory-size', 'memory-file-system'],
    everywhere: true,
    rule: memoryWithoutRoom,
    concerns: (context) => (roomIsKnown(context) ? withMemory(context) : []),
  },
  {
    id: 'memory-amount',
    link: 'memory',
    passing: true,
    title: 'the machine has memory to pin',
    needs: [...MEMORY, 'memory-size', 'memory-file-system'],
    everywhere: true,
    rule: memoryTooMuch,
    concerns: (context) => (memoryMatters(context) ? withMemory(context) : []),
  },
  {
    id: 'memlock',
    link: 'memory',
    title: 'this user may pin the memory',
    needs: MEMORY,
    everywhere: true,
    rule: memlockTooLow,
    concerns: (context) => (limitsMatter(context) ? withMemory(context) : []),
    evidence: memlockEvidence,
  },
  {
    id: 'memory-reserved',
    link: 'memory',
    title: 'guest memory covers no reserved range',
    needs: [...TRANSLATED, 'group-regions'],
    rule: memoryReserved,
    concerns: withMemory,
  },
  {
    id: 'memory-within-table',
    link: 'memory',
    title: 'the tables of the unit map all guest memory',
    needs: [...ON_VTD, 'unit-abilities'],
    rule: memoryBeyondTable,
    concerns: withMemory,
  },
];

function inViommus({ spec }: Context): readonly string[] {
  return spec.viommus.flatMap(({ devices }) => devices);
}

function bound({ spec }: Context): readonly string[] {
  return [...new Set(spec.bindings.map(({ device }) => device))];
}

function withSvm({ spec }: Context): readonly string[] {
  return spec.viommus.filter(({ svm }) => svm).flatMap(({ devices }) => devices);
}

function withMemory({ spec }: Context): readonly string[] {
  return spec.viommus.filter(isMapped).flatMap(({ devices }) => devices);
}

function mapsMemory({ spec }: Context): boolean {
  return spec.viommus.some(isMapped);
}

function isMapped({ holder, memory }: ViommuSpec): boolean {
  return holder === 'agent' && memory.length > 0;
}
