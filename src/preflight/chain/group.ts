/** The IOMMU group of the device: who owns it, and what the firmware wants of it. */

import { narrowMember, pasidConflict, sharedGroupEvidence } from '../group-pasid-rules.ts';
import { groupEvidence, groupNotViable, groupOwned, groupSplit } from '../group-rules.ts';
import { directRegion } from '../region-rules.ts';
import type { ChainPart } from './chain-part.ts';
import { bound, inViommus } from './concerned.ts';
import { PRESENT } from './presence.ts';
import { SCALABLE, TRANSLATED } from './unit.ts';

export const GROUP: ChainPart = [
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
    restsOn: 'open-files-read',
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
    id: 'group-pasid-width',
    link: 'group',
    title: 'every function of the group can carry the PASIDs',
    needs: [...SCALABLE, 'scalable-mode', 'capabilities-read', 'pasid-capable', 'pasid-width'],
    rule: narrowMember,
    concerns: bound,
    evidence: sharedGroupEvidence,
  },
  {
    id: 'group-pasids',
    link: 'group',
    title: 'no PASID of the group has two page tables',
    needs: TRANSLATED,
    rule: pasidConflict,
    concerns: bound,
  },
];
