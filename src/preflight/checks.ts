/** All checks, in the order of the chain from the device and the firmware to memory. A check may need earlier ones only. */

import { ABILITIES } from './chain/abilities.ts';
import { CDEV } from './chain/cdev.ts';
import type { ChainPart } from './chain/chain-part.ts';
import { DRIVER } from './chain/driver.ts';
import { GROUP } from './chain/group.ts';
import { MACHINE } from './chain/machine.ts';
import { MEMORY_CHECKS } from './chain/memory.ts';
import { PRESENCE } from './chain/presence.ts';
import { PROCESSES } from './chain/processes.ts';
import { UNIT } from './chain/unit.ts';

export const CHECKS: ChainPart = [
  ...PRESENCE,
  ...MACHINE,
  ...UNIT,
  ...ABILITIES,
  ...PROCESSES,
  ...GROUP,
  ...DRIVER,
  ...CDEV,
  ...MEMORY_CHECKS,
];
