/**
 * All checks, in the order in which they are asked: a check may need earlier ones only. The order of the links is another one: the
 * reader sees the firmware first (src/diagnostics/diagnosis.ts).
 */

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
