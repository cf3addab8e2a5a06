/** The IOMMU unit of the device: what it can do, and what of that is switched on. */

import { domainEvidence, domainsExhausted } from '../domain-rules.ts';
import { firstStageLacks } from '../first-stage-rules.ts';
import { interruptEvidence, interruptsNotIsolated } from '../interrupt-rules.ts';
import { deviceNoIommu, noScalableMode, unitNotVtd, unitUnread } from '../iommu-rules.ts';
import { scalableEvidence, scalableModeOff } from '../scalable-rules.ts';
import { unitLacks } from '../unit-rules.ts';
import type { ChainPart } from './chain-part.ts';
import { bound, inViommus } from './concerned.ts';
import { PRESENT } from './presence.ts';

export const TRANSLATED = [...PRESENT, 'iommu-present', 'device-translated'] as const;
const VTD = [...TRANSLATED, 'unit-vtd'] as const;
export const ON_VTD = [...VTD, 'unit-registers'] as const;
export const SCALABLE = [...ON_VTD, 'scalable-capable'] as const;

export const UNIT: ChainPart = [
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
    id: 'unit-registers',
    link: 'unit',
    title: 'the registers of the unit could be read',
    needs: VTD,
    rule: unitUnread,
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
    // Chips tell whether interrupts are remapped, whatever the registers.
    needs: VTD,
    rule: interruptsNotIsolated,
    concerns: inViommus,
    evidence: interruptEvidence,
  },
];
