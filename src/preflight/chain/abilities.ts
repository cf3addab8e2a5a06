/** The way to the root, and what the device itself can do. */

import { behindPciBridge, capabilitiesUnknown, deviceNoPasid, pasidTooWide } from '../capability-rules.ts';
import { pasidEvidence, pasidOff, withPasids } from '../enable-rules.ts';
import { noPageRequests, pageRequestEvidence, pageRequestsOff } from '../page-request-rules.ts';
import { noFunctionReset, resetEvidence } from '../reset-rules.ts';
import type { ChainPart } from './chain-part.ts';
import { bound, inViommus, withSvm } from './concerned.ts';
import { ANSWERING } from './presence.ts';
import { ON_VTD, SCALABLE } from './unit.ts';

export const ABILITIES: ChainPart = [
  {
    id: 'pcie-path',
    link: 'path',
    title: 'the way to the root is PCI Express',
    needs: ANSWERING,
    rule: behindPciBridge,
    concerns: inViommus,
  },
  {
    id: 'capabilities-read',
    link: 'device',
    title: 'the capabilities could be read',
    needs: ANSWERING,
    rule: capabilitiesUnknown,
  },
  {
    id: 'pasid-capable',
    link: 'device',
    title: 'the device has PASIDs',
    needs: [...ANSWERING, 'capabilities-read'],
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
    needs: ANSWERING,
    rule: noFunctionReset,
    evidence: resetEvidence,
  },
];
