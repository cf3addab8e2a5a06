/** Whether the device is there at all, answers, and is one that can be given away. */

import { configEvidence, deviceNotAnswering } from '../answer-rules.ts';
import { deviceIsBridge, deviceMismatch, deviceMissing } from '../device-rules.ts';
import { onMadeVfs, vfsWouldGo } from '../made-vfs-rules.ts';
import { makersAndVfs, makerUnfit } from '../maker-rules.ts';
import { vmdChild } from '../vmd-rules.ts';
import type { ChainPart } from './chain-part.ts';

/** Nothing can be said of a device for which one of these fails: it is not there, or another one is to be taken. */
export const PRESENT = ['device-present', 'device-endpoint', 'vmd-child'] as const;

/** What is read from the device itself. The kernel knows its unit, group and driver also when it does not answer. */
export const ANSWERING = [...PRESENT, 'device-answers'] as const;

export const PRESENCE: ChainPart = [
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
    id: 'vfs-stay',
    link: 'device',
    ofHeld: true,
    title: 'the VF stays',
    needs: ['device-present'],
    rule: vfsWouldGo,
    concerns: onMadeVfs,
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
];
