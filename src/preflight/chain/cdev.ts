/** The file that the holder of a vIOMMU opens the device by. */

import { cdevEvidence, noVfioCdev, vfioNodeLacks } from '../cdev-rules.ts';
import type { ChainPart } from './chain-part.ts';
import { inViommus } from './concerned.ts';
import { PRESENT } from './presence.ts';

export const CDEV: ChainPart = [
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
];
