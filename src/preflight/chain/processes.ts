/** Whether all processes could be looked at: who uses or holds a device, or a group, shows in their open files alone. */

import { openFilesUnread } from '../use-rules.ts';
import type { ChainPart } from './chain-part.ts';
import { PRESENT } from './presence.ts';

export const PROCESSES: ChainPart = [
  {
    id: 'open-files-read',
    link: 'driver',
    passing: true,
    title: 'the open files of all processes could be read',
    needs: PRESENT,
    rule: openFilesUnread,
  },
];
